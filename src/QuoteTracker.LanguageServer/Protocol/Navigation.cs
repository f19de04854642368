using System.Text.Json;

namespace QuoteTracker.LanguageServer.Protocol;

public sealed record Hover(MarkupContent Contents, Range? Range = null);

public sealed record ReferenceContext(bool IncludeDeclaration);

public sealed record ReferenceParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    ReferenceContext Context,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

public enum DocumentHighlightKind
{
    Text = 1,
    Read = 2,
    Write = 3,
}

public sealed record DocumentHighlight(Range Range, DocumentHighlightKind? Kind = null);

public sealed record DocumentLink(Range Range, string? Target = null, string? Tooltip = null, JsonElement? Data = null);

public sealed record CallHierarchyItem(
    string Name,
    SymbolKind Kind,
    string Uri,
    Range Range,
    Range SelectionRange,
    IReadOnlyList<SymbolTag>? Tags = null,
    string? Detail = null,
    JsonElement? Data = null);

/// <summary>The params of incomingCalls and of outgoingCalls, which are alike.</summary>
public sealed record CallHierarchyCallsParams(
    CallHierarchyItem Item,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : IWorkDoneProgressParams, IPartialResultParams;

public sealed record CallHierarchyIncomingCall(CallHierarchyItem From, IReadOnlyList<Range> FromRanges);

public sealed record CallHierarchyOutgoingCall(CallHierarchyItem To, IReadOnlyList<Range> FromRanges);
