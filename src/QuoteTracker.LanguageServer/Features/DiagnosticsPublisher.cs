using System.Diagnostics.CodeAnalysis;
using QuoteTracker.Ide;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Pushes the findings of each open document whenever they may have changed: the text was, or the newsroom around it. Only the newest state of a document
/// is worth the work; for an older one it stops, and nothing is published.
/// </summary>
internal sealed class DiagnosticsPublisher(Server server) : IServerPart
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Publication> _newest = new(StringComparer.Ordinal);

    /// <summary>The findings of one state of a document on their way.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle, and a newer state may come at any time.")]
    private sealed class Publication(Document document, OpenFile file)
    {
        private readonly CancellationTokenSource _stop = new();

        public Document Document { get; } = document;

        public OpenFile File { get; } = file;

        public CancellationToken Cancellation => _stop.Token;

        public void Stop() => _stop.Cancel();
    }

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
            if (isNew) Schedule(document, after);
        }
    }

    private void Schedule(Document document, ServerState state)
    {
        if (state.Client.Delivery == DiagnosticsDelivery.Pull || state.FileOf(document) is not { } file) return;
        var publication = new Publication(document, file);
        Publication? older;
        lock (_gate)
        {
            older = _newest.GetValueOrDefault(DocumentUri.KeyOf(document.Uri));
            _newest[DocumentUri.KeyOf(document.Uri)] = publication;
        }
        older?.Stop();
        server.Priority.Begin();
        _ = Task.Run(() => Publish(publication, state.Client.Capabilities.TextDocument?.PublishDiagnostics));
    }

    private void Publish(Publication publication, PublishDiagnosticsClientCapabilities? client)
    {
        try
        {
            var found = publication.File.FindDiagnostics(publication.Cancellation);
            var diagnostics = DiagnosticConversion.ToProtocol(found, publication.Document.Positions, client);
            // Under the lock, so that nothing newer can go out between the look and the sending.
            lock (_gate)
            {
                if (_newest.GetValueOrDefault(DocumentUri.KeyOf(publication.Document.Uri)) == publication)
                    Send(publication.Document.Uri, client?.VersionSupport == true ? publication.Document.Version : null, diagnostics);
            }
        }
        catch (OperationCanceledException) when (publication.Cancellation.IsCancellationRequested)
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

    /// <summary>A closed document has no findings: its marks would stay with nobody to take them away.</summary>
    private void Withdraw(Document document)
    {
        Publication? last;
        lock (_gate)
        {
            if (_newest.Remove(DocumentUri.KeyOf(document.Uri), out last)) Send(document.Uri, null, []);
        }
        last?.Stop();
    }

    private void Send(string uri, int? version, IReadOnlyList<Diagnostic> diagnostics) => server.Client.Notify(
        "textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, diagnostics, version), ProtocolJson.Default.PublishDiagnosticsParams);
}
