using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>A cue with its source: what content is looked for around.</summary>
internal readonly record struct Anchor(CueSpan Cue, TokenSpan Source)
{
    /// <summary>The first token of cue or source, whichever is first, where the source stands next to the cue's left; else the cue's.</summary>
    public int Start { get; } = !Source.IsNone && Source.End <= Cue.Start ? Source.Start : Cue.Start;

    /// <summary>Behind the cue, or behind the source where it is inverted (<c>said X</c>).</summary>
    public int End { get; } = !Source.IsNone && Source.Start >= Cue.End && Source.Start <= Cue.End + 3 ? Source.End : Cue.End;

    public bool Covers(int i) => (i >= Cue.Start && i < Cue.End) || (i >= Source.Start && i < Source.End);
}

/// <summary>What the features of every candidate ask of the same cue and source.</summary>
internal readonly struct AnchorWords(in SentenceView s, in Anchor anchor)
{
    public readonly Anchor Anchor = anchor;

    public readonly CueWords Cue = new(s, anchor.Cue);

    /// <summary>Directly behind cue and source.</summary>
    public readonly uint WordBehind = s.Word(anchor.End), ShapeBehind = s.Shape(anchor.End);

    /// <summary>Directly before cue and source.</summary>
    public readonly uint WordBefore = s.Word(anchor.Start - 1), ShapeBefore = s.Shape(anchor.Start - 1);

    /// <summary>Of the source's last word; 0 where there is none.</summary>
    public readonly uint SourceShape = anchor.Source.IsNone ? 0 : s.Shape(anchor.Source.End - 1);

    /// <summary>0: the source stands before the cue, 1: behind it, 2: there is none.</summary>
    public readonly uint Inverted = anchor.Source.IsNone ? 2u : anchor.Source.Start >= anchor.Cue.End ? 1u : 0;

    /// <summary>The sentence ends with cue and source.</summary>
    public readonly bool IsLast = s.End - anchor.End <= 2;
}

/// <summary>Where content may start, seen from cue and source.</summary>
/// <param name="Side">1: behind the cue, 2: before it.</param>
/// <param name="From">The token it is seen from.</param>
/// <param name="Distance">From there, in few steps.</param>
/// <param name="Hash">All of it as one value.</param>
internal readonly record struct ContentPlace(uint Side, int From, uint Distance, uint Hash)
{
    public static ContentPlace Of(in AnchorWords w, int p)
    {
        var a = w.Anchor;
        bool after = p >= a.Cue.End;
        uint side = after ? 1u : 2u;
        int from = after ? (p >= a.End ? a.End : a.Cue.End) : p;
        uint distance = after ? SentenceView.Bin(p - from) : 16 + SentenceView.Bin(a.Start - p);
        return new ContentPlace(side, from, distance, FeatureBuffer.Mix(side + w.Inverted * 4 + (p >= a.End ? 16u : 0), distance));
    }
}

/// <summary>What speaks for where unmarked or half-marked content starts and ends.</summary>
internal static class ContentFeatures
{
    /// <summary>Content starts at most so many tokens behind cue and source, and before them; it is at most so many long.</summary>
    public const int ReachAfter = 18, ReachBefore = 400, Longest = 400;

    private const int NearBefore = 7;

    private static readonly uint To = WordHash.Of("to");

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

    /// <summary>May content that starts at <paramref name="p"/> end with token <paramref name="e"/>, both inside the sentence?</summary>
    public static bool CanEnd(in SentenceView s, int p, int e, in Anchor a)
    {
        ref readonly var t = ref s.Tokens[e];
        bool last = e + 1 >= s.End;
        if (t.Is(TokenFlags.OpenMark) || IsSeparator(t) && !(InSameRegion(s, e) && last)) return false;
        if (t.Is(TokenFlags.Terminal) && !(t.Is(TokenFlags.InMarks) && last)) return false;
        if (last) return true;
        ref readonly var next = ref s.Tokens[e + 1];
        if (t.Region >= 0 && t.Region == next.Region && s.Tokens[p].Region != t.Region) return false;
        if (e + 1 == a.Cue.Start || e + 1 == a.Source.Start) return true;
        if (t.Is(TokenFlags.CloseMark)) return true;
        if (next.Is(TokenFlags.Punctuation)) return !(next.Is(TokenFlags.InMarks) && t.Region >= 0 && e + 2 < s.End && s.Tokens[e + 2].Is(TokenFlags.CloseMark) && s.Tokens[p].Region != t.Region);
        return next.Is(WordClass.Coordinator | WordClass.Subordinator | WordClass.Preposition | WordClass.Relative | WordClass.Time | WordClass.Calendar | WordClass.That)
            || next.Is(WordClass.Adverb) || s.Rates[e + 1] > 60 || next.Word == To || (e - p <= 3 && s.Rates[e + 1] > 0) || next.Is(WordClass.Auxiliary | WordClass.Modal)
            || (next.Shape & 15) == 2 && next.Class == WordClass.None;
    }

    private static bool InSameRegion(in SentenceView s, int e) => s.Tokens[e].Is(TokenFlags.InMarks);

    private static bool IsSeparator(in Token t) => t.Is(TokenFlags.Comma | TokenFlags.Dash) || t.Is(TokenFlags.Punctuation) && (t.Word == Colon || t.Word == Semicolon || t.Word == RoundClose);

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

    /// <summary>What speaks for content that starts with token <paramref name="p"/>, but for its place.</summary>
    public static FeatureRange Start(in SentenceView s, int p, in AnchorWords a, in ContentPlace at, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = a.Cue.Stem, side = at.Side, place = at.Hash;
        bool after = side == 1;
        uint gap = after ? s.Gap(at.From, p) : p == s.First ? 2u : 3u, toCue = after ? s.Gap(a.Anchor.Cue.End, p) : s.Gap(p, a.Anchor.Start);
        uint word = s.Word(p), before = s.Word(p - 1), shape = s.Shape(p), shapeBefore = s.Shape(p - 1);
        uint regions = Regions(s, after ? a.Anchor.Cue.End : s.First, p), fromComma = FromComma(s, p), rate = s.Rates[p] / 32u, inMarks = s.Tokens[p].Is(TokenFlags.InMarks) ? 1u : 0;
        f.Add(9, word, side);
        f.Add(10, word, stem);
        f.Add(11, before, side);
        f.Add(12, gap, place);
        f.Add(13, shape, s.Shape(p + 1), side);
        f.Add(14, ThatBetween(s, at.From, p), place);
        f.Add(15, s.Shape(p - 2), shapeBefore, shape);
        f.Add(16, LaterThat(s, p), place);
        f.Add(17, toCue, side);
        f.Add(18, stem, before, shape);
        f.Add(19, regions, place, shape);
        f.Add(20, regions, gap, shape);
        f.Add(21, word, gap, side);
        f.Add(22, rate, fromComma);
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

    public static FeatureRange End(in SentenceView s, int p, int e, in Anchor a, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = s.Stem(a.Cue.Head);
        bool last = e + 1 >= s.End || (e + 2 >= s.End && s.Tokens[e + 1].Is(TokenFlags.Terminal));
        uint next = last ? 1u : e + 1 == a.Source.Start ? 2u : e + 1 == a.Cue.Start ? 3u : s.Shape(e + 1), nextWord = last ? 1u : s.Word(e + 1);
        uint side = (p >= a.Cue.End ? 1u : 2u) + (last ? 4u : 0), anchorNext = a.Covers(e + 1) ? 1u : a.Covers(e + 2) ? 2u : 0;
        uint length = SentenceView.Bin(e + 1 - p), tail = SentenceView.Bin(s.End - e), inMarks = s.Tokens[e].Is(TokenFlags.InMarks) ? 1u : 0;
        uint beforeContent = s.Shape(p - 1), opener = s.Shape(p), shape = s.Shape(e), shapeAfterNext = s.Shape(e + 2), sourceShape = a.Source.IsNone ? 0 : s.Shape(a.Source.End - 1);
        uint inside = Inside(s, p, e), seen = VerbSeen(s, p, e), clause = Clause(s, e + 1), afterComma = AfterComma(s, p, e), clauseWord = ClauseWord(s, p, e);
        uint rate = s.Rates[Math.Min(e + 1, s.End - 1)] / 32u, cuesLeft = Few(s.CountsAt(e + 1).SureCues, s.CountsAt(s.End).SureCues, 3);
        f.Add(1, next, side, length);
        f.Add(2, next, side, stem);
        f.Add(3, nextWord, side);
        f.Add(4, s.Word(e), side);
        f.Add(5, shape, next, side);
        f.Add(6, nextWord, s.Word(e + 2), side);
        f.Add(7, next, shapeAfterNext, side);
        f.Add(8, inside, next, side);
        f.Add(9, Ahead(s, e + 1), next, side);
        f.Add(10, inMarks, s.Tokens[p].Is(TokenFlags.InMarks) ? 1u : 0, next);
        f.Add(11, s.Shape(e - 1), shape, next);
        f.Add(12, FeatureBuffer.Mix(next, s.Shape(p + 1)), opener, side);
        f.Add(13, side, stem, opener);
        f.Add(14, FeatureBuffer.Mix(next, shapeAfterNext), s.Shape(e + 3), side);
        f.Add(15, nextWord, stem, side);
        f.Add(16, clause, next, seen);
        f.Add(17, Regions(s, p, e), nextWord, length);
        f.Add(18, s.Word(e + 2), next, side);
        f.Add(19, FeatureBuffer.Mix(tail, length), inside, side);
        f.Add(20, seen, inMarks, sourceShape);
        f.Add(21, (uint)s.Tokens[e].Class, inMarks, afterComma);
        f.Add(22, rate, anchorNext, s.Stem(e + 1));
        f.Add(23, rate, anchorNext, length);
        f.Add(24, seen, cuesLeft, beforeContent);
        f.Add(25, NextComma(s, e), inMarks, clauseWord);
        f.Add(26, nextWord, Math.Min(s.CountsAt(e + 1).Depth, (ushort)7));
        f.Add(27, e + 1 < s.End ? (uint)s.Tokens[e + 1].Class : 0, s.Shape(e + 3), beforeContent);
        f.Add(28, seen, inMarks, afterComma);
        f.Add(29, s.Word(e - 1), inMarks, clauseWord);
        f.Add(30, clause, sourceShape);
        f.Add(31, anchorNext, cuesLeft);
        f.Add(32, sourceShape, s.Stem(e + 1));
        f.Add(33, (uint)s.Tokens[e].Class, inside);
        f.Add(34, afterComma, shapeAfterNext, s.Stem(e + 1));
        f.Add(35, opener, s.Stem(e));
        f.Add(36, s.Word(e + 2), NextCue(s, e));
        return columns.End(f);
    }

    public static FeatureRange Wrap(in SentenceView s, TokenSpan first, in Anchor a, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = s.Stem(a.Cue.Head);
        int behind = Math.Max(a.End, a.Cue.End);
        uint ends = SentenceView.Bin(s.End - behind);
        f.Add(1, ends);
        f.Add(2, stem, s.Shape(behind));
        f.Add(3, s.Word(behind), ends);
        f.Add(4, s.Shape(behind), s.Shape(behind + 1));
        f.Add(5, s.Word(first.Start), s.Shape(behind));
        f.Add(6, stem, ends);
        f.Add(7, s.Shape(first.End), s.Shape(behind), a.Source.IsNone ? 1u : 0);
        f.Add(8, s.Word(behind), s.Word(behind + 1));
        f.Add(9, SentenceView.Bin(first.End - first.Start), s.Shape(behind));
        f.Add(10, s.Shape(a.Start - 1), s.Shape(behind), ends);
        f.Add(11, first.Start == s.First ? 1u : 0, s.Shape(behind));
        f.Add(12, s.Stem(a.Cue.Head), a.Source.IsNone ? 1u : 0);
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

    /// <summary>Commas, clause words and cues between start and end, each in few steps.</summary>
    private static uint Inside(in SentenceView s, int p, int e)
    {
        ref readonly var from = ref s.CountsAt(p);
        ref readonly var to = ref s.CountsAt(e + 1);
        return Few(from.Commas, to.Commas, 3) * 16 + Few(from.Clauses, to.Clauses, 3) * 4 + Few(from.SureCues, to.SureCues, 3);
    }

    private static uint Few(ushort from, ushort to, ushort most) => Math.Min((ushort)(to - from), most);

    private static uint Ahead(in SentenceView s, int from)
    {
        uint gated = 0, commas = 0;
        for (int i = from; i < s.End && i < from + 8; i++)
        {
            if (s.Rates[i] > 100 && gated == 0) gated = (uint)(i - from) + 1;
            if (s.Tokens[i].Is(TokenFlags.Comma) && commas == 0) commas = (uint)(i - from) + 1;
        }
        return gated * 16 + commas;
    }

    /// <summary>Words in marks inside the content and behind it in the sentence.</summary>
    private static uint Regions(in SentenceView s, int p, int e)
    {
        ref readonly var after = ref s.CountsAt(e + 1);
        return Few(s.CountsAt(p).OpenMarks, after.OpenMarks, 2) * 4 + Few(after.OpenMarks, s.CountsAt(s.End).OpenMarks, 2);
    }

    /// <summary>Whether what follows looks like a clause of its own: its first shape, and how soon a verb group or a likely cue comes.</summary>
    private static uint Clause(in SentenceView s, int from)
    {
        uint verb = 0, cue = 0;
        for (int i = from; i < s.End && i < from + 6; i++)
        {
            if (verb == 0 && s.Tokens[i].Is(WordClass.Auxiliary | WordClass.Modal)) verb = (uint)(i - from) + 1;
            if (cue == 0 && s.Rates[i] > 60) cue = (uint)(i - from) + 1;
        }
        return verb * 8 + cue;
    }

    /// <summary>How far before the content's start the last comma or dash is, or the sentence's start, in few steps.</summary>
    private static uint FromComma(in SentenceView s, int p)
    {
        int i = p - 1, first = Math.Max(s.First, p - SentenceView.Reach);
        while (i >= first && !s.Tokens[i].Is(TokenFlags.Comma | TokenFlags.Dash)) i--;
        return SentenceView.Bin(p - i);
    }

    /// <summary>The word behind the last comma or dash of the content; 1 where it has none.</summary>
    private static uint AfterComma(in SentenceView s, int p, int e)
    {
        for (int i = e, first = Math.Max(p, e - SentenceView.Reach); i >= first; i--)
        {
            if (s.Tokens[i].Is(TokenFlags.Comma | TokenFlags.Dash)) return s.Word(i + 1);
        }
        return 1;
    }

    /// <summary>The last word of the content that begins a clause; 0 where none does.</summary>
    private static uint ClauseWord(in SentenceView s, int p, int e)
    {
        for (int i = e, first = Math.Max(p, e - SentenceView.Reach); i >= first; i--)
        {
            if (s.Tokens[i].Is(WordClass.That | WordClass.Relative | WordClass.Subordinator | WordClass.Wh)) return s.Tokens[i].Word;
        }
        return 0;
    }

    /// <summary>The next likely cue behind the content; 0 where there is none.</summary>
    private static uint NextCue(in SentenceView s, int e)
    {
        for (int i = e + 1, end = Math.Min(s.End, e + SentenceView.Reach); i < end; i++)
        {
            if (s.Rates[i] > 60) return s.Tokens[i].Stem;
        }
        return 0;
    }

    /// <summary>How far behind the content's end, and the word after it, the next comma or dash is, in few steps.</summary>
    private static uint NextComma(in SentenceView s, int e)
    {
        int i = e + 2, end = Math.Min(s.End, e + SentenceView.Reach);
        while (i < end && !s.Tokens[i].Is(TokenFlags.Comma | TokenFlags.Dash)) i++;
        return SentenceView.Bin(i - e);
    }

    private static uint VerbSeen(in SentenceView s, int p, int e)
    {
        ref readonly var from = ref s.CountsAt(p);
        ref readonly var to = ref s.CountsAt(e + 1);
        return (to.Auxiliaries != from.Auxiliaries ? 1u : 0) + (to.Participles != from.Participles ? 2u : 0);
    }
}
