using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>What a region in marks can hang on.</summary>
internal enum LinkKind
{
    /// <summary>It is no content of its own: part of a larger one, or nobody's words.</summary>
    Partial,
    Cue,

    /// <summary>It goes on with the region before it in the paragraph.</summary>
    Follow,

    /// <summary>It opens its paragraph and goes on with the attribution of the paragraph before.</summary>
    Continue,

    /// <summary>It opens its paragraph and is what the last cue of the paragraph before announced.</summary>
    Announced,
}

/// <summary>A likely cue with its source.</summary>
/// <param name="Sentence">The number of its sentence in the paragraph.</param>
/// <param name="Chance">That it is a cue, 0 to 1.</param>
/// <param name="SourceChance">That the source is right, 0 to 1.</param>
internal readonly record struct CueCandidate(CueSpan Cue, TokenSpan Source, int Sentence, float Chance, float SourceChance)
{
    public Anchor Anchor => new(Cue, Source);
}

/// <summary>The outermost region's part in a paragraph, as a range of tokens with its marks.</summary>
/// <param name="Sentence">The number of the sentence it starts in.</param>
internal readonly record struct RegionTokens(int Part, int First, int End, int Sentence, bool RunsOn, bool Continues)
{
    public int Length => End - First;
}

/// <summary>What a paragraph hands to the next: enough to go on with a quotation.</summary>
/// <param name="IsQuoted">It ended with an attributed region.</param>
/// <param name="EndsInCue">It ended with a colon or a cue that has no content yet.</param>
/// <param name="WhollyQuoted">It was nothing but a region.</param>
/// <param name="Mark">The stem of the mark that opened the last region in this paragraph or one before it; 0 where none did.</param>
/// <param name="Announcer">The last likely cue, if it may announce what the next paragraph quotes.</param>
internal readonly record struct ParagraphTail(bool IsQuoted, bool EndsInCue, bool WhollyQuoted, bool HasAttribution, uint Mark, Announcer? Announcer)
{
    /// <summary>The <see cref="Mark"/> behind a paragraph. A part that lost its opening mark changes nothing.</summary>
    /// <param name="before">The mark before the paragraph.</param>
    public static uint MarkBehind(ReadOnlySpan<Token> tokens, IReadOnlyList<RegionTokens> regions, uint before)
    {
        for (int r = regions.Count - 1; r >= 0; r--)
        {
            if (tokens[regions[r].First].Is(TokenFlags.OpenMark)) return tokens[regions[r].First].Stem;
        }
        return before;
    }

    /// <summary>A byline ends its quotation: nothing goes on with it.</summary>
    public static ParagraphTail BehindByline(uint mark) => new(false, false, false, true, mark, null);

    /// <summary>What a paragraph goes on from: nothing, where it is the first of a story.</summary>
    /// <param name="readings">Those of the paragraphs before it are there.</param>
    public static ParagraphTail Before(int paragraph, ParagraphLayout[] layouts, ParagraphReading[] readings) =>
        paragraph == 0 || layouts[paragraph].IsHeadline ? default : readings[paragraph - 1].Tail;
}

/// <summary>The last cue of a paragraph, as the next one sees it.</summary>
/// <param name="Behind">How many tokens stand behind it in its paragraph.</param>
/// <param name="Ending">The hash of the paragraph's last token.</param>
/// <param name="HasRegion">A region hangs on it already.</param>
internal readonly record struct Announcer(CueCandidate Cue, uint Stem, uint Form, int Behind, uint Ending, bool HasRegion);

/// <summary>What speaks for a region hanging on a cue, on the region before, or on nothing.</summary>
internal static class LinkFeatures
{
    public static uint FormOf(ReadOnlySpan<Token> tokens, in RegionTokens r)
    {
        int last = r.End - 1;
        while (last > r.First && tokens[last].Is(TokenFlags.CloseMark)) last--;
        ref readonly var end = ref tokens[last];
        uint ending = end.Is(TokenFlags.Comma) ? 1u : end.Is(TokenFlags.Terminal) ? 2u : end.Is(TokenFlags.Dash) ? 3u : 0;
        if (ending == 0 && r.End < tokens.Length && tokens[r.End].Is(TokenFlags.Comma)) ending = 4;
        else if (ending == 0 && (r.End >= tokens.Length || tokens[r.End].Is(TokenFlags.Terminal))) ending = 5;
        int start = r.First;
        while (start < last && tokens[start].Is(TokenFlags.OpenMark)) start++;
        uint capital = tokens[start].Is(TokenFlags.Capital) ? 1u : 0;
        uint opens = tokens[r.First].Is(TokenFlags.SentenceStart) ? 1u : 0;
        return ending | capital << 3 | opens << 4;
    }

    public static uint LengthOf(in RegionTokens r) => SentenceView.Bin(r.Length - 2);

    public static void Partial(in SentenceView s, in RegionTokens r, uint around, ref FeatureBuffer f)
    {
        uint form = FormOf(s.Tokens, r), length = LengthOf(r);
        f.Add(1);
        f.Add(2, form, length);
        f.Add(3, s.Word(r.First - 1), form);
        f.Add(4, s.Word(r.First - 1), length);
        f.Add(5, s.Shape(r.End), form);
        f.Add(6, s.Shape(r.First - 1), FeatureBuffer.Mix(s.Shape(r.End), form));
        f.Add(7, TitleCase(s.Tokens, r), length);
        f.Add(8, s.Word(r.End), form);
        f.Add(9, around, form);
        f.Add(10, around, FeatureBuffer.Mix(form, length));
        f.Add(11, s.Word(r.First - 2), s.Word(r.First - 1));
        f.Add(12, s.Headline ? 1u : 0, form);
        f.Add(13, s.Shape(r.First + 1), form);
        f.Add(14, s.Shape(r.First - 2), FeatureBuffer.Mix(s.Shape(r.First - 1), length));
        f.Add(15, s.Word(r.First), FeatureBuffer.Mix(form, length));
        f.Add(16, s.Word(r.First - 1), FeatureBuffer.Mix(around, form));
        f.Add(17, s.Shape(r.End), FeatureBuffer.Mix(around, form));
    }

    public static void Cue(in SentenceView s, in RegionTokens r, in CueCandidate c, int rank, uint around, ref FeatureBuffer f)
    {
        uint form = FormOf(s.Tokens, r), length = LengthOf(r);
        var a = c.Anchor;
        bool before = a.Cue.Start < r.First;
        int from = before ? a.End : r.End, to = before ? r.First : a.Start;
        int step = c.Sentence == r.Sentence ? 0 : c.Sentence < r.Sentence ? -Math.Min(2, r.Sentence - c.Sentence) : Math.Min(2, c.Sentence - r.Sentence);
        uint inverted = a.Source.IsNone ? 2u : a.Source.Start >= a.Cue.End ? 1u : 0;
        uint place = (before ? 1u : 0) | inverted << 1 | (uint)(step + 2) << 3 | (uint)Math.Min(rank, 3) << 6;
        uint chance = (uint)(c.Chance * 8), distance = SentenceView.Bin(to - from);
        uint gap = GapOf(s.Tokens, from, to);
        uint stem = s.Tokens[a.Cue.Head].Stem;
        f.Add(21, place);
        f.Add(22, place, form);
        f.Add(23, place, chance);
        f.Add(24, place, FeatureBuffer.Mix(distance, form));
        f.Add(25, gap, FeatureBuffer.Mix(place, form));
        f.Add(26, gap, FeatureBuffer.Mix(place, chance));
        f.Add(27, stem, place);
        f.Add(28, stem, form);
        f.Add(29, length, FeatureBuffer.Mix(place, form));
        f.Add(30, around, place);
        f.Add(31, around, FeatureBuffer.Mix(place, form));
        f.Add(32, (uint)(c.SourceChance * 5), FeatureBuffer.Mix(place, inverted));
        f.Add(33, Shape(s.Tokens, r.First - 1), FeatureBuffer.Mix(place, form));
        f.Add(34, Word(s.Tokens, r.First - 1), place);
        f.Add(35, Shape(s.Tokens, r.End), FeatureBuffer.Mix(place, form));
        f.Add(36, Shape(s.Tokens, before ? a.Start - 1 : a.End), FeatureBuffer.Mix(place, chance));
        f.Add(37, chance, FeatureBuffer.Mix(form, length));
        f.Add(38, s.Tokens[a.Cue.Head].Is(TokenFlags.Capital) ? 1u : 0, place);
        f.Add(39, s.Headline ? 1u : 0, place);
        f.Add(40, CueFeatures.FormOf(s, a.Cue.Head), FeatureBuffer.Mix(place, form));
        f.Add(41, Word(s.Tokens, a.Cue.End - 1), FeatureBuffer.Mix(distance, place));
        f.Add(42, Word(s.Tokens, a.Cue.End), FeatureBuffer.Mix(place, form));
        f.Add(43, stem, FeatureBuffer.Mix(Word(s.Tokens, r.First - 1), form));
        f.Add(44, gap, FeatureBuffer.Mix(Shape(s.Tokens, r.First - 1), FeatureBuffer.Mix(form, length)));
    }

    public static void Follow(in SentenceView s, in RegionTokens r, in RegionTokens previous, bool previousIsUnit, bool cueBetween, uint around, ref FeatureBuffer f)
    {
        uint form = FormOf(s.Tokens, r), was = FormOf(s.Tokens, previous);
        uint unit = (previousIsUnit ? 1u : 0) + (cueBetween ? 2u : 0);
        uint apart = (uint)Math.Min(3, r.Sentence - previous.Sentence);
        uint gap = GapOf(s.Tokens, previous.End, r.First);
        f.Add(51, unit, apart);
        f.Add(52, unit, FeatureBuffer.Mix(form, apart));
        f.Add(53, unit, FeatureBuffer.Mix(form, was));
        f.Add(54, unit, FeatureBuffer.Mix(gap, form));
        f.Add(55, unit, FeatureBuffer.Mix(LengthOf(r), form));
        f.Add(56, around, unit);
        f.Add(57, around, FeatureBuffer.Mix(form, unit));
        f.Add(58, Shape(s.Tokens, r.First - 1), unit);
        f.Add(59, SentenceView.Bin(r.First - previous.End), FeatureBuffer.Mix(unit, form));
        uint split = FeatureBuffer.Mix(FeatureBuffer.Mix(Shape(s.Tokens, r.First - 1), was), apart);
        f.Add(60, split, form);
        f.Add(61, split, unit);
        f.Add(62, s.Tokens[r.First].Stem == s.Tokens[previous.First].Stem ? 1u : 0, FeatureBuffer.Mix(unit, form));
    }

    public static void Continue(in SentenceView s, in RegionTokens r, in ParagraphTail tail, uint around, ref FeatureBuffer f)
    {
        uint form = FormOf(s.Tokens, r);
        uint was = (tail.IsQuoted ? 1u : 0) | (tail.EndsInCue ? 2u : 0) | (tail.WhollyQuoted ? 4u : 0) | (tail.HasAttribution ? 8u : 0);
        uint whole = r.First == 0 && r.End >= s.Tokens.Length ? 1u : 0;
        f.Add(71, was, whole);
        f.Add(72, was, FeatureBuffer.Mix(whole, form));
        f.Add(73, was, FeatureBuffer.Mix(whole, around));
        f.Add(74, was, FeatureBuffer.Mix(whole, FeatureBuffer.Mix(around, form)));
        f.Add(75, LengthOf(r), FeatureBuffer.Mix(was, whole));
        f.Add(76, r.RunsOn ? 1u : 0, was);
        uint same = s.Stem(r.First) == tail.Mark ? 1u : 0;
        f.Add(77, same, was);
        f.Add(78, same, FeatureBuffer.Mix(TitleCase(s.Tokens, r), LengthOf(r)));
    }

    public static void Announced(in SentenceView s, in RegionTokens r, in Announcer a, in ParagraphTail tail, uint around, ref FeatureBuffer f)
    {
        uint form = FormOf(s.Tokens, r), chance = (uint)(a.Cue.Chance * 6);
        uint place = (a.HasRegion ? 1u : 0) | (r.First == 0 ? 2u : 0) | (r.First == 0 && r.End >= s.Tokens.Length ? 4u : 0) | (tail.IsQuoted ? 8u : 0);
        f.Add(81, place);
        f.Add(82, a.Ending, place);
        f.Add(83, a.Ending, FeatureBuffer.Mix(chance, place));
        f.Add(84, a.Stem, a.Ending);
        f.Add(85, SentenceView.Bin(a.Behind), FeatureBuffer.Mix(a.Ending, place));
        f.Add(86, around, FeatureBuffer.Mix(form, place));
        f.Add(87, form, FeatureBuffer.Mix(a.Ending, place));
        f.Add(88, chance, FeatureBuffer.Mix(SentenceView.Bin(a.Behind), place));
    }

    private static uint Shape(ReadOnlySpan<Token> tokens, int i) => (uint)i < (uint)tokens.Length ? tokens[i].Shape : 5;

    private static uint Word(ReadOnlySpan<Token> tokens, int i) => (uint)i < (uint)tokens.Length ? tokens[i].Word : 5;

    private static uint GapOf(ReadOnlySpan<Token> tokens, int from, int to)
    {
        if (from >= to) return 1;
        uint h = 3;
        if (to - from <= 2)
        {
            for (int i = from; i < to; i++) h = FeatureBuffer.Mix(h, tokens[i].Shape);
            return h;
        }
        uint commas = 0, stops = 0, marks = 0;
        for (int i = from; i < to; i++)
        {
            if (tokens[i].Is(TokenFlags.Comma)) commas = 1;
            if (tokens[i].Is(TokenFlags.Terminal)) stops = 1;
            if (tokens[i].Is(TokenFlags.OpenMark)) marks = 1;
        }
        return 64 + (commas | stops << 1 | marks << 2) * 16 + SentenceView.Bin(to - from);
    }

    private static uint TitleCase(ReadOnlySpan<Token> tokens, in RegionTokens r)
    {
        int words = 0, capitals = 0;
        for (int i = r.First; i < r.End; i++)
        {
            if (!tokens[i].Is(TokenFlags.Word) || tokens[i].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator)) continue;
            words++;
            if (tokens[i].Is(TokenFlags.Capital)) capitals++;
        }
        return words == 0 ? 0 : capitals == words ? 3u : capitals * 2 > words ? 2u : 1;
    }
}
