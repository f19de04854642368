using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Text;

/// <summary>A part of a region in offsets from its paragraph's start.</summary>
/// <param name="Continues">The region has a part in a paragraph before.</param>
/// <param name="RunsOn">The region has a part in a paragraph behind.</param>
internal readonly record struct LocalPart(TextSpan Span, TextSpan OpenMark, TextSpan CloseMark, int Depth, bool Continues, bool RunsOn);

/// <summary>A paragraph with the regions' parts in it: all that reading it depends on, but for the tail of the one before.</summary>
/// <param name="Start">Where the paragraph starts in the article, in UTF-16 units; the parts do not depend on it.</param>
/// <param name="IsTurn">It is one of a transcript's turns: <c>VAUGHN: …</c></param>
/// <param name="Parts">By start; a nested one after the one around it.</param>
/// <param name="Regions">For each part the number of its region in the article.</param>
internal sealed record ParagraphLayout(int Start, int Length, bool IsHeadline, bool IsTurn, LocalPart[] Parts, int[] Regions)
{
    public TextSpan Span => new(Start, Length);

    /// <summary>True where one reading of a text serves both.</summary>
    public bool ReadsLike(ParagraphLayout other) => IsHeadline == other.IsHeadline && IsTurn == other.IsTurn && Parts.AsSpan().SequenceEqual(other.Parts);

    /// <summary>Distributes the regions over the paragraphs.</summary>
    public static ParagraphLayout[] Of(string copy, ImmutableArray<TextSpan> paragraphs, ImmutableArray<TextSpan> stories, ImmutableArray<QuotationRegion> regions)
    {
        var counts = new int[paragraphs.Length];
        foreach (var region in regions)
        {
            foreach (var part in region.Parts) counts[ParagraphAt(paragraphs, part.Span.Start)]++;
        }
        var layouts = new ParagraphLayout[paragraphs.Length];
        bool[] turns = TranscriptTurns.Find(copy, paragraphs);
        int story = 0;
        bool first = true;
        for (int p = 0; p < layouts.Length; p++)
        {
            var span = paragraphs[p];
            while (story + 1 < stories.Length && stories[story + 1].Start <= span.Start)
            {
                story++;
                first = true;
            }
            layouts[p] = counts[p] > 0
                ? new(span.Start, span.Length, first, turns[p], new LocalPart[counts[p]], new int[counts[p]])
                : new(span.Start, span.Length, first, turns[p], [], []);
            first = false;
        }
        for (int r = regions.Length - 1; r >= 0; r--)
        {
            var parts = regions[r].Parts;
            for (int k = parts.Length - 1; k >= 0; k--)
            {
                // From the last to the first: what is still to be placed in a paragraph comes before what is.
                int p = ParagraphAt(paragraphs, parts[k].Span.Start), start = paragraphs[p].Start, at = --counts[p];
                layouts[p].Parts[at] = new LocalPart(Move(parts[k].Span, start), Move(parts[k].OpenMark, start), Move(parts[k].CloseMark, start), regions[r].Depth, k > 0, k + 1 < parts.Length);
                layouts[p].Regions[at] = r;
            }
        }
        return layouts;
    }

    public static int ParagraphAt(ImmutableArray<TextSpan> paragraphs, int position)
    {
        int low = 0, high = paragraphs.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (paragraphs[middle].Start <= position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private static TextSpan Move(TextSpan span, int start) => new(span.Start - start, span.Length);
}
