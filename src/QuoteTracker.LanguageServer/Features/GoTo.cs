using QuoteTracker.Ide;
using QuoteTracker.Ide.Navigation;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>The four ways to go from a mention or a quotation to its speaker, its source and its ledger entry.</summary>
internal static class GoTo
{
    public static IReadOnlyList<LocationOrLink>? Definition(TextDocumentPositionParams parameters, ReadContext context) =>
        Answer(
            parameters, context, context.ClientCan.TextDocument?.Definition,
            (file, offset) => Definitions.Definition(context.State.Ide, file, offset, context.Cancellation));

    public static IReadOnlyList<LocationOrLink>? Declaration(TextDocumentPositionParams parameters, ReadContext context) =>
        Answer(parameters, context, context.ClientCan.TextDocument?.Declaration, Definitions.Declaration);

    public static IReadOnlyList<LocationOrLink>? TypeDefinition(TextDocumentPositionParams parameters, ReadContext context) =>
        Answer(parameters, context, context.ClientCan.TextDocument?.TypeDefinition, Definitions.TypeDefinition);

    public static IReadOnlyList<LocationOrLink>? Implementation(TextDocumentPositionParams parameters, ReadContext context) => Answer(
        parameters, context, context.ClientCan.TextDocument?.Implementation, (file, offset) => Definitions.Implementation(context.State.Ide, file, offset, context.Cancellation));

    public static ServerCapabilities DefinitionCapability(ServerCapabilities server, ClientProfile client) => server with { DefinitionProvider = true };

    public static ServerCapabilities DeclarationCapability(ServerCapabilities server, ClientProfile client) => server with { DeclarationProvider = true };

    public static ServerCapabilities TypeDefinitionCapability(ServerCapabilities server, ClientProfile client) => server with { TypeDefinitionProvider = true };

    public static ServerCapabilities ImplementationCapability(ServerCapabilities server, ClientProfile client) => server with { ImplementationProvider = true };

    private static IReadOnlyList<LocationOrLink>? Answer(
        TextDocumentPositionParams parameters, ReadContext context, LinkSupportCapability? client, Func<OpenFile, int, Jump?> find)
    {
        Document document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        if (find(file, document.Positions.OffsetOf(parameters.Position)) is not { } jump) return null;
        var places = new PlaceConversion(context.State);
        if (client?.LinkSupport != true) return places.LocationsOf(jump.To);
        var origin = document.Positions.RangeOf(jump.Origin);
        return [.. jump.To.Select(place => places.LinkTo(place, origin)).OfType<LocationLink>()];
    }
}
