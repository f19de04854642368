using System.Collections.Immutable;
using System.Text.Json;
using QuoteTracker.Ide;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>What was settled with the client at <c>initialize</c>.</summary>
/// <param name="Options">The client's <c>initializationOptions</c>.</param>
public sealed record ClientProfile(ClientCapabilities Capabilities, PositionEncoding Encoding, DiagnosticsDelivery Delivery, JsonElement? Options);

/// <summary>
/// How findings reach the client: one way or the other, for a client that pulls and is pushed to shows each finding twice. One that says that it pulls
/// is left to; <c>initializationOptions.diagnostics</c>, <c>push</c> or <c>pull</c>, goes before what it says.
/// </summary>
public enum DiagnosticsDelivery
{
    Push,
    Pull,
}

/// <summary>All that the server knows at one moment. Immutable: changes make the next one, one after the other; reads keep the one they started on.</summary>
public sealed record ServerState
{
    public required ClientProfile Client { get; init; }

    public DocumentStore Documents { get; init; } = DocumentStore.Empty;

    public ImmutableArray<WorkspaceFolder> Folders { get; init; } = [];

    public EditorSettings Settings { get; init; } = EditorSettings.Default;

    /// <summary>Goes up whenever the client says that its settings changed.</summary>
    public int SettingsNews { get; init; }

    /// <summary>The client has asked for the ledger's entries, and is told when they change.</summary>
    public bool ShowsClaims { get; init; }

    /// <summary>The same for all states of one server.</summary>
    public SentTokens SentTokens { get; private init; } = new();

    /// <summary>The open documents and the newsrooms on disk, as the features see them.</summary>
    public IdeSnapshot Ide { get; init; } = IdeSnapshot.Empty;

    /// <summary>This state with another set of folders.</summary>
    public ServerState WithFolders(ImmutableArray<WorkspaceFolder> folders) => this with
    {
        Folders = folders,
        Ide = Ide.WithRoots([.. folders.Select(static folder => DocumentUri.PathOf(folder.Uri)).OfType<string>()]),
    };

    /// <summary>This state with a document opened, or with the next version of an open one.</summary>
    public ServerState With(Document document) => this with
    {
        Documents = Documents.With(document),
        Ide = document.Path is { } path ? Ide.WithText(path, document.Text) : Ide,
    };

    /// <summary>This state without a document.</summary>
    public ServerState Without(string uri) => Documents.TryGet(uri, out var document)
        ? this with { Documents = Documents.Without(uri), Ide = document.Path is { } path ? Ide.WithoutText(path) : Ide }
        : this;

    /// <summary>What is understood of a document; null where it is not looked at.</summary>
    public OpenFile? FileOf(Document document) => document.Path is { } path ? Ide.File(path) : null;

    /// <summary>The open document of a file; null where it is not open.</summary>
    public Document? DocumentAt(string path) =>
        Documents.TryGet(DocumentUri.Of(path), out var document) ? document : Documents.All.FirstOrDefault(document => document.Path == path);

    public static ServerState Initial(InitializeParams parameters)
    {
        var client = new ClientProfile(
            parameters.Capabilities,
            Negotiate(parameters.Capabilities.General?.PositionEncodings),
            DeliveryTo(parameters),
            parameters.InitializationOptions);
        return new ServerState { Client = client }.WithFolders(FoldersOf(parameters));
    }

    /// <summary>The client's best encoding of those spoken here; utf-16, which every client speaks, where it names none.</summary>
    private static PositionEncoding Negotiate(IReadOnlyList<string>? offered)
    {
        foreach (string name in offered ?? [])
        {
            if (PositionEncodingNames.Parse(name) is { } encoding) return encoding;
        }
        return PositionEncoding.Utf16;
    }

    private static DiagnosticsDelivery DeliveryTo(InitializeParams parameters)
    {
        if (parameters.InitializationOptions is { ValueKind: JsonValueKind.Object } options
            && options.TryGetProperty("diagnostics", out var wish) && wish.ValueKind == JsonValueKind.String)
        {
            if (wish.ValueEquals("push")) return DiagnosticsDelivery.Push;
            if (wish.ValueEquals("pull")) return DiagnosticsDelivery.Pull;
        }
        return parameters.Capabilities.TextDocument?.Diagnostic is null ? DiagnosticsDelivery.Push : DiagnosticsDelivery.Pull;
    }

    private static ImmutableArray<WorkspaceFolder> FoldersOf(InitializeParams parameters)
    {
        if (parameters.WorkspaceFolders is { Count: > 0 } folders) return [.. folders];
        string? root = parameters.RootUri ?? (parameters.RootPath is { Length: > 0 } path ? DocumentUri.Of(path) : null);
        return root is null ? [] : [new WorkspaceFolder(root, Path.GetFileName(DocumentUri.PathOf(root)) ?? root)];
    }
}
