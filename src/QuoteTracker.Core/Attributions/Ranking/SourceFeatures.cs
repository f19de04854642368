using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>What speaks for a noun phrase being a cue's source: first for where it ends, then for where it starts.</summary>
internal static class SourceFeatures
{
    /// <summary>How far from the cue a source is looked for, and how long it may be, in tokens.</summary>
    public const int ReachLeft = 45, ReachRight = 34, Longest = 34;

    /// <summary>May a source end with token <paramref name="e"/>?</summary>
    public static bool CanEnd(in SentenceView s, int e, in CueSpan cue)
    {
        ref readonly var t = ref s.Tokens[e];
        if (t.Is(TokenFlags.Comma))
            return e + 1 == cue.Start || e + 1 >= s.End || s.Rates[e + 1] > 0 || s.Is(e + 1, WordClass.Auxiliary | WordClass.Modal | WordClass.Adverb | WordClass.Coordinator);
        if (t.Is(TokenFlags.OpenMark) || t.Is(TokenFlags.Terminal)) return false;
        if (t.Is(TokenFlags.Punctuation)) return e > s.First && t.End - t.Start == 1 && IsCloser(t);
        if (t.Is(WordClass.Determiner) && !t.Is(WordClass.ObjectPronoun | WordClass.SubjectPronoun | WordClass.That | WordClass.Indefinite | WordClass.Negation)
            && (t.Shape == 0 || s.Is(e + 1, TokenFlags.Word)) && e + 1 != cue.Start) return false;
        if (t.Is(WordClass.Preposition | WordClass.Coordinator) && e + 1 != cue.Start && t.Class is WordClass.Preposition or WordClass.Coordinator) return false;
        // In the middle of a run of capitals a name is not over.
        return !(t.IsCapitalWord && s.Is(e + 1, TokenFlags.Capital) && !s.Headline && e + 1 != cue.Start && !s.Is(e + 1, TokenFlags.SentenceStart));
    }

    private static bool IsCloser(in Token t) => t.Word == RoundClose || t.Word == SquareClose;

    private static readonly uint RoundClose = WordHash.Of(")"), SquareClose = WordHash.Of("]");

    public static void None(in SentenceView s, in CueSpan cue, ref FeatureBuffer f)
    {
        uint stem = s.Stem(cue.Head), form = CueFeatures.FormOf(s, cue.Head);
        f.Add(1);
        f.Add(2, stem);
        f.Add(3, form, s.Shape(cue.Start - 1));
        f.Add(4, s.Word(cue.Start - 1));
        f.Add(5, s.Word(cue.Start), form);
        f.Add(6, stem, s.Shape(cue.Start - 1));
        f.Add(7, s.Word(cue.End), form);
        f.Add(8, s.Word(cue.Start - 1), s.Word(cue.Start));
        f.Add(9, s.Tokens[cue.Head].Is(TokenFlags.InMarks) ? 1u : 0);
        f.Add(10, cue.Start == s.First ? 1u : 0, form);
        f.Add(11, s.Shape(s.BehindAuxiliaries(cue.Head)), form);
    }

    public static void End(in SentenceView s, in CueSpan cue, int e, ref FeatureBuffer f)
    {
        bool left = e < cue.Start;
        int distance = left ? cue.Start - 1 - e : e - cue.End;
        uint side = left ? 1u : 2u, place = side * 16 + SentenceView.Bin(distance);
        uint stem = s.Stem(cue.Head), form = CueFeatures.FormOf(s, cue.Head);
        uint gap = left ? s.Gap(e + 1, cue.Start) : s.Gap(cue.End, e);
        f.Add(21, place);
        f.Add(22, place, stem);
        f.Add(23, place, form);
        f.Add(24, s.Word(e), side);
        f.Add(25, s.Shape(e), place);
        f.Add(26, s.Word(e + 1), side);
        f.Add(27, s.Shape(e), FeatureBuffer.Mix(s.Shape(e + 1), side));
        f.Add(28, gap, side);
        f.Add(29, gap, FeatureBuffer.Mix(form, side));
        f.Add(30, s.Shape(e), FeatureBuffer.Mix(gap, side));
        f.Add(31, s.Word(e), FeatureBuffer.Mix(s.Word(e + 1), side));
        f.Add(32, s.Shape(e - 1), FeatureBuffer.Mix(s.Shape(e), side));
        f.Add(33, s.Word(cue.Start), FeatureBuffer.Mix(s.Shape(e), place));
        f.Add(34, s.Word(cue.Start - 1), place);
        f.Add(35, FeatureBuffer.Mix(s.Shape(cue.Start - 1), s.Shape(cue.End)), place);
        bool marksDiffer = s.Tokens[e].Is(TokenFlags.InMarks) != s.Tokens[cue.Head].Is(TokenFlags.InMarks);
        f.Add(36, marksDiffer ? 1u : 0, side);
        f.Add(37, e + 1 < s.End && e + 1 > s.First ? (uint)s.Rates[Math.Min(e + 1, s.End - 1)] / 32u : 9, place);
        f.Add(38, left ? BetweenCues(s, e + 1, cue.Start) : BetweenCues(s, cue.End, e), place);
        f.Add(39, s.Stem(e), stem);
        f.Add(40, s.Headline ? 1u : 0, place);
        f.Add(41, s.Shape(cue.Start - 1), FeatureBuffer.Mix(place, form));
        f.Add(42, SentenceView.Bin(e - s.First), side);
        f.Add(43, s.Shape(e), FeatureBuffer.Mix(s.Shape(e + 1), FeatureBuffer.Mix(form, place)));
        f.Add(44, s.Shape(e + 1), FeatureBuffer.Mix(place, stem));
    }

    public static void Start(in SentenceView s, in CueSpan cue, int start, int e, ref FeatureBuffer f)
    {
        uint side = e < cue.Start ? 1u : 2u;
        int length = e - start;
        f.Add(1, SentenceView.Bin(length), side);
        f.Add(2, s.Word(start - 1));
        f.Add(3, s.Word(start), SentenceView.Bin(length));
        f.Add(4, s.Shape(start - 1), s.Shape(start));
        f.Add(5, s.Shape(start), SentenceView.Bin(length));
        f.Add(6, s.Word(start - 1), s.Shape(start));
        f.Add(7, s.Shape(start - 2), FeatureBuffer.Mix(s.Shape(start - 1), s.Shape(start)));
        f.Add(8, s.Gap(start, e), s.Shape(e));
        f.Add(9, start == s.First ? 1u : start == cue.End ? 2u : 3u, SentenceView.Bin(length));
        f.Add(10, s.Word(start - 1), s.Word(start));
        f.Add(11, Commas(s, start, e), SentenceView.Bin(length));
        f.Add(12, s.Shape(start), FeatureBuffer.Mix(s.Shape(e), SentenceView.Bin(length)));
        f.Add(13, s.Tokens[start].Is(TokenFlags.InMarks) != s.Tokens[e].Is(TokenFlags.InMarks) ? 1u : 0);
        f.Add(14, s.Shape(start - 1), FeatureBuffer.Mix(Commas(s, start, e), side));
        f.Add(15, s.Stem(e), SentenceView.Bin(length));
        f.Add(16, BetweenCues(s, start, e), SentenceView.Bin(length));
        f.Add(17, s.Word(start - 1), FeatureBuffer.Mix(Commas(s, start, e), s.Shape(start)));
        f.Add(18, s.Shape(start), FeatureBuffer.Mix(s.Shape(start + 1), s.Shape(start - 1)));
    }

    private static uint Commas(in SentenceView s, int from, int to) => (uint)Math.Min((ushort)(s.CountsAt(to).Commas - s.CountsAt(from).Commas), (ushort)4);

    /// <summary>How many likely cues and clause words stand between.</summary>
    private static uint BetweenCues(in SentenceView s, int from, int to)
    {
        if (to <= from) return 0;
        ref readonly var before = ref s.CountsAt(from);
        ref readonly var after = ref s.CountsAt(to);
        return (uint)Math.Min((ushort)(after.SureCues - before.SureCues), (ushort)3) * 4 + Math.Min((ushort)(after.Subordinate - before.Subordinate), (ushort)3);
    }
}
