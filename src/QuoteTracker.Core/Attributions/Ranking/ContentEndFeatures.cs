using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>What speaks for where unmarked or half-marked content ends, and for its going on behind the cue.</summary>
internal static class ContentEndFeatures
{
    /// <summary>In tokens.</summary>
    public const int Longest = 400;

    /// <summary>In 255ths: a word with a higher rate may well be the next cue.</summary>
    private const byte PossibleCue = 60;

    /// <summary>May content that starts at <paramref name="p"/> end with token <paramref name="e"/>, both inside the sentence?</summary>
    public static bool CanEnd(in SentenceView s, int p, int e, in Anchor a)
    {
        ref readonly var t = ref s.Tokens[e];
        bool last = e + 1 >= s.End;
        if (t.Is(TokenFlags.OpenMark) || ContentStartFeatures.IsSeparator(t) && !(t.Is(TokenFlags.InMarks) && last)) return false;
        if (t.Is(TokenFlags.Terminal) && !(t.Is(TokenFlags.InMarks) && last)) return false;
        if (last) return true;
        ref readonly var next = ref s.Tokens[e + 1];
        if (t.Region >= 0 && t.Region == next.Region && s.Tokens[p].Region != t.Region) return false;
        if (e + 1 == a.Cue.Start || e + 1 == a.Source.Start) return true;
        if (t.Is(TokenFlags.CloseMark)) return true;
        if (next.Is(TokenFlags.Punctuation)) return !(next.Is(TokenFlags.InMarks) && t.Region >= 0 && e + 2 < s.End && s.Tokens[e + 2].Is(TokenFlags.CloseMark) && s.Tokens[p].Region != t.Region);
        return next.Is(WordClass.Coordinator | WordClass.Subordinator | WordClass.Preposition | WordClass.Relative | WordClass.Time | WordClass.Calendar | WordClass.That)
            || next.Is(WordClass.Adverb) || s.Rates[e + 1] > PossibleCue || next.Word == ContentStartFeatures.To || (e - p <= 3 && s.Rates[e + 1] > 0) || next.Is(WordClass.Auxiliary | WordClass.Modal)
            || (next.Shape & 15) == 2 && next.Class == WordClass.None;
    }

    /// <summary>As <see cref="SourceFeatures.EndMargin"/>, for where content ends: six of ten ends are farther behind.</summary>
    public const float Margin = 1.2f;

    /// <summary>What speaks at a first look for content that starts with token <paramref name="p"/> and ends with <paramref name="e"/>.</summary>
    public static FeatureRange Coarse(in SentenceView s, int p, int e, in AnchorWords a, FeatureColumns columns)
    {
        var f = columns.Begin();
        var (next, nextWord, side) = Behind(s, p, e, a.Anchor);
        f.Add(2, next, side, a.Cue.Stem);
        f.Add(3, nextWord, side);
        f.Add(5, s.Shape(e), next, side);
        f.Add(8, Inside(s, p, e), next, side);
        f.Add(18, s.Word(e + 2), next, side);
        f.Add(21, (uint)s.Tokens[e].Class, InMarks(s, e), AfterComma(s, p, e));
        return columns.End(f);
    }

    /// <summary>What comes behind the end, as a shape and as a word; and on which side of the cue that is, and whether the sentence is over.</summary>
    private static (uint Shape, uint Word, uint Side) Behind(in SentenceView s, int p, int e, in Anchor a)
    {
        bool last = e + 1 >= s.End || (e + 2 >= s.End && s.Tokens[e + 1].Is(TokenFlags.Terminal));
        uint shape = last ? 1u : e + 1 == a.Source.Start ? 2u : e + 1 == a.Cue.Start ? 3u : s.Shape(e + 1);
        return (shape, last ? 1u : s.Word(e + 1), (p >= a.Cue.End ? 1u : 2u) + (last ? 4u : 0));
    }

    private static uint InMarks(in SentenceView s, int i) => s.Tokens[i].Is(TokenFlags.InMarks) ? 1u : 0;

    /// <summary>What speaks for the same besides.</summary>
    public static FeatureRange Fine(in SentenceView s, int p, int e, in AnchorWords a, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = a.Cue.Stem, sourceShape = a.SourceShape, anchorNext = a.Anchor.Covers(e + 1) ? 1u : a.Anchor.Covers(e + 2) ? 2u : 0;
        var (next, nextWord, side) = Behind(s, p, e, a.Anchor);
        uint length = SentenceView.Bin(e + 1 - p), tail = SentenceView.Bin(s.End - e), inMarks = InMarks(s, e);
        uint beforeContent = s.Shape(p - 1), opener = s.Shape(p), shape = s.Shape(e), shapeAfterNext = s.Shape(e + 2);
        uint inside = Inside(s, p, e), seen = VerbSeen(s, p, e), clause = Clause(s, e + 1), afterComma = AfterComma(s, p, e), clauseWord = ClauseWord(s, p, e);
        uint rate = s.Rates[Math.Min(e + 1, s.End - 1)] / 32u, cuesLeft = ContentStartFeatures.Few(s.CountsAt(e + 1).SureCues, s.CountsAt(s.End).SureCues, 3);
        f.Add(1, next, side, length);
        f.Add(4, s.Word(e), side);
        f.Add(6, nextWord, s.Word(e + 2), side);
        f.Add(7, next, shapeAfterNext, side);
        f.Add(9, Ahead(s, e + 1), next, side);
        f.Add(10, inMarks, InMarks(s, p), next);
        f.Add(11, s.Shape(e - 1), shape, next);
        f.Add(12, FeatureBuffer.Mix(next, s.Shape(p + 1)), opener, side);
        f.Add(13, side, stem, opener);
        f.Add(14, FeatureBuffer.Mix(next, shapeAfterNext), s.Shape(e + 3), side);
        f.Add(15, nextWord, stem, side);
        f.Add(16, clause, next, seen);
        f.Add(17, ContentStartFeatures.Regions(s, p, e), nextWord, length);
        f.Add(19, FeatureBuffer.Mix(tail, length), inside, side);
        f.Add(20, seen, inMarks, sourceShape);
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

    /// <summary>Commas, clause words and cues between start and end, each in few steps.</summary>
    private static uint Inside(in SentenceView s, int p, int e)
    {
        ref readonly var from = ref s.CountsAt(p);
        ref readonly var to = ref s.CountsAt(e + 1);
        return ContentStartFeatures.Few(from.Commas, to.Commas, 3) * 16 + ContentStartFeatures.Few(from.Clauses, to.Clauses, 3) * 4 + ContentStartFeatures.Few(from.SureCues, to.SureCues, 3);
    }

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

    /// <summary>Whether what follows looks like a clause of its own: its first shape, and how soon a verb group or a likely cue comes.</summary>
    private static uint Clause(in SentenceView s, int from)
    {
        uint verb = 0, cue = 0;
        for (int i = from; i < s.End && i < from + 6; i++)
        {
            if (verb == 0 && s.Tokens[i].Is(WordClass.Auxiliary | WordClass.Modal)) verb = (uint)(i - from) + 1;
            if (cue == 0 && s.Rates[i] > PossibleCue) cue = (uint)(i - from) + 1;
        }
        return verb * 8 + cue;
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
            if (s.Rates[i] > PossibleCue) return s.Tokens[i].Stem;
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
