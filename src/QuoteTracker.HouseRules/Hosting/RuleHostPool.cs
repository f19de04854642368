using System.Collections.Immutable;
using System.Diagnostics;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>
/// The processes that run one set of rules: each is loaded with all of them, and serves one thread at a time. There is one at first. Another one is started,
/// beside the work, when articles have waited for a host for as long as a start takes: whoever has few articles pays for one process.
/// </summary>
internal sealed class RuleHostPool : IDisposable
{
    private readonly RuleHostCommand _command;
    private readonly RuleLimits _limits;
    private readonly byte[] _load;
    private readonly int _rules;
    private readonly object _gate = new();
    private readonly Stack<RuleHostProcess> _idle = [];
    private readonly HashSet<RuleHostProcess> _running = [];
    private readonly Task<ImmutableArray<RuleDescription>> _first;

    /// <summary>Hosts that serve, and those that start.</summary>
    private int _living;
    private bool _isStarting;
    private TimeSpan _startTakes;
    private TimeSpan _waited;
    private Exception? _fault;
    private bool _isDisposed;

    /// <param name="load">The request that loads the rules.</param>
    /// <param name="rules">How many they are.</param>
    /// <param name="starting">A host that was started already; null for none.</param>
    public RuleHostPool(RuleHostCommand command, RuleLimits limits, byte[] load, int rules, Task<RuleHostProcess>? starting)
    {
        (_command, _limits, _load, _rules) = (command, limits, load, rules);
        // The first one starts while its parent reads the first article.
        _first = StartBeside(starting);
    }

    /// <summary>What the rules say of themselves.</summary>
    /// <inheritdoc cref="Start" path="/exception"/>
    public ImmutableArray<RuleDescription> Describe() => _first.GetAwaiter().GetResult();

    /// <summary>Takes a host, or waits for one; give it back, or discard it.</summary>
    /// <inheritdoc cref="Start" path="/exception"/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public RuleHostProcess Take(CancellationToken cancellation)
    {
        using var waking = cancellation.Register(static gate => Wake(gate!), _gate);
        lock (_gate)
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                if (_idle.TryPop(out var idle)) return idle;
                if (_living == 0 && _fault is { } fault) throw fault is HostEndedException ended ? new HostEndedException(ended.End, null) : new IOException(fault.Message, fault);
                if (_living == 0 || (_living < _limits.Processes && !_isStarting && _waited >= _startTakes)) StartBeside(null);
                Wait();
            }
        }
    }

    public void Return(RuleHostProcess host)
    {
        lock (_gate)
        {
            _idle.Push(host);
            // All: the one that would be woken may be one that was cancelled and does not take it.
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A new host in the place of one that was taken and is gone.</summary>
    /// <inheritdoc cref="Start" path="/exception"/>
    public RuleHostProcess Replace(RuleHostProcess gone)
    {
        Discard(gone);
        try
        {
            return Start(null).Host;
        }
        catch (Exception fault)
        {
            Leave(fault);
            throw;
        }
    }

    /// <summary>Gives back a host that is gone; whoever comes next shall find another one.</summary>
    public void Renew(RuleHostProcess gone)
    {
        Discard(gone);
        lock (_gate)
        {
            Leave(null);
            if (_living == 0 && !_isDisposed) StartBeside(null);
        }
    }

    /// <summary>Gives back a host that is gone, without another one.</summary>
    public void Drop(RuleHostProcess gone)
    {
        Discard(gone);
        Leave(null);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var host in _running) host.Dispose();
            _running.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    private static void Wake(object gate)
    {
        lock (gate) Monitor.PulseAll(gate);
    }

    /// <summary>Until something changes, or it is time for another host. The gate is held.</summary>
    private void Wait()
    {
        if (_isStarting || _living >= _limits.Processes)
        {
            Monitor.Wait(_gate);
            return;
        }
        var since = Stopwatch.GetTimestamp();
        // A little later than it takes, since clocks may round down.
        Monitor.Wait(_gate, _startTakes - _waited + TimeSpan.FromMilliseconds(1));
        _waited += Stopwatch.GetElapsedTime(since);
    }

    private Task<ImmutableArray<RuleDescription>> StartBeside(Task<RuleHostProcess>? starting)
    {
        lock (_gate)
        {
            _living++;
            _isStarting = true;
            _waited = TimeSpan.Zero;
        }
        // On a thread of its own: those of the pool may all be waiting for this.
        return Task.Factory.StartNew(() => Add(starting), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private ImmutableArray<RuleDescription> Add(Task<RuleHostProcess>? starting)
    {
        try
        {
            var (host, rules) = Start(starting);
            lock (_gate)
            {
                _isStarting = false;
                _idle.Push(host);
                Monitor.PulseAll(_gate);
            }
            return rules;
        }
        catch (Exception fault)
        {
            lock (_gate) _isStarting = false;
            Leave(fault);
            throw;
        }
    }

    /// <summary>Starts a host and has it load the rules.</summary>
    /// <param name="starting">A host that was started already; null for none.</param>
    /// <exception cref="HostEndedException">The host ended over it.</exception>
    /// <exception cref="IOException">It cannot be started.</exception>
    /// <exception cref="ObjectDisposedException">The rules are not wanted any more.</exception>
    private (RuleHostProcess Host, ImmutableArray<RuleDescription> Rules) Start(Task<RuleHostProcess>? starting)
    {
        var host = starting is null ? RuleHostProcess.Start(_command, _limits) : starting.GetAwaiter().GetResult();
        lock (_gate)
        {
            if (_isDisposed)
            {
                host.Dispose();
                throw new ObjectDisposedException(nameof(RuleHostPool));
            }
            _running.Add(host);
        }
        try
        {
            var answer = host.Ask(FrameKind.Load, _load, _limits.PerNewsroom);
            var rules = answer.Many(RuleWire.ReadDescription);
            if (rules.Length != _rules) throw new HostEndedException(HostEnd.Died, null);
            lock (_gate) _startTakes = host.Age;
            return (host, rules);
        }
        catch (Exception fault) when (fault is HostEndedException or InvalidDataException)
        {
            Discard(host);
            throw fault as HostEndedException ?? new HostEndedException(HostEnd.Died, null);
        }
    }

    private void Discard(RuleHostProcess host)
    {
        lock (_gate) _running.Remove(host);
        host.Dispose();
    }

    /// <summary>There is one host less.</summary>
    /// <param name="fault">Why another one could not be started; null where none was tried.</param>
    private void Leave(Exception? fault)
    {
        lock (_gate)
        {
            _living--;
            _fault = fault;
            Monitor.PulseAll(_gate);
        }
    }
}
