using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>The folders of the editor's workspace as they come and go.</summary>
internal static class WorkspaceFolders
{
    public static ServerState Changed(ServerState state, DidChangeWorkspaceFoldersParams parameters)
    {
        var removed = parameters.Event.Removed.Select(static folder => DocumentUri.KeyOf(folder.Uri)).ToHashSet(StringComparer.Ordinal);
        var added = parameters.Event.Added.Select(static folder => DocumentUri.KeyOf(folder.Uri)).ToHashSet(StringComparer.Ordinal);
        // A folder added twice counts once.
        var kept = state.Folders.Where(folder => !removed.Contains(DocumentUri.KeyOf(folder.Uri)) && !added.Contains(DocumentUri.KeyOf(folder.Uri)));
        return state.WithFolders([.. kept, .. parameters.Event.Added]);
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with
    {
        Workspace = (server.Workspace ?? new WorkspaceOptions()) with
        {
            WorkspaceFolders = new WorkspaceFoldersServerCapabilities(Supported: true, ChangeNotifications: true),
        },
    };
}
