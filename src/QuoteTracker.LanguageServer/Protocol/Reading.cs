using System.Text.Json;

namespace QuoteTracker.LanguageServer.Protocol;

public enum InlayHintKind
{
    Type = 1,
    Parameter = 2,
}

public sealed record InlayHintParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    IntegerOrString? WorkDoneToken = null) : ITextDocumentParams, IWorkDoneProgressParams;

public sealed record InlayHintLabelPart(string Value, MarkupContent? Tooltip = null, Location? Location = null, Command? Command = null);

public sealed record InlayHint(
    Position Position,
    IReadOnlyList<InlayHintLabelPart> Label,
    InlayHintKind? Kind = null,
    IReadOnlyList<TextEdit>? TextEdits = null,
    MarkupContent? Tooltip = null,
    bool? PaddingLeft = null,
    bool? PaddingRight = null,
    JsonElement? Data = null);

public sealed record CodeLens(Range Range, Command? Command = null, JsonElement? Data = null);

public static class FoldingRangeKind
{
    public const string Comment = "comment";
    public const string Imports = "imports";
    public const string Region = "region";
}

/// <param name="Kind">One of <see cref="FoldingRangeKind"/>.</param>
public sealed record FoldingRange(
    int StartLine,
    int EndLine,
    int? StartCharacter = null,
    int? EndCharacter = null,
    string? Kind = null,
    string? CollapsedText = null);

public sealed record SelectionRangeParams(
    TextDocumentIdentifier TextDocument,
    IReadOnlyList<Position> Positions,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

/// <param name="Parent">The next wider range; holds <paramref name="Range"/>.</param>
public sealed record SelectionRange(Range Range, SelectionRange? Parent = null);

public sealed record LinkedEditingRanges(IReadOnlyList<Range> Ranges, string? WordPattern = null);
