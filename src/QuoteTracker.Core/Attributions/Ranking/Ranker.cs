using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>
/// The decisions of the ranker over one sentence: which words head a cue, how far the cue reaches, what its source is and what its content. Candidates are
/// made by rules and ranked by a linear model, each decision a softmax over its candidates. Not thread-safe: one for each thread.
/// </summary>
internal sealed class Ranker(RankerWeights weights)
{
    /// <summary>Below this chance a word is not looked at as a cue.</summary>
    public const float LeastCueChance = 0.04f;

    private readonly Decision _decision = new();
    private float[] _chances = new float[128];

    public RankerWeights Weights => weights;

    /// <summary>May the token head a cue at all? Its stem has done so, or it stands where a verb of speech stands.</summary>
    public static bool IsGated(in SentenceView s, int i) =>
        s.Rates[i] >= 3 ? !(s.Tokens[i].Is(TokenFlags.Capital) && s.Tokens[i].Is(TokenFlags.AllCapitals) && !s.Headline) : StandsAsVerbOfSpeech(s, i);

    /// <summary>A word nobody has seen as a cue, in <c>the mayor quavered, “…”</c> or <c>“…,” quavered the mayor</c>.</summary>
    private static bool StandsAsVerbOfSpeech(in SentenceView s, int i)
    {
        ref readonly var t = ref s.Tokens[i];
        if (t.Class != WordClass.None || !t.IsLowerWord || (t.Shape & 15) is not (1 or 4) || t.Is(TokenFlags.InMarks)) return false;
        if (s.Is(i + 1, TokenFlags.Punctuation) && s.Is(i + 2, TokenFlags.OpenMark) && !s.Is(i + 1, TokenFlags.Dash | TokenFlags.Terminal)) return true;
        if (s.Is(i - 1, TokenFlags.CloseMark)) return s.Is(i - 2, TokenFlags.Comma | TokenFlags.Terminal);
        if (!s.Is(i + 1, TokenFlags.Punctuation) && i + 1 < s.End) return false;
        for (int k = i - 1; k >= s.First && k >= i - NameReach; k--)
        {
            if (s.Rates[k] >= 100) return false;
            if (s.Tokens[k].Is(TokenFlags.CloseMark)) return s.Is(k - 1, TokenFlags.Comma | TokenFlags.Terminal);
        }
        return false;
    }

    /// <summary>The longest name between a region and its verb, in tokens.</summary>
    private const int NameReach = 8;

    /// <summary>For each token of the sentence, from its first, the chance that it heads a cue; 0 for one that cannot. Good until the next call.</summary>
    public ReadOnlySpan<float> CueChances(in SentenceView s)
    {
        int length = s.End - s.First;
        if (_chances.Length < length) _chances = new float[length * 2];
        var chances = _chances.AsSpan(0, length);
        chances.Clear();
        var heads = Candidates(Stage.Cue);
        for (int i = s.First; i < s.End; i++)
        {
            if (!IsGated(s, i)) continue;
            if (heads.IsFull)
            {
                heads.Chances(chances);
                heads = Candidates(Stage.Cue);
            }
            heads.Add(i - s.First, CueFeatures.Head(s, i, heads.Columns));
        }
        heads.Chances(chances);
        return chances;
    }

    public CueSpan ExtentOf(in SentenceView s, int head)
    {
        var best = Candidates(Stage.CueStart);
        for (int start = head; start >= s.First && head - start <= CueFeatures.ReachLeft && CanHold(s, start, head); start--)
            best.Add(start, CueFeatures.CoarseStart(s, head, start, best.Columns));
        best.Narrow(CueFeatures.StartMargin);
        for (int i = 0; i < best.Count && !best.IsDecided; i++) best.Complete(i, CueFeatures.FineStart(s, head, best.LabelOf(i), best.Columns));
        int from = best.Best().Label;
        best = Candidates(Stage.CueEnd);
        for (int end = head + 1; end <= s.End && end - head <= CueFeatures.ReachRight && CanHold(s, end - 1, head); end++)
            best.Add(end, CueFeatures.CoarseEnd(s, head, end, best.Columns));
        best.Narrow(CueFeatures.EndMargin);
        for (int i = 0; i < best.Count && !best.IsDecided; i++) best.Complete(i, CueFeatures.FineEnd(s, head, best.LabelOf(i), best.Columns));
        return new CueSpan(head, from, best.Best().Label);
    }

    /// <summary>A cue's words stand together: no mark, comma or stop between, and before its head no name.</summary>
    public static bool CanHold(in SentenceView s, int i, int head) =>
        i == head || (!s.Tokens[i].Is(TokenFlags.OpenMark | TokenFlags.CloseMark | TokenFlags.Comma | TokenFlags.Dash | TokenFlags.Terminal)
            && !(i < head && i > s.First && IsNameWord(s.Tokens[i]) && !s.Headline));

    /// <summary>A capital that no verb group has: <c>Has Called</c> has, <c>Văn An said</c> has not.</summary>
    private static bool IsNameWord(in Token t) => t.IsCapitalWord && !t.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Negation | WordClass.Adverb);

    public (TokenSpan Source, float Chance) SourceOf(in SentenceView s, in CueSpan cue)
    {
        var words = new CueWords(s, cue);
        var best = Candidates(Stage.SourceEnd);
        best.Add(-1, SourceFeatures.None(s, words, best.Columns), isWhole: true);
        AddSourceEnds(s, words, cue.Start - 1, -1, Math.Max(s.First, cue.Start - SourceFeatures.ReachLeft) - 1, best);
        AddSourceEnds(s, words, cue.End, 1, Math.Min(s.End, cue.End + SourceFeatures.ReachRight), best);
        best.Narrow(SourceFeatures.EndMargin);
        for (int i = 0; i < best.Count; i++)
        {
            if (best.IsWhole(i)) continue;
            int e = best.LabelOf(i);
            best.Complete(i, SourceFeatures.FineEnd(s, words, e, SourceFeatures.PlaceOf(cue, e), best.Columns));
        }
        var (end, chance) = best.Best();
        if (end < 0) return (TokenSpan.None, chance);

        best = Candidates(Stage.SourceStart);
        int least = end < cue.Start ? s.First : cue.End;
        for (int start = end; start >= least && end - start < SourceFeatures.Longest; start--)
        {
            if (CanStartSource(s, cue, start, end)) best.Add(start, SourceFeatures.CoarseStart(s, cue, start, end, best.Columns));
        }
        best.Narrow(SourceFeatures.StartMargin);
        for (int i = 0; i < best.Count && !best.IsDecided; i++) best.Complete(i, SourceFeatures.FineStart(s, cue, best.LabelOf(i), end, best.Columns));
        int first = best.Best().Label;
        return first < 0 ? (TokenSpan.None, chance) : (new TokenSpan(first, end + 1), chance);
    }

    /// <summary>Adds the ends from token <paramref name="e"/> on, away from the cue, to before token <paramref name="limit"/>.</summary>
    private static void AddSourceEnds(in SentenceView s, in CueWords cue, int e, int step, int limit, Decision best)
    {
        uint place = 0;
        for (; e != limit && !best.IsFull; e += step)
        {
            if (!SourceFeatures.CanEnd(s, e, cue.Span) || IsSaid(s, e)) continue;
            uint at = SourceFeatures.PlaceOf(cue.Span, e);
            if (at != place) best.Share(SourceFeatures.Place(s, cue, at, best.Columns));
            place = at;
            best.Add(e, SourceFeatures.CoarseEnd(s, cue, e, at, best.Columns));
        }
    }

    /// <summary>
    /// <c>“We knew,” boasted the mayor</c>, <c>‘We knew’, said the mayor</c>: a sentence that opens with words in marks and a comma, in the marks or behind them,
    /// opens with what is said, not with who says it. So does <c>‘Dense fog’ closed the port, says the mayor</c>, to its comma.
    /// </summary>
    private static bool IsSaid(in SentenceView s, int e)
    {
        ref readonly var opening = ref s.Tokens[s.First];
        if (!opening.Is(TokenFlags.OpenMark)) return false;
        bool comma = s.Tokens[e].Is(TokenFlags.Comma);
        if (comma && IsPredicateOfMarks(s, e)) return true;
        int close = comma ? e - 1 : e;
        return s.Is(close, TokenFlags.CloseMark) && opening.Region == s.Tokens[close].Region
            && (s.Is(close - 1, TokenFlags.Comma) || s.Is(close + 1, TokenFlags.Comma));
    }

    /// <summary>What stands before the comma, in small letters and without an article, goes on from the marks that open the sentence.</summary>
    private static bool IsPredicateOfMarks(in SentenceView s, int comma)
    {
        int first = comma - 1;
        while (first > s.First && s.Tokens[first].IsLowerWord && !s.Tokens[first].Is(TokenFlags.InMarks)) first--;
        return first < comma - 1 && s.Tokens[first].Is(TokenFlags.CloseMark) && s.Tokens[first].Region == s.Tokens[s.First].Region
            && !s.Tokens[first + 1].Is(WordClass.Determiner | WordClass.Possessive | WordClass.SubjectPronoun);
    }

    public static bool CanStartSource(in SentenceView s, in CueSpan cue, int start, int end)
    {
        ref readonly var t = ref s.Tokens[start];
        if (t.Is(TokenFlags.Comma | TokenFlags.Dash | TokenFlags.Terminal | TokenFlags.CloseMark | TokenFlags.Clitic)) return false;
        // A source that ends in words in marks, of a cue outside them, has them whole.
        int region = s.Tokens[end].Region;
        return region < 0 || t.Region != region || s.Tokens[cue.Head].Region == region || t.Is(TokenFlags.OpenMark);
    }

    /// <summary>The content of a cue that no region hangs on: one span, or two where it goes on behind the cue.</summary>
    /// <param name="least">Where the chance falls below this, nothing more is looked for and no content is given.</param>
    public (TokenSpan First, TokenSpan Second, float Chance) ContentOf(in SentenceView s, in Anchor anchor, float least)
    {
        var words = new AnchorWords(s, anchor);
        var place = default(ContentPlace);
        var best = Candidates(Stage.ContentStart);
        int end = Math.Min(s.End, anchor.End + ContentStartFeatures.ReachAfter + 1);
        for (int p = Math.Max(s.First, anchor.Start - ContentStartFeatures.ReachBefore); p < end && !best.IsFull; p++)
        {
            if (!ContentStartFeatures.CanStart(s, p, anchor)) continue;
            var at = ContentPlace.Of(words, p);
            if (at.Hash != place.Hash) best.Share(ContentStartFeatures.Place(s, words, at, best.Columns));
            place = at;
            best.Add(p, ContentStartFeatures.Coarse(s, p, words, at, best.Columns));
        }
        best.Narrow(ContentStartFeatures.Margin);
        for (int i = 0; i < best.Count && !best.IsDecided; i++)
        {
            int p = best.LabelOf(i);
            best.Complete(i, ContentStartFeatures.Fine(s, p, words, ContentPlace.Of(words, p), best.Columns));
        }
        var (start, startChance) = best.Best();
        if (start < 0 || startChance < least) return (TokenSpan.None, TokenSpan.None, 0);
        var (last, lastChance) = ContentEnd(s, start, words);
        if (last < 0) return (TokenSpan.None, TokenSpan.None, 0);
        var first = new TokenSpan(start, last + 1);
        float chance = startChance * lastChance;
        if (start >= anchor.Cue.End) return (first, TokenSpan.None, chance);

        int behind = Behind(s, anchor);
        if (behind < 0) return (first, TokenSpan.None, chance);
        float goesOn = WrapChance(s, first, anchor);
        if (goesOn < 0.5f) return (first, TokenSpan.None, chance * (1 - goesOn));
        (last, lastChance) = ContentEnd(s, behind, words);
        return last < 0 ? (first, TokenSpan.None, chance * (1 - goesOn)) : (first, new TokenSpan(behind, last + 1), chance * goesOn * lastChance);
    }

    private float WrapChance(in SentenceView s, TokenSpan first, in Anchor anchor)
    {
        var wrap = Candidates(Stage.ContentWrap);
        wrap.Add(0, ContentEndFeatures.Wrap(s, first, anchor, wrap.Columns));
        float chance = 0;
        wrap.Chances(new Span<float>(ref chance));
        return chance;
    }

    /// <summary>The first token behind cue and source at which content can go on; -1 where the sentence ends there.</summary>
    public static int Behind(in SentenceView s, in Anchor anchor)
    {
        for (int p = anchor.End; p < s.End && p <= anchor.End + 2; p++)
        {
            if (ContentStartFeatures.CanStart(s, p, anchor) && !s.Tokens[p].Is(TokenFlags.Punctuation)) return p;
        }
        return -1;
    }

    private (int End, float Chance) ContentEnd(in SentenceView s, int start, in AnchorWords a)
    {
        var best = Candidates(Stage.ContentEnd);
        int limit = Math.Min(LastEnd(s, start, a.Anchor), start + ContentEndFeatures.Longest);
        for (int e = start; e < limit && !best.IsFull; e++)
        {
            if (ContentEndFeatures.CanEnd(s, start, e, a.Anchor)) best.Add(e, ContentEndFeatures.Coarse(s, start, e, a, best.Columns));
        }
        best.Narrow(ContentEndFeatures.Margin);
        for (int i = 0; i < best.Count && !best.IsDecided; i++) best.Complete(i, ContentEndFeatures.Fine(s, start, best.LabelOf(i), a, best.Columns));
        return best.Best();
    }

    /// <summary>Content before its cue ends before cue and source; behind it, at the sentence's end.</summary>
    public static int LastEnd(in SentenceView s, int start, in Anchor anchor)
    {
        int limit = s.End;
        if (start < anchor.Cue.Start) limit = Math.Min(limit, anchor.Cue.Start);
        if (!anchor.Source.IsNone && start < anchor.Source.Start) limit = Math.Min(limit, anchor.Source.Start);
        return limit;
    }

    /// <summary>A decision without candidates; the one before is over.</summary>
    public Decision Candidates(Stage stage)
    {
        _decision.Begin(weights[stage]);
        return _decision;
    }
}
