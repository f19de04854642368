using QuoteTracker.Ide.Navigation;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>The outline of a document, and the search for speakers and words in all of them.</summary>
internal static class SymbolsFeature
{
    public static IReadOnlyList<DocumentSymbolOrInformation>? OfDocument(TextDocumentParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        var outline = Outline.Of(file, context.Cancellation);
        if (context.ClientCan.TextDocument?.DocumentSymbol?.HierarchicalDocumentSymbolSupport == true)
            return [.. outline.Select(node => TreeOf(node, document.Positions))];
        var flat = new List<SymbolInformation>();
        foreach (var node in outline) Flatten(node, null, document, flat);
        return flat;
    }

    public static IReadOnlyList<WorkspaceSymbol>? OfWorkspace(WorkspaceSymbolParams parameters, ReadContext context)
    {
        var places = new PlaceConversion(context.State);
        return [.. SymbolSearch.For(context.State.Ide, parameters.Query, context.Cancellation)
            .Select(found => places.LocationOf(found.Place) is { } location
                ? new WorkspaceSymbol(found.Name, SymbolConversion.KindOf(found.Kind), location, found.Container)
                : null)
            .OfType<WorkspaceSymbol>()];
    }

    public static ServerCapabilities DocumentCapability(ServerCapabilities server, ClientProfile client) => server with { DocumentSymbolProvider = true };

    public static ServerCapabilities WorkspaceCapability(ServerCapabilities server, ClientProfile client) => server with { WorkspaceSymbolProvider = true };

    private static DocumentSymbol TreeOf(OutlineNode node, PositionMap positions) => new(
        node.Name, SymbolConversion.KindOf(node.Kind), positions.RangeOf(node.Span), positions.RangeOf(node.NameSpan), node.Detail,
        Children: node.Children.IsEmpty ? null : [.. node.Children.Select(child => TreeOf(child, positions))]);

    private static void Flatten(OutlineNode node, string? container, Document document, List<SymbolInformation> into)
    {
        into.Add(new SymbolInformation(node.Name, SymbolConversion.KindOf(node.Kind), new Location(document.Uri, document.Positions.RangeOf(node.Span)), container));
        foreach (var child in node.Children) Flatten(child, node.Name, document, into);
    }
}
