using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>Finds two or more passages, in any order, that together have all the words of a quotation: what an alignment in the order of the source cannot show.</summary>
internal static class StitchFinder
{
    /// <summary>A piece has so many words at least, or is a whole sentence of two.</summary>
    private const int MinPiece = 4, MinSentence = 2, MaxPieces = 6;

    /// <returns>A match with the verdict stitched, at its longest piece; null where the quotation is not made up so.</returns>
    public static PassageMatch? Find(Quotation quotation, SourceDocument document)
    {
        var quoted = quotation.Words;
        if (quoted.Length < MinPiece + MinSentence) return null;
        var steps = new List<Step>();
        int pieces = 0;
        string? speaker = null;
        for (int at = 0; at < quoted.Length; pieces++)
        {
            var (start, length) = LongestFrom(quoted, document.Words, at);
            if (pieces == MaxPieces || !IsPiece(quoted, at, length)) return null;
            var said = document.SpeakerAt(document.Words[start].Start) ?? "";
            if (speaker is not null && !speaker.Equals(said, StringComparison.OrdinalIgnoreCase)) return null;
            speaker = said;
            for (int w = 0; w < length; w++) steps.Add(new Step(StepKind.Same, at + w, at + w + 1, start + w, start + w + 1));
            at += length;
        }
        if (pieces < 2) return null;
        var (first, last) = LongestPiece(steps);
        var words = document.Words;
        return new PassageMatch(
            document, new Alignment(pieces * Aligner.WordCost, steps), Verdict.Stitched, TextSpan.FromBounds(words[first].Start, words[last].End), ImmutableArray<WordEdit>.Empty, Fit: 1);
    }

    private static bool IsPiece(ReadOnlySpan<SpokenWord> quoted, int at, int length)
    {
        int end = at + length;
        bool isWhole = (at == 0 || quoted[at].Is(WordTraits.SentenceStart | WordTraits.PartStart | WordTraits.AfterEllipsis))
            && (end == quoted.Length || quoted[end].Is(WordTraits.SentenceStart | WordTraits.PartStart | WordTraits.AfterEllipsis));
        return length >= (isWhole ? MinSentence : MinPiece);
    }

    /// <summary>The longest stretch of the source that goes on as the quotation does from a word on; cut back to a sentence's end where what would be left is too short for a piece.</summary>
    private static (int Start, int Length) LongestFrom(ReadOnlySpan<SpokenWord> quoted, ReadOnlySpan<SpokenWord> said, int at)
    {
        int best = 0, start = 0;
        for (int i = 0; i < said.Length; i++)
        {
            int length = 0;
            while (at + length < quoted.Length && i + length < said.Length && SpokenWord.Same(quoted[at + length], said[i + length])) length++;
            if (length > best) (best, start) = (length, i);
        }
        int left = quoted.Length - at - best;
        if (left is > 0 and < MinPiece)
        {
            for (int cut = best - 1; cut >= MinSentence; cut--)
            {
                if (quoted[at + cut].Is(WordTraits.SentenceStart | WordTraits.PartStart)) return (start, cut);
            }
            best = Math.Max(0, Math.Min(best, quoted.Length - at - MinPiece));
        }
        return (start, best);
    }

    private static (int First, int Last) LongestPiece(List<Step> steps)
    {
        int best = 0, bestStart = 0, start = 0;
        for (int i = 1; i <= steps.Count; i++)
        {
            if (i < steps.Count && steps[i].Said == steps[i - 1].SaidEnd) continue;
            if (i - start > best) (best, bestStart) = (i - start, start);
            start = i;
        }
        return (steps[bestStart].Said, steps[bestStart + best - 1].Said);
    }
}
