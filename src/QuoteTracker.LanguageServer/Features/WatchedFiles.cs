using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>What happens on disk beside the open documents, whoever reports it: the client's watcher, its file operations, or our own watcher.</summary>
internal static class WatchedFiles
{
    /// <summary>Articles, sources, registries, configurations, ledgers, house rules.</summary>
    public const string Glob = "**/*.{txt,md,markdown,yaml,yml,jsonl,vtt,srt,html,htm,cs}";

    public static ServerState Changed(ServerState state, DidChangeWatchedFilesParams parameters) =>
        Changed(state, parameters.Changes.Select(static change => change.Uri));

    public static ServerState CreatedOrDeleted(ServerState state, FilesParams parameters) =>
        Changed(state, parameters.Files.Select(static file => file.Uri));

    public static ServerState Renamed(ServerState state, RenameFilesParams parameters) =>
        Changed(state, parameters.Files.SelectMany(static file => (string[])[file.OldUri, file.NewUri]));

    public static ServerCapabilities CreateCapability(ServerCapabilities server, ClientProfile client) =>
        With(server, static (operations, registration) => operations with { DidCreate = registration });

    public static ServerCapabilities RenameCapability(ServerCapabilities server, ClientProfile client) =>
        With(server, static (operations, registration) => operations with { DidRename = registration });

    public static ServerCapabilities DeleteCapability(ServerCapabilities server, ClientProfile client) =>
        With(server, static (operations, registration) => operations with { DidDelete = registration });

    private static ServerState Changed(ServerState state, IEnumerable<string> uris) =>
        state with { Ide = state.Ide.WithDiskChanges([.. uris.Select(DocumentUri.PathOf).OfType<string>()]) };

    private static ServerCapabilities With(ServerCapabilities server, Func<FileOperationOptions, FileOperationRegistrationOptions, FileOperationOptions> add)
    {
        var workspace = server.Workspace ?? new WorkspaceOptions();
        // Folders as well: a newsroom may move as a whole.
        var all = new FileOperationRegistrationOptions([new FileOperationFilter(new FileOperationPattern("**/*"), "file")]);
        return server with { Workspace = workspace with { FileOperations = add(workspace.FileOperations ?? new FileOperationOptions(), all) } };
    }
}
