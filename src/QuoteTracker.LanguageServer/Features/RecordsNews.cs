using QuoteTracker.Core.Claims;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Checking;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Follows the ledgers: tells a client that shows their entries when these change, has the articles whose entries changed read again for the index, and the
/// quotations coloured again whose status did.
/// </summary>
internal sealed class RecordsNews(Server server) : IServerPart
{
    /// <summary>Somebody who types pauses no longer between two keys.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly NewestWork _looks = new();
    private readonly Lock _gate = new();

    // By document: as it was coloured last.
    private readonly Dictionary<string, ClaimMarks> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClaimLedger> _ledgers = new(StringComparer.Ordinal);

    public void Started()
    {
        foreach (var document in server.State.Documents.All) LookAt(document, server.State);
    }

    public void StateChanged(ServerState before, ServerState after)
    {
        if (before.Ide == after.Ide && before.Documents == after.Documents) return;
        foreach (var document in before.Documents.All)
        {
            if (!after.Documents.TryGet(document.Uri, out _)) Forget(document);
        }
        foreach (var document in after.Documents.All)
        {
            if (!before.Documents.TryGet(document.Uri, out var old) || old != document || before.FileOf(document) != after.FileOf(document)) LookAt(document, after);
        }
        if (before.Ide.HasRecordsOf(after.Ide)) return;
        server.Background("following of the ledgers", async () =>
        {
            await Task.Delay(Pause, server.Ending).ConfigureAwait(false);
            Compare();
        });
    }

    private void LookAt(Document document, ServerState state)
    {
        if (state.FileOf(document) is not { } file) return;
        string key = DocumentUri.KeyOf(document.Uri);
        var isOutOfDate = _looks.Begin(key);
        server.Background("look for the status of quotations", () => ColourAsync(key, file, isOutOfDate));
    }

    private async Task ColourAsync(string key, OpenFile file, CancellationToken isOutOfDate)
    {
        try
        {
            await Task.Delay(Pause, isOutOfDate).ConfigureAwait(false);
            if (!file.HasRecords) return;
            file.ReadBackground(isOutOfDate);
        }
        catch (OperationCanceledException) when (isOutOfDate.IsCancellationRequested)
        {
            return;
        }
        lock (_gate)
        {
            if (isOutOfDate.IsCancellationRequested || _marks.GetValueOrDefault(key, ClaimMarks.None).Says(file.Marks)) return;
            _marks[key] = file.Marks;
        }
        if (server.State.Client.Capabilities.Workspace?.SemanticTokens?.RefreshSupport != true) return;
        await server.Client.TryRequestAsync("workspace/semanticTokens/refresh", null, ProtocolJson.Default.InitializedParams, server.Ending).ConfigureAwait(false);
    }

    private void Forget(Document document)
    {
        string key = DocumentUri.KeyOf(document.Uri);
        _looks.Stop(key);
        lock (_gate) _marks.Remove(key);
    }

    private void Compare()
    {
        var state = server.State;
        var changed = new List<string>();
        bool isNews = false;
        lock (_gate)
        {
            foreach (var tools in state.Ide.NewsroomTools)
            {
                var ledger = state.Ide.RecordsOf(tools).Ledger.Ledger;
                var before = _ledgers.GetValueOrDefault(tools.Newsroom.Root, tools.Newsroom.Ledger.Ledger);
                _ledgers[tools.Newsroom.Root] = ledger;
                if (before == ledger) continue;
                isNews = true;
                // Any article may be the new home of what lost its own.
                if (!before.Homeless.SequenceEqual(ledger.Homeless)) changed.AddRange(state.Ide.Index.Articles.Select(static article => article.Path).Where(path => state.Ide.NewsroomOf(path).Newsroom.Root == tools.Newsroom.Root));
                changed.AddRange(before.Claims.Except(ledger.Claims).Concat(ledger.Claims.Except(before.Claims)).Select(claim => Path.GetFullPath(claim.Article, tools.Newsroom.Root)).Distinct(StringComparer.Ordinal));
            }
        }
        if (changed.Count > 0) server.Post(later => later with { Ide = later.Ide.WithStaleArticles(changed) });
        if (isNews && state.ShowsClaims) server.Client.Notify("quotetracker/claimsChanged", new WorkspaceParams(), ProtocolJson.Default.WorkspaceParams);
    }
}
