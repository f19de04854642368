using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core;

/// <summary>What an analysis read paragraph by paragraph: the next one, of almost the same text, takes from it what still holds.</summary>
/// <param name="Attributions">One for each draft, before their speakers are known.</param>
internal sealed record AnalysisTrace(
    RankerWeights Weights,
    string Copy,
    ImmutableArray<TextSpan> Paragraphs,
    ParagraphPairing[] Pairings,
    ParagraphLayout[] Layouts,
    ParagraphReading[] Readings,
    AttributionAssembler.Draft[] Drafts,
    ImmutableArray<Attribution> Attributions,
    SpokenParagraph?[] Spoken)
{
    public ReadOnlySpan<char> TextOf(int paragraph) => Copy.AsSpan(Paragraphs[paragraph].Start, Paragraphs[paragraph].Length);
}
