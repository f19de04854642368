using QuoteTracker.Ide;
using QuoteTracker.Ide.Findings;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Pushes the findings of each open document whenever they may have changed: the text was, or the newsroom around it. Only the newest state of a document
/// is worth the work; for an older one it stops, and nothing is published. What needs the ledger, the sources and the other articles comes when the typing
/// pauses; until then what they said before stays where its words have gone.
/// </summary>
internal sealed class DiagnosticsPublisher(Server server) : IServerPart
{
    /// <summary>Somebody who types pauses no longer between two keys.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly NewestWork _work = new();
    private readonly Lock _gate = new();

    // By document: what the client has, and of which version.
    private readonly Dictionary<string, (Document Document, IReadOnlyList<WrittenDiagnostic> Diagnostics)> _sent = new(StringComparer.Ordinal);

    // By document: what was last found that comes late.
    private readonly Dictionary<string, LateFindings> _late = new(StringComparer.Ordinal);

    /// <summary>The findings of one state of a document on their way.</summary>
    /// <param name="IsOutOfDate">Cancelled when a newer state is there, or the document was closed.</param>
    private sealed record Publication(Document Document, OpenFile File, CancellationToken IsOutOfDate);

    public void Started()
    {
        foreach (var document in server.State.Documents.All) Schedule(document, server.State);
    }

    public void StateChanged(ServerState before, ServerState after)
    {
        if (before.Ide == after.Ide && before.Documents == after.Documents) return;
        foreach (var document in before.Documents.All)
        {
            if (!after.Documents.TryGet(document.Uri, out _)) Withdraw(document);
        }
        foreach (var document in after.Documents.All)
        {
            bool isNew = !before.Documents.TryGet(document.Uri, out var old) || old != document || before.FileOf(document) != after.FileOf(document);
            // A ledger's entries are held against the articles.
            isNew = isNew || (after.FileOf(document)?.Role == FileRole.Ledger && !before.Ide.HasArticlesOf(after.Ide));
            if (isNew || (document.Path is { } path && !before.Ide.WorkspaceFindings.SayTheSame(path, after.Ide.WorkspaceFindings))) Schedule(document, after);
        }
    }

    private void Schedule(Document document, ServerState state)
    {
        if (state.Client.Delivery == DiagnosticsDelivery.Pull || state.FileOf(document) is not { } file) return;
        var publication = new Publication(document, file, _work.Begin(DocumentUri.KeyOf(document.Uri)));
        server.Priority.Begin();
        _ = Task.Run(() => Publish(publication, state));
    }

    private void Publish(Publication publication, ServerState state)
    {
        var client = state.Client.Capabilities.TextDocument?.PublishDiagnostics;
        try
        {
            var (document, file) = (publication.Document, publication.File);
            var found = file.FindInText(publication.IsOutOfDate);
            LateFindings late;
            lock (_gate) late = _late.GetValueOrDefault(DocumentUri.KeyOf(document.Uri), LateFindings.None);
            Send(publication, [.. DiagnosticConversion.ToProtocol(found, document.Positions, client), .. late.In(document)], client);
            bool hasMore = file.HasRecords || file.Role == FileRole.Ledger || !late.Items.IsEmpty || !state.Ide.WorkspaceFindings.In(file.Path).IsEmpty;
            if (hasMore) server.Background("holding of an article against its records", () => CompleteAsync(publication, state));
        }
        catch (OperationCanceledException) when (publication.IsOutOfDate.IsCancellationRequested)
        {
            // A newer state is on its way.
        }
        catch (Exception e)
        {
            server.Client.Log(MessageType.Error, $"The findings of a document could not be made ({e.GetType().Name}).", e.ToString());
        }
        finally
        {
            server.Priority.End();
        }
    }

    private async Task CompleteAsync(Publication publication, ServerState state)
    {
        try
        {
            await Task.Delay(Pause, publication.IsOutOfDate).ConfigureAwait(false);
            var (document, file) = (publication.Document, publication.File);
            var found = FileFindings.Of(state.Ide, file, publication.IsOutOfDate);
            var late = DiagnosticConversion.ToProtocol(found.Late, file, document.Positions, state, publication.IsOutOfDate);
            IReadOnlyList<Diagnostic> diagnostics = [.. DiagnosticConversion.ToProtocol(found.InText, file, document.Positions, state, publication.IsOutOfDate), .. late];
            lock (_gate)
            {
                // A closed document is forgotten.
                if (publication.IsOutOfDate.IsCancellationRequested) return;
                _late[DocumentUri.KeyOf(document.Uri)] = new LateFindings(document.Text, [.. found.Late.Zip(late, static (finding, written) => (finding.Location.SourceSpan, written))]);
            }
            Send(publication, diagnostics, state.Client.Capabilities.TextDocument?.PublishDiagnostics);
        }
        catch (OperationCanceledException) when (publication.IsOutOfDate.IsCancellationRequested)
        {
            // A newer state is on its way.
        }
    }

    /// <summary>Nothing where something newer is on its way, or the client has the same of the same version.</summary>
    private void Send(Publication publication, IReadOnlyList<Diagnostic> diagnostics, PublishDiagnosticsClientCapabilities? client)
    {
        var document = publication.Document;
        // Under the lock, so that nothing newer can go out between the look and the sending.
        lock (_gate)
        {
            string key = DocumentUri.KeyOf(document.Uri);
            if (publication.IsOutOfDate.IsCancellationRequested) return;
            var (sent, before) = _sent.GetValueOrDefault(key, (null!, []));
            var written = Written(diagnostics, before);
            if (sent == document && AreSame(written, before)) return;
            _sent[key] = (document, written);
            Send(document.Uri, client?.VersionSupport == true ? document.Version : null, written);
        }
    }

    /// <summary>Those at the beginning and at the end that are as they were before are not written again.</summary>
    private static WrittenDiagnostic[] Written(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<WrittenDiagnostic> before)
    {
        var written = new WrittenDiagnostic[diagnostics.Count];
        int most = Math.Min(written.Length, before.Count), first = 0, last = 0;
        for (; first < most && diagnostics[first] == before[first].Item; first++) written[first] = before[first];
        for (; last < most - first && diagnostics[diagnostics.Count - 1 - last] == before[before.Count - 1 - last].Item; last++) written[^(last + 1)] = before[before.Count - 1 - last];
        for (int k = first; k < written.Length - last; k++) written[k] = new WrittenDiagnostic(diagnostics[k]);
        return written;
    }

    private static bool AreSame(WrittenDiagnostic[] one, IReadOnlyList<WrittenDiagnostic> other)
    {
        bool areSame = one.Length == other.Count;
        for (int k = 0; k < one.Length && areSame; k++) areSame = one[k] == other[k] || one[k].Json.SequenceEqual(other[k].Json);
        return areSame;
    }

    /// <summary>A closed document has no findings: its marks would stay with nobody to take them away.</summary>
    private void Withdraw(Document document)
    {
        string key = DocumentUri.KeyOf(document.Uri);
        _work.Stop(key);
        lock (_gate)
        {
            if (_sent.Remove(key)) Send(document.Uri, null, []);
            _late.Remove(key);
        }
    }

    private void Send(string uri, int? version, IReadOnlyList<WrittenDiagnostic> diagnostics) => server.Client.Notify(
        "textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, diagnostics, version), ProtocolJson.Default.PublishDiagnosticsParams);
}
