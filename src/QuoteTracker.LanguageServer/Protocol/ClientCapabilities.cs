namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>What the client said it can do: only what this server asks for.</summary>
public sealed record ClientCapabilities(
    GeneralClientCapabilities? General = null,
    WindowClientCapabilities? Window = null,
    WorkspaceClientCapabilities? Workspace = null,
    TextDocumentClientCapabilities? TextDocument = null);

/// <param name="PositionEncodings">The client's encodings, the best first; null means utf-16 alone.</param>
public sealed record GeneralClientCapabilities(IReadOnlyList<string>? PositionEncodings = null);

public sealed record WindowClientCapabilities(bool? WorkDoneProgress = null, ShowDocumentClientCapabilities? ShowDocument = null);

public sealed record ShowDocumentClientCapabilities(bool? Support = null);

/// <summary>A capability of which only the dynamic registration matters here.</summary>
public sealed record DynamicRegistrationCapability(bool? DynamicRegistration = null);

/// <summary>A capability of which only the refresh request matters here.</summary>
public sealed record RefreshCapability(bool? RefreshSupport = null);

public sealed record WorkspaceClientCapabilities(
    bool? ApplyEdit = null,
    WorkspaceEditClientCapabilities? WorkspaceEdit = null,
    DynamicRegistrationCapability? DidChangeConfiguration = null,
    DynamicRegistrationCapability? DidChangeWatchedFiles = null,
    bool? WorkspaceFolders = null,
    bool? Configuration = null,
    RefreshCapability? SemanticTokens = null,
    RefreshCapability? CodeLens = null,
    RefreshCapability? InlayHint = null,
    RefreshCapability? Diagnostics = null,
    FileOperationClientCapabilities? FileOperations = null);

public sealed record WorkspaceEditClientCapabilities(
    bool? DocumentChanges = null,
    IReadOnlyList<string>? ResourceOperations = null,
    ChangeAnnotationSupport? ChangeAnnotationSupport = null);

public sealed record ChangeAnnotationSupport(bool? GroupsOnLabel = null);

public sealed record FileOperationClientCapabilities(bool? DidCreate = null, bool? DidRename = null, bool? WillRename = null, bool? DidDelete = null);

public sealed record TextDocumentClientCapabilities(
    PublishDiagnosticsClientCapabilities? PublishDiagnostics = null,
    DiagnosticClientCapabilities? Diagnostic = null,
    HoverClientCapabilities? Hover = null,
    LinkSupportCapability? Declaration = null,
    LinkSupportCapability? Definition = null,
    LinkSupportCapability? TypeDefinition = null,
    LinkSupportCapability? Implementation = null,
    DocumentSymbolClientCapabilities? DocumentSymbol = null,
    CodeActionClientCapabilities? CodeAction = null,
    CompletionClientCapabilities? Completion = null,
    RenameClientCapabilities? Rename = null,
    FoldingRangeClientCapabilities? FoldingRange = null,
    InlayHintClientCapabilities? InlayHint = null,
    SemanticTokensClientCapabilities? SemanticTokens = null);

public sealed record TagSupport(IReadOnlyList<int>? ValueSet = null);

public sealed record PublishDiagnosticsClientCapabilities(
    bool? RelatedInformation = null,
    TagSupport? TagSupport = null,
    bool? VersionSupport = null,
    bool? CodeDescriptionSupport = null,
    bool? DataSupport = null);

public sealed record DiagnosticClientCapabilities(bool? DynamicRegistration = null, bool? RelatedDocumentSupport = null);

/// <param name="ContentFormat">Of <see cref="MarkupKind"/>, the preferred first.</param>
public sealed record HoverClientCapabilities(IReadOnlyList<string>? ContentFormat = null);

public sealed record LinkSupportCapability(bool? LinkSupport = null);

public sealed record DocumentSymbolClientCapabilities(bool? HierarchicalDocumentSymbolSupport = null);

public sealed record ResolveSupport(IReadOnlyList<string>? Properties = null);

public sealed record CodeActionLiteralSupport(CodeActionKindSupport? CodeActionKind = null);

public sealed record CodeActionKindSupport(IReadOnlyList<string>? ValueSet = null);

public sealed record CodeActionClientCapabilities(
    CodeActionLiteralSupport? CodeActionLiteralSupport = null,
    bool? IsPreferredSupport = null,
    bool? DisabledSupport = null,
    bool? DataSupport = null,
    ResolveSupport? ResolveSupport = null);

public sealed record CompletionClientCapabilities(CompletionItemClientCapabilities? CompletionItem = null);

public sealed record CompletionItemClientCapabilities(
    bool? SnippetSupport = null,
    IReadOnlyList<string>? DocumentationFormat = null,
    bool? LabelDetailsSupport = null,
    ResolveSupport? ResolveSupport = null);

public sealed record RenameClientCapabilities(bool? PrepareSupport = null, bool? HonorsChangeAnnotations = null);

public sealed record FoldingRangeClientCapabilities(bool? LineFoldingOnly = null);

public sealed record InlayHintClientCapabilities(ResolveSupport? ResolveSupport = null);

public sealed record SemanticTokensClientCapabilities(
    IReadOnlyList<string>? TokenTypes = null,
    IReadOnlyList<string>? TokenModifiers = null,
    bool? OverlappingTokenSupport = null,
    bool? MultilineTokenSupport = null);
