using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using static QuoteTracker.LanguageServer.Hosting.Handler;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>All that the server serves: one line a method.</summary>
public static class FeatureTable
{
    public static ServerFeatures All { get; } = new(
        new ServerInfo("quotetracker", typeof(FeatureTable).Assembly.GetName().Version?.ToString(3)),
        Handlers: [
            Change("textDocument/didOpen", Json.Default.DidOpenTextDocumentParams, TextSync.Opened, TextSync.Capability),
            Change("textDocument/didChange", Json.Default.DidChangeTextDocumentParams, TextSync.Changed),
            Change("textDocument/didSave", Json.Default.DidSaveTextDocumentParams, TextSync.Saved),
            Change("textDocument/didClose", Json.Default.DidCloseTextDocumentParams, TextSync.Closed),
            Change("workspace/didChangeWorkspaceFolders", Json.Default.DidChangeWorkspaceFoldersParams, WorkspaceChanges.FoldersChanged, WorkspaceChanges.FoldersCapability),
            Change("workspace/didChangeConfiguration", Json.Default.DidChangeConfigurationParams, WorkspaceChanges.SettingsPushed),
        ],
        Parts: [
            static server => new DiagnosticsPublisher(server),
        ],
        Prepare: static state => state);
}
