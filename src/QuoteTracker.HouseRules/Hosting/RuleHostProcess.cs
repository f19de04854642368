using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;
using QuoteTracker.Core.Speakers;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>Why a host is no more.</summary>
internal enum HostEnd
{
    /// <summary>It was ended, for it had used up its time.</summary>
    OutOfTime,

    /// <summary>It ended itself: the stack or the memory ran out, or it wrote what is no answer.</summary>
    Died,
}

/// <summary>The host ended before it had answered.</summary>
internal sealed class HostEndedException(HostEnd end, int? lastRule) : Exception($"The rule host ended: {end}.")
{
    public HostEnd End { get; } = end;

    /// <summary>The rule that it had announced last, null where it had announced none.</summary>
    public int? LastRule { get; } = lastRule;
}

/// <summary>One process that runs rules, as its parent has it. It is asked one thing at a time; where it fails it is gone.</summary>
internal sealed class RuleHostProcess : IDisposable
{
    private const int LargestAnswer = 64 << 20;

    /// <summary>A machine that is busy with other things gives a process time late, but not never.</summary>
    private const int Patience = 5;

    private static readonly string[] KeptVariables = ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "SystemRoot", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH"];

    /// <summary>An answer that nobody waits for any more may still come for so long: less than it takes to start another host.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    private readonly long _born = Stopwatch.GetTimestamp();
    private readonly Process _process;
    private readonly Stream _input;
    private readonly Stream _output;
    private volatile bool _isOutOfTime;
    private volatile bool _isUnwanted;

    private RuleHostProcess(Process process)
    {
        _process = process;
        _input = Blocking(process.StandardInput.BaseStream, FileAccess.Write);
        _output = Blocking(process.StandardOutput.BaseStream, FileAccess.Read);
        var errors = Blocking(process.StandardError.BaseStream, FileAccess.Read);
        new Thread(() => Drain(errors)) { IsBackground = true, Name = "rule host's errors" }.Start();
    }

    /// <summary>The registry that it was sent last, null where it has none yet.</summary>
    public Registry? Registry { get; set; }

    /// <summary>Since it was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_born);

    /// <exception cref="IOException">It cannot be started.</exception>
    public static RuleHostProcess Start(RuleHostCommand command, RuleLimits limits)
    {
        var start = new ProcessStartInfo(command.Executable, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        // The user's environment (keys, tokens, paths) is none of a rule's business.
        start.Environment.Clear();
        foreach (var name in KeptVariables)
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Memory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        // What runs often is compiled anew when nothing new has run for a tenth of a second. The command itself begins at once (its project says why), which in
        // a host would take the processor from its parent while that starts.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";
        // A library that only tracing needs, and that takes a tenth of the start to load.
        start.Environment["DOTNET_LTTng"] = "0";
        try
        {
            return new RuleHostProcess(Process.Start(start) ?? throw new IOException("The rule host did not start."));
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new IOException($"The rule host did not start: {fault.Message}", fault);
        }
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="limit">From here to the answer; where <paramref name="perRule"/>, to each rule's end.</param>
    /// <exception cref="HostEndedException">There is no answer, and no host any more.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled, and the answer took too long: there is no host any more.</exception>
    public WireReader Ask(FrameKind kind, ReadOnlySpan<byte> request, TimeSpan limit, bool perRule = false, CancellationToken cancellation = default)
    {
        int? lastRule = null;
        using var watch = new Watch(this, limit);
        using var stop = cancellation.UnsafeRegister(static watch => ((Watch)watch!).EndSoon(), watch);
        try
        {
            Frames.Write(_input, kind, request);
            while (Frames.Read(_output, LargestAnswer) is { } answer)
            {
                if (answer.Kind == kind) return new WireReader(answer.Data);
                if (answer.Kind != FrameKind.Progress) break;
                lastRule = new WireReader(answer.Data).Int();
                if (perRule) watch.Restart();
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or ObjectDisposedException)
        {
            // Told below: whatever it was, there is no answer.
            Debug.WriteLine(fault.Message);
        }
        Kill(entireTree: true);
        if (_isUnwanted) throw new OperationCanceledException(cancellation);
        throw new HostEndedException(_isOutOfTime ? HostEnd.OutOfTime : HostEnd.Died, lastRule);
    }

    /// <summary>Ends it at once, in one step: this process may be about to end as well, and a host that was stopped first would stay, stopped.</summary>
    public void Dispose()
    {
        Kill(entireTree: false);
        _input.Dispose();
        _output.Dispose();
        _process.Dispose();
    }

    /// <summary>Unix: the framework reads and writes a process's pipes through its sockets, and to load those takes longer than an article.</summary>
    private static Stream Blocking(Stream stream, FileAccess access)
    {
        if (stream is not AnonymousPipeClientStream pipe) return stream;
        var handle = new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: true);
        pipe.SafePipeHandle.SetHandleAsInvalid();
        return new FileStream(handle, access, bufferSize: 0);
    }

    /// <summary>What a dying runtime says is for nobody; unread, it would hold up the dying.</summary>
    private static void Drain(Stream errors)
    {
        Span<byte> unread = stackalloc byte[1024];
        using (errors)
        {
            try
            {
                while (errors.Read(unread) > 0)
                {
                }
            }
            catch (IOException fault)
            {
                // The process is gone, and what it had to say with it.
                Debug.WriteLine(fault.Message);
            }
        }
    }

    /// <param name="entireTree">With whatever it may have started: looks at all processes of the machine, which takes longer than an article.</param>
    private void Kill(bool entireTree)
    {
        try
        {
            _process.Kill(entireTree);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is gone already.
            Debug.WriteLine(fault.Message);
        }
    }

    /// <summary>Ends the process where it has used up its time: that of the processor, for a machine may be busy with other things.</summary>
    private sealed class Watch : IDisposable
    {
        private const int LooksPerLimit = 4;

        private readonly RuleHostProcess _host;
        private readonly TimeSpan _limit;
        private readonly TimeSpan _pause;
        private readonly Timer _timer;
        private readonly Lock _gate = new();
        private long _started;
        private bool _isUnwanted;
        private bool _isOver;

        // The processor's time when the exchange began, as far as the first look can tell: to ask at the beginning would take longer than most rules.
        private TimeSpan? _before;

        public Watch(RuleHostProcess host, TimeSpan limit)
        {
            (_host, _limit, _pause) = (host, limit, limit / LooksPerLimit);
            _started = Stopwatch.GetTimestamp();
            _timer = new Timer(static watch => ((Watch)watch!).Look(), this, _pause, _pause);
        }

        public void Restart()
        {
            lock (_gate)
            {
                _before = null;
                _started = Stopwatch.GetTimestamp();
                if (!_isUnwanted) _timer.Change(_pause, _pause);
            }
        }

        /// <summary>Nobody wants the answer any more.</summary>
        public void EndSoon()
        {
            lock (_gate)
            {
                _isUnwanted = true;
                _timer.Change(Grace, Grace);
            }
        }

        /// <summary>From here on it ends nothing: the answer has come, and the host may be working for somebody else.</summary>
        public void Dispose()
        {
            lock (_gate) _isOver = true;
            _timer.Dispose();
        }

        private void Look()
        {
            lock (_gate)
            {
                if (!_isOver) EndWhereDue();
            }
        }

        private void EndWhereDue()
        {
            if (_isUnwanted)
            {
                _host._isUnwanted = true;
                _host.Kill(entireTree: true);
                return;
            }
            try
            {
                _host._process.Refresh();
                var now = _host._process.TotalProcessorTime;
                _before ??= now > _pause ? now - _pause : TimeSpan.Zero;
                if (now - _before < _limit && Stopwatch.GetElapsedTime(_started) < _limit * Patience) return;
            }
            catch (InvalidOperationException fault)
            {
                // It is gone already.
                Debug.WriteLine(fault.Message);
                return;
            }
            _host._isOutOfTime = true;
            _host.Kill(entireTree: true);
        }
    }
}
