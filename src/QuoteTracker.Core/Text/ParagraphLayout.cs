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
        var pieces = new List<(LocalPart Part, int Region)>[paragraphs.Length];
        for (int r = 0; r < regions.Length; r++)
        {
            var parts = regions[r].Parts;
            for (int k = 0; k < parts.Length; k++)
            {
                int p = ParagraphAt(paragraphs, parts[k].Span.Start);
                int start = paragraphs[p].Start;
                (pieces[p] ??= []).Add((new LocalPart(Move(parts[k].Span, start), Move(parts[k].OpenMark, start), Move(parts[k].CloseMark, start), regions[r].Depth, k > 0, k + 1 < parts.Length), r));
            }
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
            layouts[p] = pieces[p] is { } found
                ? new(span.Start, span.Length, first, turns[p], [.. found.Select(x => x.Part)], [.. found.Select(x => x.Region)])
                : new(span.Start, span.Length, first, turns[p], [], []);
            first = false;
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
