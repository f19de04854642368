namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>Work on what changes while it is worked on: only the newest state of each thing is worth it, and work on an older one is told to stop. Thread-safe.</summary>
public sealed class NewestWork
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CancellationTokenSource> _byKey = new(StringComparer.Ordinal);

    /// <returns>Cancelled when newer work on the same thing begins, or the thing is gone.</returns>
    public CancellationToken Begin(string key)
    {
        // It has no timer and no handle, and whoever works may look at it to the last: it is not disposed.
        var newest = new CancellationTokenSource();
        CancellationTokenSource? older;
        lock (_gate)
        {
            _byKey.TryGetValue(key, out older);
            _byKey[key] = newest;
        }
        older?.Cancel();
        return newest.Token;
    }

    /// <summary>The thing is gone.</summary>
    public void Stop(string key)
    {
        CancellationTokenSource? last;
        lock (_gate) _byKey.Remove(key, out last);
        last?.Cancel();
    }
}
