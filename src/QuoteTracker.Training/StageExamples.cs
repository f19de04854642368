using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Training;

/// <summary>Makes each stage's examples from gold paragraphs: the same candidates and features that the engine ranks.</summary>
internal static class StageExamples
{
    public static ExampleSet Cues(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var p in paragraphs)
        {
            var heads = p.Gold.Where(g => g.HasCue).Select(g => g.Cue.Head).ToHashSet();
            foreach (var sentence in p.Sentences)
            {
                var s = View(p, sentence);
                for (int i = s.First; i < s.End; i++)
                {
                    if (!Ranker.IsGated(s, i)) continue;
                    set.AddAlways(CueFeatures.Head(s, i, set.Columns), heads.Contains(i), p.Article);
                }
            }
        }
        return set;
    }

    public static ExampleSet CueStarts(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var (p, g, s) in WithCue(paragraphs))
        {
            var view = View(p, s);
            for (int start = g.Cue.Head; start >= view.First && g.Cue.Head - start <= CueFeatures.ReachLeft && Ranker.CanHold(view, start, g.Cue.Head); start--)
                set.AddCandidate(start == g.Cue.Start, CueFeatures.CoarseStart(view, g.Cue.Head, start, set.Columns), CueFeatures.FineStart(view, g.Cue.Head, start, set.Columns));
            set.EndExample(p.Article);
        }
        return set;
    }

    public static ExampleSet CueEnds(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var (p, g, s) in WithCue(paragraphs))
        {
            var view = View(p, s);
            for (int end = g.Cue.Head + 1; end <= view.End && end - g.Cue.Head <= CueFeatures.ReachRight && Ranker.CanHold(view, end - 1, g.Cue.Head); end++)
                set.AddCandidate(end == g.Cue.End, CueFeatures.CoarseEnd(view, g.Cue.Head, end, set.Columns), CueFeatures.FineEnd(view, g.Cue.Head, end, set.Columns));
            set.EndExample(p.Article);
        }
        return set;
    }

    public static ExampleSet SourceEnds(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var (p, g, sentence) in WithCue(paragraphs))
        {
            var s = View(p, sentence);
            var cue = new CueWords(s, g.Cue);
            set.AddCandidate(g.Source.IsNone, SourceFeatures.None(s, cue, set.Columns));
            for (int e = Math.Max(s.First, g.Cue.Start - SourceFeatures.ReachLeft); e < s.End && e < g.Cue.End + SourceFeatures.ReachRight; e++)
            {
                if ((e >= g.Cue.Start && e < g.Cue.End) || !SourceFeatures.CanEnd(s, e, g.Cue)) continue;
                uint place = SourceFeatures.PlaceOf(g.Cue, e);
                set.AddCandidate(e == g.Source.End - 1, SourceFeatures.Place(s, cue, place, set.Columns), SourceFeatures.CoarseEnd(s, cue, e, place, set.Columns), SourceFeatures.FineEnd(s, cue, e, place, set.Columns));
            }
            set.EndExample(p.Article);
        }
        return set;
    }

    public static ExampleSet SourceStarts(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var (p, g, sentence) in WithCue(paragraphs))
        {
            var s = View(p, sentence);
            int end = g.Source.End - 1;
            if (g.Source.IsNone || !s.Contains(end)) continue;
            int least = end < g.Cue.Start ? s.First : g.Cue.End;
            for (int start = end; start >= least && end - start < SourceFeatures.Longest; start--)
            {
                if (!Ranker.CanStartSource(s, g.Cue, start, end)) continue;
                set.AddCandidate(start == g.Source.Start, SourceFeatures.CoarseStart(s, g.Cue, start, end, set.Columns), SourceFeatures.FineStart(s, g.Cue, start, end, set.Columns));
            }
            set.EndExample(p.Article);
        }
        return set;
    }

    public static ExampleSet ContentStarts(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var (p, g, sentence) in WithContent(paragraphs))
        {
            var s = View(p, sentence);
            var anchor = new Anchor(g.Cue, g.Source);
            var words = new AnchorWords(s, anchor);
            for (int i = s.First; i < s.End; i++)
            {
                if (!ContentStartFeatures.CanStart(s, i, anchor)) continue;
                var place = ContentPlace.Of(words, i);
                set.AddCandidate(i == g.Content[0].Start, ContentStartFeatures.Place(s, words, place, set.Columns),
                    ContentStartFeatures.Coarse(s, i, words, place, set.Columns), ContentStartFeatures.Fine(s, i, words, place, set.Columns));
            }
            set.EndExample(p.Article);
        }
        return set;
    }

    public static ExampleSet ContentEnds(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var (p, g, sentence) in WithContent(paragraphs))
        {
            var s = View(p, sentence);
            var anchor = new Anchor(g.Cue, g.Source);
            AddEnds(set, p, s, g.Content[0], anchor);
            if (g.Content.Length > 1 && g.Content[0].End <= g.Cue.Start && g.Content[1].Start == Ranker.Behind(s, anchor)) AddEnds(set, p, s, g.Content[1], anchor);
        }
        return set;
    }

    private static void AddEnds(ExampleSet set, GoldParagraph p, in SentenceView s, TokenSpan span, in Anchor anchor)
    {
        if (!s.Contains(span.Start)) return;
        // Gold may leave the sentence's own stop in, or run over its end: the last place is the right one then.
        int right = span.End - 1, limit = Ranker.LastEnd(s, span.Start, anchor);
        while (right > span.Start && (right >= s.End || !ContentEndFeatures.CanEnd(s, span.Start, right, anchor)) && (right >= s.End || s.Tokens[right].Is(TokenFlags.Terminal | TokenFlags.Comma))) right--;
        var words = new AnchorWords(s, anchor);
        for (int e = span.Start; e < limit; e++)
        {
            if (!ContentEndFeatures.CanEnd(s, span.Start, e, anchor)) continue;
            set.AddCandidate(e == right, ContentEndFeatures.Coarse(s, span.Start, e, words, set.Columns), ContentEndFeatures.Fine(s, span.Start, e, words, set.Columns));
        }
        set.EndExample(p.Article);
    }

    public static ExampleSet Wraps(IEnumerable<GoldParagraph> paragraphs, int tableSize)
    {
        var set = new ExampleSet(tableSize);
        foreach (var (p, g, sentence) in WithContent(paragraphs))
        {
            var s = View(p, sentence);
            var anchor = new Anchor(g.Cue, g.Source);
            if (g.Content[0].Start >= g.Cue.Start || Ranker.Behind(s, anchor) < 0) continue;
            set.AddAlways(ContentEndFeatures.Wrap(s, g.Content[0], anchor, set.Columns), g.Content.Length > 1 && g.Content[1].Start >= g.Cue.End, p.Article);
        }
        return set;
    }

    /// <param name="cuesOf">The likely cues of a paragraph, from weights that have not seen its article.</param>
    public static ExampleSet Links(IReadOnlyList<GoldParagraph> paragraphs, int tableSize, Func<GoldParagraph, List<CueCandidate>> cuesOf)
    {
        var set = new ExampleSet(tableSize);
        var tail = default(ParagraphTail);
        int article = -1, lastOwner = -1, announcer = -1;
        foreach (var p in paragraphs)
        {
            if (p.Article != article)
            {
                tail = default;
                lastOwner = announcer = -1;
                article = p.Article;
            }
            var cues = p.Regions.Length == 0 ? [] : cuesOf(p);
            List<RegionTokens> regions = [.. p.Regions];
            List<Sentence> sentences = [.. p.Sentences];
            for (int r = 0; r < p.Regions.Length; r++)
            {
                bool previousIsUnit = r > 0 && p.Owners[r - 1].IsUnit;
                foreach (int label in RegionLinker.CandidatesFor(r, p.Tokens, regions, cues, tail))
                {
                    var f = set.Columns.Begin();
                    RegionLinker.Features(label, r, p.View, sentences, regions, cues, tail, previousIsUnit, ref f);
                    set.AddCandidate(IsRight(label, r, p, cues, lastOwner, announcer), set.Columns.End(f));
                }
                set.EndExample(p.Article);
            }
            tail = TailOf(p, tail, p.Regions.Length == 0 ? cuesOf(p) : cues);
            announcer = tail.Announcer is { } a ? AttributionAt(p, a.Cue.Cue) : -1;
            if (p.Owners.Length > 0) lastOwner = p.Owners[^1].Attribution;
            else if (p.Gold.Length > 0) lastOwner = -1;
        }
        return set;
    }

    private static bool IsRight(int label, int r, GoldParagraph p, List<CueCandidate> cues, int lastOwner, int announcer)
    {
        var owner = p.Owners[r];
        if (!owner.IsUnit) return label == -1;
        return label switch
        {
            -1 => false,
            -2 => p.Owners[r - 1].Attribution == owner.Attribution,
            -3 => owner.Attribution == lastOwner && owner.Cue < 0,
            -4 => owner.Attribution == announcer,
            _ => owner.Cue >= 0 && owner.Cue >= cues[label].Cue.Start && owner.Cue < cues[label].Cue.End || (owner.Cue >= 0 && owner.Cue == cues[label].Cue.Head),
        };
    }

    /// <summary>The number in the article of the gold attribution with this cue.</summary>
    private static int AttributionAt(GoldParagraph p, in CueSpan cue)
    {
        foreach (var g in p.Gold)
        {
            if (g.HasCue && g.Cue.Start < cue.End && cue.Start < g.Cue.End) return g.Number;
        }
        return -1;
    }

    private static ParagraphTail TailOf(GoldParagraph p, in ParagraphTail before, List<CueCandidate> cues)
    {
        if (p.Tokens.Length == 0) return before;
        uint mark = ParagraphTail.MarkBehind(p.Tokens, p.Regions, before.Mark);
        if (CueFinder.BylineAfter(p.Tokens, p.Regions) >= 0) return ParagraphTail.BehindByline(mark);
        bool quoted = p.Owners.Length > 0 && p.Owners[^1].IsUnit;
        var last = p.Tokens[^1];
        bool endsInCue = last.Is(TokenFlags.Punctuation) && !last.Is(TokenFlags.Terminal) && p.Gold.Any(g => g.HasCue && g.Cue.End >= p.Tokens.Length);
        bool wholly = p.Regions.Length == 1 && p.Regions[0].First == 0 && p.Regions[0].End == p.Tokens.Length;
        var taken = p.Owners.Where(o => o.IsUnit && o.Cue >= 0).SelectMany(o => Enumerable.Range(0, cues.Count).Where(k => cues[k].Cue.Head >= o.Cue && cues[k].Cue.Start <= o.Cue)).ToHashSet();
        return new ParagraphTail(quoted, endsInCue, wholly, p.Gold.Length > 0, mark, ParagraphReader.AnnouncerOf(p.Tokens, p.Sentences, cues, taken));
    }

    private static IEnumerable<(GoldParagraph P, GoldAttribution G, Sentence S)> WithCue(IEnumerable<GoldParagraph> paragraphs)
    {
        foreach (var p in paragraphs)
        {
            foreach (var g in p.Gold)
            {
                if (!g.HasCue) continue;
                int n = Array.FindIndex(p.Sentences, s => g.Cue.Head >= s.First && g.Cue.Head < s.End);
                if (n >= 0) yield return (p, g, p.Sentences[n]);
            }
        }
    }

    /// <summary>Those whose content is not one of the regions: the linker finds the others.</summary>
    private static IEnumerable<(GoldParagraph P, GoldAttribution G, Sentence S)> WithContent(IEnumerable<GoldParagraph> paragraphs) =>
        WithCue(paragraphs).Where(x => x.G.Type != "direct" && x.G.Content.Length > 0 && x.G.Content[0].Start >= x.S.First && x.G.Content[0].Start < x.S.End);

    private static SentenceView View(GoldParagraph p, Sentence s) => new(p.View, s);
}
