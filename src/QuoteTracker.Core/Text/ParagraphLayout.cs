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
        var places = new List<int>(regions.Length);
        int first = 0;
        foreach (var region in regions)
        {
            int p = first = ParagraphFrom(paragraphs, first, region.Parts[0].Span.Start);
            foreach (var part in region.Parts)
            {
                p = ParagraphFrom(paragraphs, p, part.Span.Start);
                places.Add(p);
                counts[p]++;
            }
        }
        var layouts = new ParagraphLayout[paragraphs.Length];
        bool[] turns = TranscriptTurns.Find(copy, paragraphs);
        int story = 0;
        bool isHeadline = true;
        for (int p = 0; p < layouts.Length; p++)
        {
            var span = paragraphs[p];
            while (story + 1 < stories.Length && stories[story + 1].Start <= span.Start)
            {
                story++;
                isHeadline = true;
            }
            layouts[p] = counts[p] > 0
                ? new(span.Start, span.Length, isHeadline, turns[p], new LocalPart[counts[p]], new int[counts[p]])
                : new(span.Start, span.Length, isHeadline, turns[p], [], []);
            isHeadline = false;
        }
        int place = places.Count;
        for (int r = regions.Length - 1; r >= 0; r--)
        {
            var parts = regions[r].Parts;
            for (int k = parts.Length - 1; k >= 0; k--)
            {
                // From the last to the first: what is still to be placed in a paragraph comes before what is.
                int p = places[--place], start = paragraphs[p].Start, at = --counts[p];
                layouts[p].Parts[at] = new LocalPart(Move(parts[k].Span, start), Move(parts[k].OpenMark, start), Move(parts[k].CloseMark, start), regions[r].Depth, k > 0, k + 1 < parts.Length);
                layouts[p].Regions[at] = r;
            }
        }
        return layouts;
    }

    /// <summary>The paragraph at a position that is not before <paramref name="from"/>, which is not far from it.</summary>
    private static int ParagraphFrom(ImmutableArray<TextSpan> paragraphs, int from, int position)
    {
        while (from + 1 < paragraphs.Length && paragraphs[from + 1].Start <= position) from++;
        return from;
    }

    private static TextSpan Move(TextSpan span, int start) => new(span.Start - start, span.Length);
}
