using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Quotations, speakers, cues and terms, for the theme.</summary>
internal static class SemanticTokensFeature
{
    public static SemanticTokens Full(TextDocumentParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        int[] data = TokensOf(document, context);
        return new SemanticTokens(data, context.State.SentTokens.Remember(document, data));
    }

    public static SemanticTokensOrDelta Delta(SemanticTokensDeltaParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        int[] data = TokensOf(document, context);
        int[]? before = context.State.SentTokens.Recall(document, parameters.PreviousResultId);
        string id = context.State.SentTokens.Remember(document, data);
        return before is null ? new SemanticTokens(data, id) : new SemanticTokensDelta(TokenConversion.Changes(before, data), id);
    }

    public static SemanticTokens InRange(SemanticTokensRangeParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        return new SemanticTokens(context.FileOf(document) is { Model: { } model } file
            ? TokenConversion.Encode(CopyTokens.Of(model, document.Positions.SpanOf(parameters.Range), file.Marks), document.Positions)
            : []);
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with
    {
        SemanticTokensProvider = new SemanticTokensOptions(
            new SemanticTokensLegend(TokenLegend.Kinds, TokenLegend.Traits), Range: true, new SemanticTokensFullDelta(Delta: true)),
    };

    private static int[] TokensOf(Document document, ReadContext context) =>
        context.FileOf(document) is { Model: { } model } file ? TokenConversion.Encode(CopyTokens.Of(model, file.Marks), document.Positions) : [];
}
