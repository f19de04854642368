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
            Change("workspace/didChangeWorkspaceFolders", Json.Default.DidChangeWorkspaceFoldersParams, WorkspaceFolders.Changed, WorkspaceFolders.Capability),
            Change("workspace/didChangeConfiguration", Json.Default.DidChangeConfigurationParams, Settings.Changed),
            Change("workspace/didChangeWatchedFiles", Json.Default.DidChangeWatchedFilesParams, WatchedFiles.Changed),
            Change("workspace/didCreateFiles", Json.Default.FilesParams, WatchedFiles.CreatedOrDeleted, WatchedFiles.CreateCapability),
            Change("workspace/didRenameFiles", Json.Default.RenameFilesParams, WatchedFiles.Renamed, WatchedFiles.RenameCapability),
            Change("workspace/didDeleteFiles", Json.Default.FilesParams, WatchedFiles.CreatedOrDeleted, WatchedFiles.DeleteCapability),

            Read("textDocument/diagnostic", Json.Default.DocumentDiagnosticParams, Json.Default.DocumentDiagnosticReport, PulledDiagnostics.OfDocument, PulledDiagnostics.Capability),
            Read("workspace/diagnostic", Json.Default.WorkspaceDiagnosticParams, Json.Default.WorkspaceDiagnosticReport, PulledWorkspaceDiagnostics.OfWorkspace),
        ],
        Parts: [
            static server => new DynamicRegistrations(server),
            static server => new Settings(server),
            static server => new DiskWatcher(server),
            static server => new DiagnosticsPublisher(server),
            static server => new Refreshes(server),
            static server => new Indexing(server),
        ],
        Prepare: static state => state);
}
