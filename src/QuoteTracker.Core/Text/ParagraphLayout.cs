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
    public bool ReadsLike(ParagraphLayout other) => IsHeadline == other.IsHeadline && IsTurn == other.IsTurn && (ReferenceEquals(Parts, other.Parts) || Parts.AsSpan().SequenceEqual(other.Parts));

    /// <summary>Distributes the regions over the paragraphs.</summary>
    public static ParagraphLayout[] Of(string copy, ImmutableArray<TextSpan> paragraphs, ImmutableArray<TextSpan> stories, ImmutableArray<QuotationRegion> regions) =>
        Of(copy, paragraphs, stories, regions, [], 0, default);

    /// <summary>The same for a text after an edit.</summary>
    /// <param name="before">The layouts of the text before.</param>
    /// <param name="regionsBefore">How many regions that had.</param>
    /// <param name="same">The paragraphs that have the same text and the same regions.</param>
    public static ParagraphLayout[] Of(
        string copy, ImmutableArray<TextSpan> paragraphs, ImmutableArray<TextSpan> stories, ImmutableArray<QuotationRegion> regions,
        ParagraphLayout[] before, int regionsBefore, SameEnds same)
    {
        var layouts = new ParagraphLayout[paragraphs.Length];
        int from = same.First, to = layouts.Length - same.Last;
        Distribute(paragraphs, regions, from, to, layouts);
        bool[] turns = TranscriptTurns.Find(copy, paragraphs);
        int story = 0;
        bool isHeadline = true;
        for (int p = 0; p < layouts.Length; p++)
        {
            while (story + 1 < stories.Length && stories[story + 1].Start <= paragraphs[p].Start)
            {
                story++;
                isHeadline = true;
            }
            var layout = p < from ? before[p] : p < to ? layouts[p] : before[p - layouts.Length + before.Length].Moved(paragraphs[p].Start, regions.Length - regionsBefore);
            layouts[p] = layout.IsHeadline == isHeadline && layout.IsTurn == turns[p] ? layout : layout with { IsHeadline = isHeadline, IsTurn = turns[p] };
            isHeadline = false;
        }
        return layouts;
    }

    /// <summary>Makes the layouts of some paragraphs, as if none were a headline or a turn.</summary>
    private static void Distribute(ImmutableArray<TextSpan> paragraphs, ImmutableArray<QuotationRegion> regions, int from, int to, ParagraphLayout[] layouts)
    {
        if (from == to) return;
        int firstRegion = regions.FirstFrom(paragraphs[from].Start, static region => region.Span.Start);
        int endRegion = to == layouts.Length ? regions.Length : regions.FirstFrom(paragraphs[to].Start, static region => region.Span.Start);
        var counts = new int[to - from];
        var places = new List<int>(endRegion - firstRegion);
        int first = from;
        for (int r = firstRegion; r < endRegion; r++)
        {
            int p = first = ParagraphFrom(paragraphs, first, regions[r].Parts[0].Span.Start);
            foreach (var part in regions[r].Parts)
            {
                p = ParagraphFrom(paragraphs, p, part.Span.Start);
                places.Add(p);
                counts[p - from]++;
            }
        }
        for (int p = from; p < to; p++)
        {
            layouts[p] = counts[p - from] is > 0 and var count
                ? new(paragraphs[p].Start, paragraphs[p].Length, false, false, new LocalPart[count], new int[count])
                : new(paragraphs[p].Start, paragraphs[p].Length, false, false, [], []);
        }
        int place = places.Count;
        for (int r = endRegion - 1; r >= firstRegion; r--)
        {
            var parts = regions[r].Parts;
            for (int k = parts.Length - 1; k >= 0; k--)
            {
                // From the last to the first: what is still to be placed in a paragraph comes before what is.
                int p = places[--place], start = paragraphs[p].Start, at = --counts[p - from];
                layouts[p].Parts[at] = new LocalPart(parts[k].Span.Moved(-start), parts[k].OpenMark.Moved(-start), parts[k].CloseMark.Moved(-start), regions[r].Depth, k > 0, k + 1 < parts.Length);
                layouts[p].Regions[at] = r;
            }
        }
    }

    /// <param name="regions">How many more regions stand before it.</param>
    private ParagraphLayout Moved(int start, int regions) =>
        this with { Start = start, Regions = regions == 0 || Regions.Length == 0 ? Regions : Array.ConvertAll(Regions, region => region + regions) };

    /// <summary>The paragraph at a position that is not before <paramref name="from"/>, which is not far from it.</summary>
    private static int ParagraphFrom(ImmutableArray<TextSpan> paragraphs, int from, int position)
    {
        while (from + 1 < paragraphs.Length && paragraphs[from + 1].Start <= position) from++;
        return from;
    }
}
