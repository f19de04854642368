using System.Diagnostics;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>A server outlives its client by no more than a moment, however the client died.</summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <param name="gone">Called once the process is not there, which may be at once.</param>
    public static void Watch(int id, Action gone, CancellationToken stop) => _ = WatchAsync(id, gone, stop);

    private static async Task WatchAsync(int id, Action gone, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (IsAlive(id)) await timer.WaitForNextTickAsync(stop).ConfigureAwait(false);
            gone();
        }
        catch (OperationCanceledException)
        {
            // The server ended first.
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is there, and we may not look at it.
            return true;
        }
    }
}
