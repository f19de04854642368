using System.Text.Json;
using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Numbers over articles and over entries of the registry; counted when they come into view.</summary>
internal static class CodeLensFeature
{
    /// <summary>A lens that is read, not clicked.</summary>
    private const string NoCommand = "";

    public static IReadOnlyList<CodeLens>? Of(TextDocumentParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (!context.State.Settings.Counts || context.FileOf(document) is not { } file) return null;
        return [.. Lenses.Of(file).Select(span => new CodeLens(
            document.Positions.RangeOf(span), Data: JsonSerializer.SerializeToElement(new PlaceData(document.Uri, span.Start), ProtocolJson.Default.PlaceData)))];
    }

    public static CodeLens? Resolve(CodeLens lens, ReadContext context)
    {
        string? title = OwnData.Read(lens.Data, ProtocolJson.Default.PlaceData) is { } data
            && context.State.Documents.TryGet(data.Uri, out var document) && context.FileOf(document) is { } file
            ? Lenses.TitleAt(context.State.Ide, file, data.Offset, context.Cancellation)
            : null;
        return lens with { Command = new Command(title ?? "…", NoCommand) };
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with { CodeLensProvider = new ResolveOptions(ResolveProvider: true) };
}
