using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>A place in a text, zero-based; what a character is depends on the negotiated position encoding.</summary>
public readonly record struct Position(int Line, int Character);

/// <summary>A stretch of a text, its end exclusive.</summary>
public readonly record struct Range(Position Start, Position End);

/// <summary>What an answer to "go to" may hold: a <see cref="Location"/>, or a <see cref="LocationLink"/> where the client has <c>linkSupport</c>.</summary>
[JsonDerivedType(typeof(Location))]
[JsonDerivedType(typeof(LocationLink))]
public abstract record LocationOrLink;

public sealed record Location(string Uri, Range Range) : LocationOrLink;

public sealed record LocationLink(string TargetUri, Range TargetRange, Range TargetSelectionRange, Range? OriginSelectionRange = null) : LocationOrLink;

public sealed record TextDocumentIdentifier(string Uri);

/// <param name="Version">Always sent by clients that follow the specification; some older ones send null.</param>
public sealed record VersionedTextDocumentIdentifier(string Uri, int? Version = null);

/// <param name="Version">Null means "the file on disk", and is written.</param>
public sealed record OptionalVersionedTextDocumentIdentifier(string Uri, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version);

public sealed record TextDocumentItem(string Uri, string LanguageId, int Version, [property: JsonConverter(typeof(TextConverter))] string Text);

/// <summary>Params that name one document.</summary>
public interface ITextDocumentParams
{
    TextDocumentIdentifier TextDocument { get; }
}

/// <summary>Params with which a client may ask for progress.</summary>
public interface IWorkDoneProgressParams
{
    IntegerOrString? WorkDoneToken { get; }
}

/// <summary>Params with which a client may ask for the answer in parts.</summary>
public interface IPartialResultParams
{
    IntegerOrString? PartialResultToken { get; }
}

/// <summary>The params of every request about one place that has no others: hover, definition, highlight, prepareRename …</summary>
public sealed record TextDocumentPositionParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

/// <summary>The params of every request about one document that has no others: documentSymbol, foldingRange, codeLens …</summary>
public sealed record TextDocumentParams(
    TextDocumentIdentifier TextDocument,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

/// <param name="Kind">One of <see cref="MarkupKind"/>.</param>
public sealed record MarkupContent(string Kind, string Value);

public static class MarkupKind
{
    public const string PlainText = "plaintext";
    public const string Markdown = "markdown";
}

/// <param name="CommandName">The command's identifier.</param>
public sealed record Command(
    string Title,
    [property: JsonPropertyName("command")] string CommandName,
    IReadOnlyList<System.Text.Json.JsonElement>? Arguments = null);
