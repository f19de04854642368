namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>What somebody waits for goes first: long work that nobody waits for stands aside meanwhile, between two of its steps. Thread-safe.</summary>
public sealed class WorkPriority
{
    /// <summary>A request that takes so long has most likely to wait itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    // A monitor, for it can wait.
    private readonly object _gate = new();
    private int _underWay;

    /// <summary>Somebody waits for what begins here, until <see cref="End"/>.</summary>
    public void Begin()
    {
        lock (_gate) _underWay++;
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_underWay == 0) Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Blocks while somebody waits for something else, a moment at most.</summary>
    public void StandAside()
    {
        lock (_gate)
        {
            if (_underWay > 0) Monitor.Wait(_gate, Patience);
        }
    }
}
