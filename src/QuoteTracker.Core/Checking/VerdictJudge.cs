using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>From an alignment to a verdict: the definitions of <c>docs/verdicts.md</c>.</summary>
internal static class VerdictJudge
{
    /// <summary>So many words left out in one place, or a sentence's end among them, are a seam; fewer are an edit.</summary>
    private const int SeamWords = 5;

    /// <summary>So many words of the source an insertion in brackets may stand for.</summary>
    private const int BracketWords = 6;

    /// <summary>With a smaller share of its words in the source a quotation is not there.</summary>
    private const double EditedFrom = 0.6, EditedFromOfSome = 0.66;

    private const int FewWords = 3, SomeWords = 5;

    private const double LightWeight = 0.35;

    public static PassageMatch Judge(Quotation quotation, SourceDocument document, Alignment alignment)
    {
        var quoted = quotation.Words;
        var said = document.Words;
        var edits = ImmutableArray.CreateBuilder<WordEdit>();
        bool hasSeam = false, isElided = OpensElided(quoted, said, alignment) || ClosesElided(quotation, said, alignment), isPlain = true, hasEdit = false;
        foreach (var step in Merge(alignment.Steps))
        {
            switch (step.Kind)
            {
                case StepKind.Same:
                    break;
                case StepKind.Replaced or StepKind.Added:
                    hasEdit = true;
                    edits.Add(EditAt(quotation, document, step));
                    break;
                case StepKind.LeftOut or StepKind.Skipped when quoted[step.Quoted].Is(WordTraits.AfterEllipsis):
                    isElided = true;
                    break;
                case StepKind.LeftOut when IsByBracket(quoted, step):
                    isPlain = false;
                    break;
                case StepKind.LeftOut:
                    bool isSeam = IsSeam(quoted, said, step);
                    hasSeam |= isSeam;
                    hasEdit |= !isSeam;
                    edits.Add(EditAt(quotation, document, step));
                    break;
                default:
                    isPlain = false;
                    break;
            }
        }
        var (fit, run) = FitOf(quoted, alignment);
        var (start, end) = alignment.Said;
        var verdict =
            start == end || (hasEdit && !IsLikeEnough(quoted, fit, run)) || (hasSeam && !HasLongPieces(quoted, alignment)) ? Verdict.Absent
            : hasEdit ? Verdict.Edited
            : hasSeam || HasTwoSpeakers(document, said, alignment) ? Verdict.Stitched
            : isElided ? Verdict.Elided
            : isPlain && IsWrittenTheSame(quotation, document, alignment) ? Verdict.Exact
            : Verdict.Normalised;
        var span = start == end ? default : TextSpan.FromBounds(StartOf(said[start..end]), EndOf(said[start..end]));
        return new PassageMatch(document, alignment, verdict, span, edits.ToImmutable(), fit);
    }

    private static bool OpensElided(ReadOnlySpan<SpokenWord> quoted, ReadOnlySpan<SpokenWord> said, Alignment alignment) =>
        quoted[0].Is(WordTraits.AfterEllipsis) && alignment.Said.Start is > 0 and var start && !said[start].Is(WordTraits.TurnStart);

    private static bool ClosesElided(Quotation quotation, ReadOnlySpan<SpokenWord> said, Alignment alignment) =>
        quotation.EndsWithEllipsis && alignment.Said.End is > 0 and var end && end < said.Length && !said[end].Is(WordTraits.TurnStart);

    private static bool IsByBracket(ReadOnlySpan<SpokenWord> quoted, Step step) =>
        step.SaidEnd - step.Said <= BracketWords
        && (quoted[step.Quoted].Is(WordTraits.Bracketed) || (step.Quoted > 0 && quoted[step.Quoted - 1].Is(WordTraits.Bracketed)));

    private static bool IsSeam(ReadOnlySpan<SpokenWord> quoted, ReadOnlySpan<SpokenWord> said, Step step) =>
        step.SaidEnd - step.Said >= SeamWords
        || (quoted[step.Quoted].Is(WordTraits.SentenceStart | WordTraits.PartStart) && said[step.SaidEnd].Is(WordTraits.SentenceStart));

    /// <summary>The share of the quotation's words that are in the passage, small words counting less, and the longest run of them.</summary>
    private static (double Fit, int Run) FitOf(ReadOnlySpan<SpokenWord> quoted, Alignment alignment)
    {
        double total = 0, found = 0;
        foreach (ref readonly var word in quoted) total += WeightOf(word);
        int run = 0, longest = 0;
        foreach (var step in alignment.Steps)
        {
            if (step.Kind is StepKind.Same or StepKind.Joined)
            {
                for (int i = step.Quoted; i < step.QuotedEnd; i++)
                {
                    if (quoted[i].Is(WordTraits.Bracketed)) continue;
                    found += WeightOf(quoted[i]);
                    longest = Math.Max(longest, ++run);
                }
            }
            else if (step.Kind is not StepKind.Skipped) run = 0;
        }
        return (total == 0 ? 0 : found / total, longest);
    }

    /// <summary>What a word of a quotation counts in the share that a passage has of them.</summary>
    public static double WeightOf(in SpokenWord word) => word.Is(WordTraits.Bracketed) ? 0 : word.Is(WordTraits.Light) ? LightWeight : 1;

    /// <summary>With a smaller share of its words in a passage a quotation of so many words is not there. The fewer the words, the less may differ: three words with one wrong are three other words.</summary>
    public static double LeastFit(int words) => words <= FewWords ? 1 : words <= SomeWords ? EditedFromOfSome : EditedFrom;

    private static bool IsLikeEnough(ReadOnlySpan<SpokenWord> quoted, double fit, int run) =>
        quoted.Length > FewWords && fit >= LeastFit(quoted.Length) && run >= (quoted.Length <= SomeWords ? 2 : 3);

    /// <summary>A seam joins passages, not stray words.</summary>
    private static bool HasLongPieces(ReadOnlySpan<SpokenWord> quoted, Alignment alignment)
    {
        int piece = 0;
        foreach (var step in alignment.Steps)
        {
            if (step.Kind is StepKind.LeftOut && !quoted[step.Quoted].Is(WordTraits.AfterEllipsis) && step.SaidEnd - step.Said >= SeamWords)
            {
                if (piece < 2) return false;
                piece = 0;
            }
            else piece += step.QuotedEnd - step.Quoted;
        }
        return piece >= 2;
    }

    private static bool HasTwoSpeakers(SourceDocument document, ReadOnlySpan<SpokenWord> said, Alignment alignment)
    {
        if (document.Turns.IsEmpty) return false;
        string? first = null;
        int turn = -2;
        foreach (var step in alignment.Steps)
        {
            if (step.Kind is not (StepKind.Same or StepKind.Joined)) continue;
            int at = document.TurnAt(said[step.Said].Start);
            if (at == turn) continue;
            turn = at;
            var speaker = document.SpeakerAt(said[step.Said].Start) ?? "";
            if (first is not null && !first.Equals(speaker, StringComparison.OrdinalIgnoreCase)) return true;
            first = speaker;
        }
        return false;
    }

    private static bool IsWrittenTheSame(Quotation quotation, SourceDocument document, Alignment alignment)
    {
        var quoted = quotation.Words;
        var (saidStart, _) = alignment.Said;
        var said = document.Words[saidStart..];
        // All steps are Same: word for word.
        for (int from = 0; from < quoted.Length;)
        {
            int to = from + 1;
            while (to < quoted.Length && !quoted[to].Is(WordTraits.PartStart)) to++;
            var q = quoted[from..to];
            var s = said[from..to];
            if (!Writing.Same(quotation.Copy.AsSpan()[StartOf(q)..EndOf(q)], document.Copy.AsSpan()[StartOf(s)..EndOf(s)])) return false;
            from = to;
        }
        return true;
    }

    // The sign of a sum of money is spoken behind its number and written before it.
    private static int StartOf(ReadOnlySpan<SpokenWord> words) => words.Length > 1 ? Math.Min(words[0].Start, words[1].Start) : words[0].Start;

    private static int EndOf(ReadOnlySpan<SpokenWord> words) => words.Length > 1 ? Math.Max(words[^1].End, words[^2].End) : words[^1].End;

    private static WordEdit EditAt(Quotation quotation, SourceDocument document, Step step)
    {
        var quoted = quotation.Words;
        var said = document.Words;
        var written = step.QuotedEnd > step.Quoted
            ? TextSpan.FromBounds(StartOf(quoted[step.Quoted..step.QuotedEnd]), EndOf(quoted[step.Quoted..step.QuotedEnd]))
            : new TextSpan(step.Quoted < quoted.Length ? quoted[step.Quoted].Start : quoted[^1].End, 0);
        var source = step.SaidEnd > step.Said
            ? TextSpan.FromBounds(StartOf(said[step.Said..step.SaidEnd]), EndOf(said[step.Said..step.SaidEnd]))
            : new TextSpan(step.Said < said.Length ? said[step.Said].Start : document.Text.Length, 0);
        return new WordEdit(written, Plain(quotation.Copy, written), source, Plain(document.Copy, source));
    }

    private static string Plain(string copy, TextSpan span) =>
        string.Join(' ', copy.Substring(span.Start, span.Length).Replace(Model.Article.NotCopy.ToString(), "", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Neighbouring words that differ are one edit.</summary>
    private static List<Step> Merge(List<Step> steps)
    {
        var merged = new List<Step>(steps.Count);
        foreach (var step in steps)
        {
            if (merged.Count > 0 && IsEdit(step.Kind) && merged[^1] is var last && IsEdit(last.Kind))
                merged[^1] = last with { Kind = StepKind.Replaced, QuotedEnd = step.QuotedEnd, SaidEnd = step.SaidEnd };
            else merged.Add(step);
        }
        return merged;
    }

    private static bool IsEdit(StepKind kind) => kind is StepKind.Replaced or StepKind.Added;
}
