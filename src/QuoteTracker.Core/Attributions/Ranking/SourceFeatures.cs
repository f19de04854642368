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
        if (e + 1 == cue.Start && t.IsLowerWord && IsAnnouncingNoun(s, cue) && !t.Is(TokenFlags.Clitic) && !t.Is(WordClass.Possessive | WordClass.SubjectPronoun)) return false;
        // In the middle of a run of capitals a name is not over.
        return !(t.IsCapitalWord && s.Is(e + 1, TokenFlags.Capital) && !s.Headline && e + 1 != cue.Start && !s.Is(e + 1, TokenFlags.SentenceStart));
    }

    /// <summary><c>a new campaign message:</c>, whose words before the noun are its own and no source; <c>the mayor's message:</c> has one.</summary>
    private static bool IsAnnouncingNoun(in SentenceView s, in CueSpan cue) => s.Is(cue.Head, WordClass.CueNoun) && s.Tokens[cue.End - 1].Word == Colon;

    private static bool IsCloser(in Token t) => t.Word == RoundClose || t.Word == SquareClose;

    private static readonly uint RoundClose = WordHash.Of(")"), SquareClose = WordHash.Of("]"), Colon = WordHash.Of(":");

    public static FeatureRange None(in SentenceView s, in CueWords c, FeatureColumns columns)
    {
        var f = columns.Begin();
        var cue = c.Span;
        uint stem = c.Stem, form = c.Form;
        f.Add(1);
        f.Add(2, stem);
        f.Add(3, form, c.ShapeBefore);
        f.Add(4, c.WordBefore);
        f.Add(5, c.FirstWord, form);
        f.Add(6, stem, c.ShapeBefore);
        f.Add(7, s.Word(cue.End), form);
        f.Add(8, c.WordBefore, c.FirstWord);
        f.Add(9, c.InMarks ? 1u : 0);
        f.Add(10, cue.Start == s.First ? 1u : 0, form);
        f.Add(11, s.Shape(s.BehindAuxiliaries(cue.Head)), form);
        return columns.End(f);
    }

    /// <summary>On which side of the cue token <paramref name="e"/> stands, and how far from it, in few steps.</summary>
    public static uint PlaceOf(in CueSpan cue, int e) => e < cue.Start ? LeftPlace + SentenceView.Bin(cue.Start - 1 - e) : RightPlace + SentenceView.Bin(e - cue.End);

    private const uint LeftPlace = 16, RightPlace = 32;

    /// <summary>What speaks for a source that ends at a place, whatever stands there.</summary>
    public static FeatureRange Place(in SentenceView s, in CueWords c, uint place, FeatureColumns columns)
    {
        var f = columns.Begin();
        f.Add(21, place);
        f.Add(22, place, c.Stem);
        f.Add(23, place, c.Form);
        f.Add(34, c.WordBefore, place);
        f.Add(35, c.ShapesAround, place);
        f.Add(40, s.Headline ? 1u : 0, place);
        f.Add(41, c.ShapeBefore, place, c.Form);
        return columns.End(f);
    }

    /// <summary>What speaks for a source that ends with token <paramref name="e"/>, but for its place.</summary>
    public static FeatureRange End(in SentenceView s, in CueWords c, int e, uint place, FeatureColumns columns)
    {
        var f = columns.Begin();
        var cue = c.Span;
        bool left = place < RightPlace;
        uint side = left ? 1u : 2u, stem = c.Stem, form = c.Form;
        int from = left ? e + 1 : cue.End, to = left ? cue.Start : e;
        uint gap = s.Gap(from, to);
        uint word = s.Word(e), next = s.Word(e + 1), shape = s.Shape(e), nextShape = s.Shape(e + 1);
        f.Add(24, word, side);
        f.Add(25, shape, place);
        f.Add(26, next, side);
        f.Add(27, shape, nextShape, side);
        f.Add(28, gap, side);
        f.Add(29, gap, form, side);
        f.Add(30, shape, gap, side);
        f.Add(31, word, next, side);
        f.Add(32, s.Shape(e - 1), shape, side);
        f.Add(33, c.FirstWord, shape, place);
        bool marksDiffer = s.Tokens[e].Is(TokenFlags.InMarks) != c.InMarks;
        f.Add(36, marksDiffer ? 1u : 0, side);
        f.Add(37, e + 1 < s.End && e + 1 > s.First ? (uint)s.Rates[Math.Min(e + 1, s.End - 1)] / 32u : 9, place);
        f.Add(38, BetweenCues(s, from, to), place);
        f.Add(39, s.Stem(e), stem);
        f.Add(42, SentenceView.Bin(e - s.First), side);
        f.Add(43, shape, nextShape, FeatureBuffer.Mix(form, place));
        f.Add(44, nextShape, place, stem);
        uint depth = Math.Min(s.CountsAt(e).Depth, (ushort)3);
        f.Add(45, depth, BetweenCues(s, from, to), side);
        f.Add(46, depth, FeatureBuffer.Mix(c.ShapeBefore, form), side);
        f.Add(47, depth, FeatureBuffer.Mix(nextShape, form), side);
        return columns.End(f);
    }

    public static FeatureRange Start(in SentenceView s, in CueSpan cue, int start, int e, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint side = e < cue.Start ? 1u : 2u, length = SentenceView.Bin(e - start), commas = Commas(s, start, e);
        uint word = s.Word(start), before = s.Word(start - 1), shape = s.Shape(start), shapeBefore = s.Shape(start - 1), last = s.Shape(e);
        f.Add(1, length, side);
        f.Add(2, before);
        f.Add(3, word, length);
        f.Add(4, shapeBefore, shape);
        f.Add(5, shape, length);
        f.Add(6, before, shape);
        f.Add(7, s.Shape(start - 2), shapeBefore, shape);
        f.Add(8, s.Gap(start, e), last);
        f.Add(9, start == s.First ? 1u : start == cue.End ? 2u : 3u, length);
        f.Add(10, before, word);
        f.Add(11, commas, length);
        f.Add(12, shape, last, length);
        f.Add(13, s.Tokens[start].Is(TokenFlags.InMarks) != s.Tokens[e].Is(TokenFlags.InMarks) ? 1u : 0);
        f.Add(14, shapeBefore, commas, side);
        f.Add(15, s.Stem(e), length);
        f.Add(16, BetweenCues(s, start, e), length);
        f.Add(17, before, commas, shape);
        f.Add(18, shape, s.Shape(start + 1), shapeBefore);
        return columns.End(f);
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
