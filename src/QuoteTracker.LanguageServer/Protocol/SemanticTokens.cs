using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

public sealed record SemanticTokensLegend(IReadOnlyList<string> TokenTypes, IReadOnlyList<string> TokenModifiers);

public sealed record SemanticTokensDeltaParams(
    TextDocumentIdentifier TextDocument,
    string PreviousResultId,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

public sealed record SemanticTokensRangeParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

/// <summary>What a delta request may be answered with: the edits, or all tokens anew.</summary>
[JsonDerivedType(typeof(SemanticTokens))]
[JsonDerivedType(typeof(SemanticTokensDelta))]
public abstract record SemanticTokensOrDelta;

/// <param name="Data">Five numbers a token: line and start relative to the token before, length, type, modifiers.</param>
public sealed record SemanticTokens(IReadOnlyList<int> Data, string? ResultId = null) : SemanticTokensOrDelta;

public sealed record SemanticTokensDelta(IReadOnlyList<SemanticTokensEdit> Edits, string? ResultId = null) : SemanticTokensOrDelta;

public sealed record SemanticTokensEdit(int Start, int DeleteCount, IReadOnlyList<int>? Data = null);
