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
        if (e < cue.Start && s.CountsAt(e).Depth > 0 && IsSubjectOfAnotherClause(s, e, cue)) return false;
        if (e + 1 == cue.Start && t.IsLowerWord && IsAnnouncingNoun(s, cue) && !t.Is(TokenFlags.Clitic) && !t.Is(WordClass.Possessive | WordClass.SubjectPronoun)) return false;
        if (e + 1 == cue.Start && s.Tokens[cue.Head].Is(TokenFlags.Punctuation) && (IsVerbOfName(s, e) || (t.IsLowerWord && t.Is(WordClass.CueNoun)))) return false;
        // In the middle of a run of capitals a name is not over.
        return !(t.IsCapitalWord && s.Is(e + 1, TokenFlags.Capital) && !s.Headline && e + 1 != cue.Start && !s.Is(e + 1, TokenFlags.SentenceStart));
    }

    /// <summary><c>As the mayor left, Brennick turned and said</c>: a clause with a subordinator is over at its comma, and behind it stands a subject of its own.</summary>
    private static bool IsSubjectOfAnotherClause(in SentenceView s, int e, in CueSpan cue)
    {
        int first = e, farthest = Math.Max(s.First, e - SentenceView.Reach);
        while (first > farthest && !s.Tokens[first - 1].Is(TokenFlags.Comma | TokenFlags.Dash | TokenFlags.Terminal)) first--;
        if (!s.Tokens[first].Is(WordClass.Subordinator)) return false;
        int comma = e + 1;
        while (comma < cue.Start && !s.Tokens[comma].Is(TokenFlags.Comma)) comma++;
        return comma + 1 < cue.Start && (s.Tokens[comma + 1].IsCapitalWord || s.Tokens[comma + 1].Is(WordClass.SubjectPronoun | WordClass.Determiner));
    }

    /// <summary><c>a new campaign message:</c>, whose words before the noun are its own and no source; <c>the mayor's message:</c> has one.</summary>
    private static bool IsAnnouncingNoun(in SentenceView s, in CueSpan cue) => s.Is(cue.Head, WordClass.CueNoun) && s.Tokens[cue.End - 1].Word == Colon;

    /// <summary><c>Brennick stating: “…”</c>: a participle behind a name and before a colon is what somebody did and no part of the name.</summary>
    private static bool IsVerbOfName(in SentenceView s, int e)
    {
        ref readonly var t = ref s.Tokens[e];
        return t.IsLowerWord && t.Class == WordClass.None && (t.Shape & 15) is 1 or 2 && s.Rates[e] > 0 && e > s.First && s.Tokens[e - 1].IsCapitalWord;
    }

    private static bool IsCloser(in Token t) => t.Word == RoundClose || t.Word == SquareClose;

    private static readonly uint RoundClose = WordHash.Of(")"), SquareClose = WordHash.Of("]"), Colon = WordHash.Of(":");

    public static FeatureRange None(in SentenceView s, in CueWords c, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint form = c.Form;
        f.Add(1);
        f.Add(2, c.Stem);
        f.Add(3, c.FirstWord, form);
        f.Add(4, s.Word(c.Span.End), form);
        f.Add(5, c.InMarks ? 1u : 0);
        f.Add(6, c.FirstWord, (uint)(c.Span.End - c.Span.Start));
        f.Add(7, c.SubjectShape);
        return columns.End(f);
    }

    /// <summary>On which side of the cue token <paramref name="e"/> stands, and how far from it, in few steps.</summary>
    public static uint PlaceOf(in CueSpan cue, int e) => e < cue.Start ? LeftPlace + SentenceView.Bin(cue.Start - 1 - e) : RightPlace + SentenceView.Bin(e - cue.End);

    private const uint LeftPlace = 16, RightPlace = 32;

    /// <summary>What speaks for a source that ends at a place, whatever stands there.</summary>
    public static FeatureRange Place(in SentenceView s, in CueWords c, uint place, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint form = c.Form;
        f.Add(8, place, c.Stem);
        f.Add(9, c.WordBefore, place);
        f.Add(10, c.ShapesAround, place);
        f.Add(11, s.Headline ? 1u : 0, place);
        f.Add(12, c.ShapeBefore, place, form);
        return columns.End(f);
    }

    /// <summary>
    /// How far behind the best at the coarse look an end may be, in logits. In five of 10,000 decisions over the training set the end that all features find is
    /// farther behind; four of five ends are.
    /// </summary>
    public const float EndMargin = 2.1f;

    /// <summary>What speaks at a first look for a source that ends with token <paramref name="e"/>, but for its place.</summary>
    public static FeatureRange CoarseEnd(in SentenceView s, in CueWords c, int e, uint place, FeatureColumns columns)
    {
        var f = columns.Begin();
        var (side, from, to) = Between(c, e, place);
        uint shape = s.Shape(e);
        f.Add(15, s.Word(e + 1), side);
        f.Add(16, shape, s.Shape(e + 1), side);
        f.Add(17, s.Gap(from, to), side);
        f.Add(22, MarksDiffer(s, c, e), side);
        f.Add(30, shape, s.Headline ? 1u : 0);
        return columns.End(f);
    }

    /// <summary>The side of the cue, and the tokens between it and the source's end.</summary>
    private static (uint Side, int From, int To) Between(in CueWords c, int e, uint place) => place < RightPlace ? (1u, e + 1, c.Span.Start) : (2u, c.Span.End, e);

    private static uint MarksDiffer(in SentenceView s, in CueWords c, int e) => s.Tokens[e].Is(TokenFlags.InMarks) != c.InMarks ? 1u : 0;

    /// <summary>What speaks for a source that ends with token <paramref name="e"/>, besides its place and what <see cref="CoarseEnd"/> says.</summary>
    public static FeatureRange FineEnd(in SentenceView s, in CueWords c, int e, uint place, FeatureColumns columns)
    {
        var f = columns.Begin();
        var (side, from, to) = Between(c, e, place);
        uint form = c.Form, gap = s.Gap(from, to), between = BetweenCues(s, from, to), depth = Math.Min(s.CountsAt(e).Depth, (ushort)3);
        uint word = s.Word(e), shape = s.Shape(e), nextShape = s.Shape(e + 1);
        uint marksDiffer = MarksDiffer(s, c, e), rate = e + 1 < s.End && e + 1 > s.First ? s.Rates[e + 1] / 32u : 9;
        f.Add(13, word, side);
        f.Add(14, shape, place);
        f.Add(18, gap, form, side);
        f.Add(19, shape, gap, side);
        f.Add(20, s.Shape(e - 1), shape, side);
        f.Add(21, c.FirstWord, shape, place);
        f.Add(23, rate, place);
        f.Add(24, between, place);
        f.Add(25, s.Stem(e), c.Stem);
        f.Add(26, nextShape, place, c.Stem);
        f.Add(27, depth, between, side);
        f.Add(28, FeatureBuffer.Mix(depth, c.ShapeBefore), form, side);
        f.Add(29, FeatureBuffer.Mix(depth, nextShape), form, side);
        f.Add(31, c.FirstWord, SentenceView.Bin(s.End - e), (uint)(c.Span.End - c.Span.Start));
        f.Add(32, s.Shape(e + 2), (uint)s.Tokens[e].Class, c.SubjectShape);
        f.Add(33, s.Word(e - 1));
        f.Add(34, side, c.FirstWord, rate);
        f.Add(35, s.Stem(e), marksDiffer);
        return columns.End(f);
    }

    /// <summary>As <see cref="EndMargin"/>, for where a source starts: three of four starts are farther behind.</summary>
    public const float StartMargin = 1.8f;

    /// <summary>What speaks at a first look for a source that starts with token <paramref name="start"/> and ends with <paramref name="e"/>.</summary>
    public static FeatureRange CoarseStart(in SentenceView s, in CueSpan cue, int start, int e, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint length = SentenceView.Bin(e - start), shape = s.Shape(start);
        f.Add(2, s.Word(start - 1));
        f.Add(4, s.Shape(start - 1), shape);
        f.Add(9, start == s.First ? 1u : start == cue.End ? 2u : 3u, length);
        f.Add(12, shape, s.Shape(e), length);
        return columns.End(f);
    }

    /// <summary>What speaks for the same besides.</summary>
    public static FeatureRange FineStart(in SentenceView s, in CueSpan cue, int start, int e, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint side = e < cue.Start ? 1u : 2u, length = SentenceView.Bin(e - start), commas = Commas(s, start, e);
        uint word = s.Word(start), before = s.Word(start - 1), shape = s.Shape(start), shapeBefore = s.Shape(start - 1);
        f.Add(1, length, side);
        f.Add(3, word, length);
        f.Add(5, shape, length);
        f.Add(6, before, shape);
        f.Add(7, s.Shape(start - 2), shapeBefore, shape);
        f.Add(8, s.Gap(start, e), s.Shape(e));
        f.Add(10, before, word);
        f.Add(11, commas, length);
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
