using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core;

/// <summary>What an analysis read paragraph by paragraph: the next one, of almost the same text, takes from it what still holds.</summary>
/// <param name="Lines">Those of the copy that are not blank.</param>
/// <param name="Chosen">For each paragraph which reading of its marks was taken.</param>
/// <param name="Statements">The attributions' cues and sources, by paragraph.</param>
/// <param name="Owners">For each region the number of the attribution that it is of, -1 where there is none.</param>
/// <param name="FirstSentences">For each paragraph the number of its first sentence.</param>
internal sealed record AnalysisTrace(
    RankerWeights Weights,
    string Copy,
    ImmutableArray<TextSpan> Lines,
    ImmutableArray<TextSpan> Paragraphs,
    ParagraphPairing[] Pairings,
    byte[] Chosen,
    ParagraphLayout[] Layouts,
    ParagraphReading[] Readings,
    StatementTokens[] Statements,
    int[] Owners,
    SpokenParagraph?[] Spoken,
    SpeakerResolution Speakers,
    int[] FirstSentences)
{
    public ReadOnlySpan<char> TextOf(int paragraph) => Copy.AsSpan(Paragraphs[paragraph].Start, Paragraphs[paragraph].Length);
}
