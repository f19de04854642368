using System.Text.Json;
using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Who <c>he</c> is, and whose the quotation is that goes on.</summary>
internal static class InlayHintsFeature
{
    public static IReadOnlyList<InlayHint>? In(InlayHintParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (!context.State.Settings.InlineNames || context.FileOf(document) is not { } file) return null;
        return [.. InlineHints.In(file, document.Positions.SpanOf(parameters.Range)).Select(hint => new InlayHint(
            document.Positions.PositionOf(hint.Offset),
            [new InlayHintLabelPart(hint.Name)],
            PaddingLeft: true,
            Data: JsonSerializer.SerializeToElement(new PlaceData(document.Uri, hint.Offset), ProtocolJson.Default.PlaceData)))];
    }

    /// <summary>Adds why, and where the speaker is at home; as it was where the text has changed under it.</summary>
    public static InlayHint? Resolve(InlayHint hint, ReadContext context)
    {
        if (OwnData.Read(hint.Data, ProtocolJson.Default.PlaceData) is not { } data || !context.State.Documents.TryGet(data.Uri, out var document)) return hint;
        if (context.FileOf(document) is not { } file || InlineHints.More(file, data.Offset) is not { } more) return hint;
        return hint with
        {
            Tooltip = new MarkupContent(MarkupKind.PlainText, more.Why),
            Label = [.. hint.Label.Select(part => part with { Location = new PlaceConversion(context.State).LocationOf(more.Place) })],
        };
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with { InlayHintProvider = new ResolveOptions(ResolveProvider: true) };
}
