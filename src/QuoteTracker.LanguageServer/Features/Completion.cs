using System.Text.Json;
using QuoteTracker.Ide.Completing;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Names in copy, rules in ignore comments, keys and values in the newsroom's own files.</summary>
internal static class Completion
{
    public static CompletionList? Offered(CompletionParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        bool isLater = ResolvesDocumentation(context);
        int offset = document.Positions.OffsetOf(parameters.Position);
        var items = Completions.At(file, offset).Select((words, place) => new CompletionItem(
            words.Label,
            KindOf(words.Kind),
            Detail: words.Detail,
            Documentation: isLater || words.Documentation?.Invoke() is not { } told ? null : new MarkupContent(MarkupKind.Markdown, told),
            SortText: place.ToString("D4", System.Globalization.CultureInfo.InvariantCulture),
            FilterText: words.FilterText,
            TextEdit: new TextEdit(document.Positions.RangeOf(words.Span), words.NewText),
            Data: isLater && words.Documentation is not null ? JsonSerializer.SerializeToElement(new PlaceData(document.Uri, offset), ProtocolJson.Default.PlaceData) : null));
        return new CompletionList(IsIncomplete: false, [.. items]);
    }

    /// <summary>Adds the documentation; what cannot be found again stays as it is.</summary>
    public static CompletionItem? Resolved(CompletionItem item, ReadContext context)
    {
        if (OwnData.Read(item.Data, ProtocolJson.Default.PlaceData) is not { } data
            || !context.State.Documents.TryGet(data.Uri, out var document) || context.FileOf(document) is not { } file
            || data.Offset < 0 || data.Offset > file.Text.Length) return item;
        var found = Completions.At(file, data.Offset).FirstOrDefault(words => words.Label == item.Label);
        return found?.Documentation?.Invoke() is { } told ? item with { Documentation = new MarkupContent(MarkupKind.Markdown, told) } : item;
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) =>
        server with { CompletionProvider = new CompletionOptions(ResolveProvider: true) };

    private static bool ResolvesDocumentation(ReadContext context) =>
        context.ClientCan.TextDocument?.Completion?.CompletionItem?.ResolveSupport?.Properties?.Contains("documentation") == true;

    private static CompletionItemKind KindOf(CompletionKind kind) => kind switch
    {
        CompletionKind.Name => CompletionItemKind.Reference,
        CompletionKind.Rule => CompletionItemKind.EnumMember,
        CompletionKind.Key => CompletionItemKind.Property,
        _ => CompletionItemKind.Value,
    };
}
