using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Ide.Reading;

/// <summary>The marks of one quotation, to be changed together.</summary>
public static class LinkedMarks
{
    /// <returns>
    /// The opening mark, that of each continuation paragraph and the closing mark, where the cursor is at one of them and all are written alike: what an
    /// editor changes together is the same text. Empty for curly marks, of which the opening and the closing differ, and for a region that is not closed.
    /// </returns>
    public static ImmutableArray<TextSpan> At(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Model is not { } model) return [];
        // From the innermost: two regions may end side by side.
        foreach (var region in model.Regions.Where(region => region.IsClosed && region.Span.IntersectsWith(offset)).OrderBy(static region => region.Span.Length))
        {
            ImmutableArray<TextSpan> marks = [.. MarksOf(region)];
            if (!marks.Any(mark => mark.IntersectsWith(offset))) continue;
            string first = model.Article.Text.ToString(marks[0]);
            return marks.All(mark => model.Article.Text.ToString(mark) == first) ? marks : [];
        }
        return [];
    }

    private static IEnumerable<TextSpan> MarksOf(QuotationRegion region)
    {
        foreach (var part in region.Parts)
        {
            if (part.IsOpened) yield return part.OpenMark;
        }
        yield return region.Parts[^1].CloseMark;
    }
}
