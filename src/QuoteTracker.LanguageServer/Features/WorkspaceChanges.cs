using System.Text.Json;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>What changes around the open documents: folders and settings.</summary>
internal static class WorkspaceChanges
{
    public const string Section = "quotetracker";

    public static ServerState FoldersChanged(ServerState state, DidChangeWorkspaceFoldersParams parameters)
    {
        var removed = parameters.Event.Removed.Select(static folder => DocumentUri.KeyOf(folder.Uri)).ToHashSet(StringComparer.Ordinal);
        var added = parameters.Event.Added.Select(static folder => DocumentUri.KeyOf(folder.Uri)).ToHashSet(StringComparer.Ordinal);
        // A folder added twice counts once.
        var kept = state.Folders.Where(folder => !removed.Contains(DocumentUri.KeyOf(folder.Uri)) && !added.Contains(DocumentUri.KeyOf(folder.Uri)));
        return state.WithFolders([.. kept, .. parameters.Event.Added]);
    }

    public static ServerCapabilities FoldersCapability(ServerCapabilities server, ClientCapabilities client) => server with
    {
        Workspace = (server.Workspace ?? new WorkspaceOptions()) with
        {
            WorkspaceFolders = new WorkspaceFoldersServerCapabilities(Supported: true, ChangeNotifications: true),
        },
    };

    /// <summary>Clients that are not asked for their settings push them, with the section around them or not.</summary>
    public static ServerState SettingsPushed(ServerState state, DidChangeConfigurationParams parameters)
    {
        if (parameters.Settings is not { ValueKind: JsonValueKind.Object } settings) return state;
        return state with { Settings = settings.TryGetProperty(Section, out var section) ? section : settings };
    }
}
