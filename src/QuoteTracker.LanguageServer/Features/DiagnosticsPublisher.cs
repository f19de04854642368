using QuoteTracker.Ide;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Pushes the findings of each open document whenever they may have changed: the text was, or the newsroom around it. Only the newest state of a document
/// is worth the work; what is found for an older one is not published.
/// </summary>
internal sealed class DiagnosticsPublisher(Server server) : IServerPart
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenFile> _newest = new(StringComparer.Ordinal);

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
        lock (_gate) _newest[DocumentUri.KeyOf(document.Uri)] = file;
        server.Priority.Begin();
        _ = Task.Run(() => Publish(document, file, state.Client.Capabilities.TextDocument?.PublishDiagnostics));
    }

    private void Publish(Document document, OpenFile file, PublishDiagnosticsClientCapabilities? client)
    {
        try
        {
            if (!IsNewest(document, file)) return;
            var diagnostics = DiagnosticConversion.ToProtocol(file.Diagnostics, document.Positions, client);
            // Under the lock, so that nothing newer can go out between the look and the sending.
            lock (_gate)
            {
                if (IsNewest(document, file)) Send(document.Uri, client?.VersionSupport == true ? document.Version : null, diagnostics);
            }
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
        lock (_gate)
        {
            if (_newest.Remove(DocumentUri.KeyOf(document.Uri))) Send(document.Uri, null, []);
        }
    }

    private bool IsNewest(Document document, OpenFile file)
    {
        lock (_gate) return _newest.GetValueOrDefault(DocumentUri.KeyOf(document.Uri)) == file;
    }

    private void Send(string uri, int? version, IReadOnlyList<Diagnostic> diagnostics) => server.Client.Notify(
        "textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, diagnostics, version), ProtocolJson.Default.PublishDiagnosticsParams);
}
