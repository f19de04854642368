using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Who says it, why we think so, and what is known of them.</summary>
internal static class HoverFeature
{
    public static Hover? Answer(TextDocumentPositionParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        if (Hovers.At(context.State.Ide, file, document.Positions.OffsetOf(parameters.Position), context.Cancellation) is not { } card) return null;
        // A client that names no format is one of the oldest: the specification's first was Markdown.
        bool isPlain = context.ClientCan.TextDocument?.Hover?.ContentFormat is [MarkupKind.PlainText, ..];
        var contents = isPlain ? new MarkupContent(MarkupKind.PlainText, card.ToPlainText()) : new MarkupContent(MarkupKind.Markdown, card.ToMarkdown());
        return new Hover(contents, document.Positions.RangeOf(card.Span));
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with { HoverProvider = true };
}
