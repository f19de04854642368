using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>What folds, what a selection grows to, what is a link, which marks change together.</summary>
internal static class ReadingAids
{
    public static IReadOnlyList<FoldingRange>? Folding(TextDocumentParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        var ranges = new List<FoldingRange>();
        foreach (var fold in Folds.Of(file))
        {
            var (start, end) = document.Positions.RangeOf(fold.Span);
            // What ends at a line's start ends with the line before.
            int lastLine = end.Character == 0 ? end.Line - 1 : end.Line;
            if (lastLine > start.Line) ranges.Add(new FoldingRange(start.Line, lastLine, Kind: fold.IsHead ? FoldingRangeKind.Comment : FoldingRangeKind.Region));
        }
        return ranges;
    }

    public static IReadOnlyList<SelectionRange>? Selection(SelectionRangeParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        return [.. parameters.Positions.Select(position => Selections.At(file, document.Positions.OffsetOf(position))
            .Reverse().Aggregate((SelectionRange?)null, (parent, span) => new SelectionRange(document.Positions.RangeOf(span), parent))!)];
    }

    public static IReadOnlyList<DocumentLink>? DocumentLinks(TextDocumentParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        return [.. Links.Of(file, context.Cancellation).Select(link => new DocumentLink(document.Positions.RangeOf(link.Span), link.Address?.AbsoluteUri ?? DocumentUri.Of(link.Path!)))];
    }

    public static LinkedEditingRanges? LinkedEditing(TextDocumentPositionParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        var marks = LinkedMarks.At(file, document.Positions.OffsetOf(parameters.Position));
        return marks.IsEmpty ? null : new LinkedEditingRanges([.. marks.Select(document.Positions.RangeOf)], "[\"'“”‘’«»„‟]+");
    }

    public static ServerCapabilities FoldingCapability(ServerCapabilities server, ClientProfile client) => server with { FoldingRangeProvider = true };

    public static ServerCapabilities SelectionCapability(ServerCapabilities server, ClientProfile client) => server with { SelectionRangeProvider = true };

    public static ServerCapabilities LinksCapability(ServerCapabilities server, ClientProfile client) => server with { DocumentLinkProvider = new ResolveOptions() };

    public static ServerCapabilities LinkedEditingCapability(ServerCapabilities server, ClientProfile client) => server with { LinkedEditingRangeProvider = true };
}
