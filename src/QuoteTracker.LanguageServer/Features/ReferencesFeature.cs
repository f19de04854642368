using QuoteTracker.Ide.Navigation;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>A speaker's mentions and statements, a quotation's parts, cue and source: across the workspace, and in the article.</summary>
internal static class ReferencesFeature
{
    public static IReadOnlyList<Location>? References(ReferenceParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        int offset = document.Positions.OffsetOf(parameters.Position);
        var found = Ide.Navigation.References.Of(context.State.Ide, file, offset, parameters.Context.IncludeDeclaration, context.Cancellation);
        return new PlaceConversion(context.State).LocationsOf(found);
    }

    public static IReadOnlyList<DocumentHighlight>? Highlights(TextDocumentPositionParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        var found = Ide.Navigation.References.InArticle(file, document.Positions.OffsetOf(parameters.Position));
        return [.. found.Select(highlight => new DocumentHighlight(document.Positions.RangeOf(highlight.Span), KindOf(highlight.Role)))];
    }

    public static ServerCapabilities ReferencesCapability(ServerCapabilities server, ClientProfile client) => server with { ReferencesProvider = true };

    public static ServerCapabilities HighlightCapability(ServerCapabilities server, ClientProfile client) => server with { DocumentHighlightProvider = true };

    private static DocumentHighlightKind KindOf(HighlightRole role) => role switch
    {
        HighlightRole.Introduction => DocumentHighlightKind.Write,
        HighlightRole.Mention => DocumentHighlightKind.Read,
        _ => DocumentHighlightKind.Text,
    };
}
