using QuoteTracker.Ide.Findings;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Runs the rules that look at a newsroom as a whole, in the background: once all articles are read, and whenever one of them has changed, in the editor or on disk,
/// and nothing changes any more. What changes meanwhile stops it.
/// </summary>
internal sealed class WorkspaceChecking(Server server) : IServerPart
{
    /// <summary>Longer than between two keys, and short enough that what a save changes is seen within a second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly NewestWork _work = new();
    private Task _last = Task.CompletedTask;

    public void Started() => Want();

    public void StateChanged(ServerState before, ServerState after)
    {
        if (before.Ide != after.Ide && !before.Ide.HasArticlesOf(after.Ide)) Want();
    }

    /// <summary>On the queue's thread alone.</summary>
    private void Want()
    {
        var newer = _work.Begin(nameof(WorkspaceFindings));
        var older = _last;
        _last = Task.Run(() => CheckAsync(older, newer));
    }

    /// <param name="older">Told to stop: two at once would take the rules' process from those who wait for an article's findings.</param>
    private async Task CheckAsync(Task older, CancellationToken newer)
    {
        try
        {
            await older.ConfigureAwait(false);
            await Task.Delay(Pause, newer).ConfigureAwait(false);
            server.Priority.StandAside();
            var ide = server.State.Ide;
            // What is read next wants it again.
            if (!ide.HasReadAll) return;
            var found = WorkspaceFindings.Find(ide, newer);
            if (found != ide.WorkspaceFindings) server.Post(state => state with { Ide = state.Ide.WithWorkspaceFindings(found, ide) });
        }
        catch (OperationCanceledException) when (newer.IsCancellationRequested)
        {
            // A newer state is on its way.
        }
        catch (Exception e)
        {
            server.Client.Log(MessageType.Error, $"The newsroom could not be looked at as a whole ({e.GetType().Name}).", e.ToString());
        }
    }
}
