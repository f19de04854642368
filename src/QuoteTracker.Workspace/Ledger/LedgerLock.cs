namespace QuoteTracker.Workspace.Ledger;

/// <summary>
/// The right to write a ledger, for one process at a time: a file beside it, locked by the system, which lets go of it when its process ends however it
/// ends. The file is gone with the lock; one that a killed process left behind locks nobody out.
/// </summary>
internal static class LedgerLock
{
    private const int ShortestWait = 5, LongestWait = 50;

    // What the system answers where somebody else holds a lock: EAGAIN on Linux, on a Mac, and a sharing or lock violation on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <param name="target">The ledger, no link.</param>
    /// <returns>Dispose of it to let go; null where another process did not let go in time.</returns>
    /// <exception cref="IOException">The lock's file cannot be made.</exception>
    public static IDisposable? Take(string target, TimeSpan patience)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var wait = ShortestWait; ; wait = Math.Min(2 * wait, LongestWait))
        {
            try
            {
                return new FileStream(PathFor(target), new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                    BufferSize = 0,
                    Options = FileOptions.DeleteOnClose,
                });
            }
            catch (IOException fault) when (HeldByAnother.Contains(fault.HResult))
            {
                if (System.Diagnostics.Stopwatch.GetElapsedTime(started) > patience) return null;
                Thread.Sleep(wait);
            }
        }
    }

    /// <summary>Deletes what killed writers left beside the ledger. Only under the lock, when no other writer is at work.</summary>
    public static void RemoveLeftovers(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.*.tmp")) File.Delete(file);
    }

    private static string PathFor(string target) => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.lock");
}
