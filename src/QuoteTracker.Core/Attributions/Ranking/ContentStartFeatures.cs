using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>What speaks for where unmarked or half-marked content starts.</summary>
internal static class ContentStartFeatures
{
    /// <summary>Content starts at most so many tokens behind cue and source, and before them.</summary>
    public const int ReachAfter = 18, ReachBefore = 400;

    private const int NearBefore = 7;

    internal static readonly uint To = WordHash.Of("to");

    public static bool CanStart(in SentenceView s, int p, in Anchor a)
    {
        ref readonly var t = ref s.Tokens[p];
        if (a.Covers(p) || IsSeparator(t) || t.Is(TokenFlags.CloseMark)) return false;
        if (p >= a.Cue.End)
        {
            int distance = p - a.Cue.End;
            if (p == a.Cue.End || p == a.End || p == a.End + 1) return true;
            if (distance > ReachAfter + (a.End - a.Cue.End)) return false;
            if (IsSeparator(s.Tokens[p - 1])) return true;
            return t.Is(WordClass.That | WordClass.Wh | WordClass.Determiner | WordClass.Possessive | WordClass.SubjectPronoun | WordClass.Preposition)
                || t.Is(TokenFlags.OpenMark) || t.Word == To || t.Is(TokenFlags.Capital | TokenFlags.Number) || distance <= 3
                || s.Tokens[p - 1].Is(WordClass.Time | WordClass.Calendar | WordClass.Preposition);
        }
        if (p == s.First) return true;
        ref readonly var before = ref s.Tokens[p - 1];
        if (before.Is(TokenFlags.Punctuation | TokenFlags.OpenMark | TokenFlags.CloseMark) || before.Is(WordClass.Coordinator | WordClass.Relative | WordClass.That | WordClass.Subordinator)) return true;
        if (t.Is(TokenFlags.OpenMark)) return true;
        return a.Start - p <= NearBefore && (t.Is(WordClass.Determiner | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Possessive | WordClass.Relative)
            || t.Is(TokenFlags.Capital) || before.Is(WordClass.Preposition) || before.Class == WordClass.None && before.IsLowerWord);
    }

    internal static bool IsSeparator(in Token t) => t.Is(TokenFlags.Comma | TokenFlags.Dash) || t.Is(TokenFlags.Punctuation) && (t.Word == Colon || t.Word == Semicolon || t.Word == RoundClose);

    private static readonly uint Colon = WordHash.Of(":"), Semicolon = WordHash.Of(";"), RoundClose = WordHash.Of(")");

    /// <summary>What speaks for content that starts at a place, whatever stands there.</summary>
    public static FeatureRange Place(in SentenceView s, in AnchorWords a, in ContentPlace at, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = a.Cue.Stem, side = at.Side, place = at.Hash, last = a.IsLast ? 1u : 0;
        f.Add(1, place, stem);
        f.Add(2, a.Cue.Form, place);
        f.Add(3, a.Cue.LastWord, place);
        f.Add(4, a.ShapeBehind, place);
        f.Add(5, a.WordBehind, place);
        f.Add(6, a.ShapeBefore, place);
        f.Add(7, last, place);
        f.Add(8, last, stem, side);
        return columns.End(f);
    }

    /// <summary>As <see cref="SourceFeatures.EndMargin"/>, for where content starts: four of five places are farther behind.</summary>
    public const float Margin = 1.8f;

    /// <summary>What speaks at a first look for content that starts with token <paramref name="p"/>, but for its place.</summary>
    public static FeatureRange Coarse(in SentenceView s, int p, in AnchorWords a, in ContentPlace at, FeatureColumns columns)
    {
        var f = columns.Begin();
        f.Add(9, s.Word(p), at.Side);
        f.Add(17, ToCue(s, p, a, at), at.Side);
        f.Add(22, s.Rates[p] / 32u, FromComma(s, p));
        return columns.End(f);
    }

    /// <summary>The words between the cue and content that starts with token <paramref name="p"/>.</summary>
    private static uint ToCue(in SentenceView s, int p, in AnchorWords a, in ContentPlace at) => at.Side == 1 ? s.Gap(a.Anchor.Cue.End, p) : s.Gap(p, a.Anchor.Start);

    /// <summary>What speaks for content that starts with token <paramref name="p"/>, besides its place and what <see cref="Coarse"/> says.</summary>
    public static FeatureRange Fine(in SentenceView s, int p, in AnchorWords a, in ContentPlace at, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = a.Cue.Stem, side = at.Side, place = at.Hash;
        bool after = side == 1;
        uint gap = after ? s.Gap(at.From, p) : p == s.First ? 2u : 3u, toCue = ToCue(s, p, a, at);
        uint word = s.Word(p), before = s.Word(p - 1), shape = s.Shape(p), shapeBefore = s.Shape(p - 1);
        uint regions = Regions(s, after ? a.Anchor.Cue.End : s.First, p), fromComma = FromComma(s, p), rate = s.Rates[p] / 32u, inMarks = s.Tokens[p].Is(TokenFlags.InMarks) ? 1u : 0;
        f.Add(10, word, stem);
        f.Add(11, before, side);
        f.Add(12, gap, place);
        f.Add(13, shape, s.Shape(p + 1), side);
        f.Add(14, ThatBetween(s, at.From, p), place);
        f.Add(15, s.Shape(p - 2), shapeBefore, shape);
        f.Add(16, LaterThat(s, p), place);
        f.Add(18, stem, before, shape);
        f.Add(19, regions, place, shape);
        f.Add(20, regions, gap, shape);
        f.Add(21, word, gap, side);
        f.Add(23, a.Cue.LastWord, shapeBefore);
        f.Add(24, p > s.First ? (uint)s.Tokens[p - 1].Class : 0, shape);
        f.Add(25, s.Shape(p - 2), a.ShapeBefore);
        f.Add(26, shape, side);
        f.Add(27, shapeBefore, fromComma);
        f.Add(28, toCue, inMarks);
        f.Add(29, s.Word(p + 1), a.Cue.InMarks ? 1u : 0);
        f.Add(30, before, a.WordBefore, side);
        f.Add(31, shapeBefore, a.Cue.Form);
        f.Add(32, gap, stem);
        f.Add(33, shape, rate, at.Distance);
        f.Add(34, at.Distance, a.SourceShape);
        return columns.End(f);
    }

    private static uint ThatBetween(in SentenceView s, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (s.Is(i, WordClass.That)) return 1;
        }
        return 0;
    }

    private static uint LaterThat(in SentenceView s, int p)
    {
        for (int i = p + 1; i <= p + 7; i++)
        {
            if (s.Is(i, WordClass.That) && !s.Is(i - 1, WordClass.Coordinator)) return (uint)(i - p);
        }
        return 0;
    }

    internal static uint Few(ushort from, ushort to, ushort most) => Math.Min((ushort)(to - from), most);

    /// <summary>Words in marks inside the content and behind it in the sentence.</summary>
    internal static uint Regions(in SentenceView s, int p, int e)
    {
        ref readonly var after = ref s.CountsAt(e + 1);
        return Few(s.CountsAt(p).OpenMarks, after.OpenMarks, 2) * 4 + Few(after.OpenMarks, s.CountsAt(s.End).OpenMarks, 2);
    }

    /// <summary>How far before the content's start the last comma or dash is, or the sentence's start, in few steps.</summary>
    private static uint FromComma(in SentenceView s, int p)
    {
        int i = p - 1, first = Math.Max(s.First, p - SentenceView.Reach);
        while (i >= first && !s.Tokens[i].Is(TokenFlags.Comma | TokenFlags.Dash)) i--;
        return SentenceView.Bin(p - i);
    }
}
