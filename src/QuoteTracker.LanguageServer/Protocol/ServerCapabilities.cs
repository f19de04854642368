using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>What the server told the client it can do. Each handler adds its own part (see <c>Hosting/Handler.cs</c>).</summary>
/// <param name="PositionEncoding">One of <c>utf-8</c>, <c>utf-16</c>, <c>utf-32</c>.</param>
public sealed record ServerCapabilities(
    string? PositionEncoding = null,
    TextDocumentSyncOptions? TextDocumentSync = null,
    CompletionOptions? CompletionProvider = null,
    bool? HoverProvider = null,
    bool? DeclarationProvider = null,
    bool? DefinitionProvider = null,
    bool? TypeDefinitionProvider = null,
    bool? ImplementationProvider = null,
    bool? ReferencesProvider = null,
    bool? DocumentHighlightProvider = null,
    bool? DocumentSymbolProvider = null,
    CodeActionOptions? CodeActionProvider = null,
    ResolveOptions? CodeLensProvider = null,
    ResolveOptions? DocumentLinkProvider = null,
    bool? WorkspaceSymbolProvider = null,
    RenameOptions? RenameProvider = null,
    bool? FoldingRangeProvider = null,
    bool? SelectionRangeProvider = null,
    ExecuteCommandOptions? ExecuteCommandProvider = null,
    bool? CallHierarchyProvider = null,
    bool? LinkedEditingRangeProvider = null,
    SemanticTokensOptions? SemanticTokensProvider = null,
    ResolveOptions? InlayHintProvider = null,
    DiagnosticOptions? DiagnosticProvider = null,
    WorkspaceOptions? Workspace = null);

/// <summary>The options of CodeLens, DocumentLink and InlayHint, which are alike.</summary>
public sealed record ResolveOptions(bool? ResolveProvider = null, bool? WorkDoneProgress = null);

public sealed record CompletionOptions(IReadOnlyList<string>? TriggerCharacters = null, bool? ResolveProvider = null);

public sealed record CodeActionOptions(IReadOnlyList<string>? CodeActionKinds = null, bool? ResolveProvider = null);

public sealed record RenameOptions(bool? PrepareProvider = null);

public sealed record ExecuteCommandOptions(IReadOnlyList<string> Commands, bool? WorkDoneProgress = null);

public sealed record SemanticTokensFullDelta(bool Delta);

public sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool? Range = null, SemanticTokensFullDelta? Full = null);

public sealed record DiagnosticOptions(
    bool InterFileDependencies,
    bool WorkspaceDiagnostics,
    string? Identifier = null,
    bool? WorkDoneProgress = null);

/// <param name="DocumentSelector">Null, and written so: the client's own choice of documents.</param>
public sealed record DiagnosticRegistrationOptions(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<JsonElement>? DocumentSelector,
    bool InterFileDependencies,
    bool WorkspaceDiagnostics,
    string? Identifier = null);

public sealed record WorkspaceOptions(WorkspaceFoldersServerCapabilities? WorkspaceFolders = null, FileOperationOptions? FileOperations = null);

public sealed record WorkspaceFoldersServerCapabilities(bool Supported, bool ChangeNotifications);

public sealed record FileOperationOptions(
    FileOperationRegistrationOptions? DidCreate = null,
    FileOperationRegistrationOptions? DidRename = null,
    FileOperationRegistrationOptions? WillRename = null,
    FileOperationRegistrationOptions? DidDelete = null);

public sealed record FileOperationRegistrationOptions(IReadOnlyList<FileOperationFilter> Filters);

public sealed record FileOperationFilter(FileOperationPattern Pattern, string? Scheme = null);

public sealed record FileOperationPattern(string Glob);
