using System.Collections.Concurrent;
using System.Collections.Immutable;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>The processes that run one set of rules: each is loaded with all of them, and serves one thread at a time.</summary>
internal sealed class RuleHostPool : IDisposable
{
    private readonly RuleHostCommand _command;
    private readonly RuleLimits _limits;
    private readonly byte[] _load;
    private readonly int _rules;
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentStack<RuleHostProcess> _idle = [];
    private Task<(RuleHostProcess Host, ImmutableArray<RuleDescription> Rules)>? _first;
    private readonly Lock _gate = new();
    private readonly HashSet<RuleHostProcess> _running = [];
    private bool _isDisposed;

    /// <param name="load">The request that loads the rules.</param>
    /// <param name="rules">How many they are.</param>
    /// <param name="starting">A host that was started already; null for none.</param>
    public RuleHostPool(RuleHostCommand command, RuleLimits limits, byte[] load, int rules, Task<RuleHostProcess>? starting)
    {
        (_command, _limits, _load, _rules) = (command, limits, load, rules);
        _free = new SemaphoreSlim(limits.Processes);
        // The first one starts while its parent reads the first article.
        _first = Task.Run(() => starting is null ? Start() : Begin(starting.GetAwaiter().GetResult()));
    }

    /// <summary>What the rules say of themselves.</summary>
    /// <inheritdoc cref="Start" path="/exception"/>
    public ImmutableArray<RuleDescription> Describe()
    {
        var (host, rules) = (Interlocked.Exchange(ref _first, null) ?? throw new InvalidOperationException("The rules were asked already.")).GetAwaiter().GetResult();
        _idle.Push(host);
        return rules;
    }

    /// <summary>Starts a host and has it load the rules.</summary>
    /// <exception cref="HostEndedException">The host ended over it.</exception>
    /// <exception cref="IOException">It cannot be started.</exception>
    /// <exception cref="ObjectDisposedException">The rules are not wanted any more.</exception>
    private (RuleHostProcess Host, ImmutableArray<RuleDescription> Rules) Start() => Begin(RuleHostProcess.Start(_command, _limits));

    private (RuleHostProcess Host, ImmutableArray<RuleDescription> Rules) Begin(RuleHostProcess host)
    {
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
            return (host, rules);
        }
        catch (Exception fault) when (fault is HostEndedException or InvalidDataException)
        {
            Discard(host);
            throw fault as HostEndedException ?? new HostEndedException(HostEnd.Died, null);
        }
    }

    /// <summary>Takes a host, or waits for one; give it back, or discard it.</summary>
    /// <inheritdoc cref="Start" path="/exception"/>
    public RuleHostProcess Take()
    {
        _free.Wait();
        try
        {
            if (_idle.TryPop(out var idle)) return idle;
            return (Interlocked.Exchange(ref _first, null) is { } first ? first.GetAwaiter().GetResult() : Start()).Host;
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    public void Return(RuleHostProcess host)
    {
        _idle.Push(host);
        _free.Release();
    }

    /// <summary>A new host in the place of one that was taken and is gone.</summary>
    /// <inheritdoc cref="Start" path="/exception"/>
    public RuleHostProcess Replace(RuleHostProcess gone)
    {
        Discard(gone);
        try
        {
            return Start().Host;
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    /// <summary>Gives back a host that is gone, without another one.</summary>
    public void Drop(RuleHostProcess gone)
    {
        Discard(gone);
        _free.Release();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var host in _running) host.Dispose();
            _running.Clear();
        }
    }

    private void Discard(RuleHostProcess host)
    {
        lock (_gate) _running.Remove(host);
        host.Dispose();
    }
}
