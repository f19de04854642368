using System.Runtime.InteropServices;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary>What a region hangs on, and how sure that is.</summary>
/// <param name="Cue">The number of the cue candidate, -1 for another kind.</param>
internal readonly record struct RegionLink(LinkKind Kind, int Cue, float Chance);

/// <summary>Decides for each outermost region of a paragraph, from left to right, what it hangs on.</summary>
internal static class RegionLinker
{
    /// <summary>How many sentences before and behind its own a region looks for a cue.</summary>
    private const int ReachBefore = 1, ReachAfter = 1;

    /// <summary>And how many tokens before and behind it: farther than such sentences are long, but where one has no end.</summary>
    private const int ReachTokens = 400;

    private const int PartialLabel = -1, FollowLabel = -2, ContinueLabel = -3, AnnouncedLabel = -4;

    /// <param name="seconds">Takes, for a region that hangs on nothing, what it would hang on if it had to.</param>
    public static RegionLink[] Link(Ranker ranker, in ParagraphView paragraph, List<Sentence> sentences, List<RegionTokens> regions,
        List<CueCandidate> cues, in ParagraphTail before, Span<RegionLink> seconds)
    {
        var tokens = paragraph.Tokens;
        if (regions.Count == 0) return [];
        var links = new RegionLink[regions.Count];
        for (int r = 0; r < links.Length; r++)
        {
            int byline = BylineOf(regions[r], tokens, cues);
            if (byline >= 0)
            {
                links[r] = new RegionLink(LinkKind.Cue, byline, cues[byline].Chance);
                continue;
            }
            int owned = OwnedBy(regions[r], new SentenceView(paragraph, sentences[regions[r].Sentence]), cues);
            if (owned >= 0)
            {
                links[r] = new RegionLink(LinkKind.Cue, owned, cues[owned].Chance);
                continue;
            }
            if (IsAnnounced(r, regions[r], before))
            {
                links[r] = new RegionLink(LinkKind.Announced, -1, before.Announcer!.Value.Cue.Chance);
                continue;
            }
            if (r > 0 && (GoesOn(regions[r - 1], regions[r], links[r - 1], tokens, cues) || Adjoins(regions[r - 1], regions[r], links[r - 1], cues)))
            {
                links[r] = new RegionLink(LinkKind.Follow, -1, links[r - 1].Chance);
                continue;
            }
            var best = ranker.Candidates(Stage.Link);
            foreach (var candidate in CandidatesFor(r, tokens, regions, cues, before))
            {
                if (best.IsFull) break;
                var f = best.Columns.Begin();
                Features(candidate, r, paragraph, sentences, regions, cues, before, r > 0 && links[r - 1].Kind != LinkKind.Partial, ref f);
                best.Add(candidate, best.Columns.End(f));
            }
            links[r] = Named(best.Best());
            if (links[r].Kind == LinkKind.Partial) seconds[r] = Named(best.BestWithout(PartialLabel));
        }
        return links;
    }

    private static RegionLink Named((int Label, float Chance) best) => best.Label switch
    {
        PartialLabel => new RegionLink(LinkKind.Partial, -1, best.Chance),
        FollowLabel => new RegionLink(LinkKind.Follow, -1, best.Chance),
        ContinueLabel => new RegionLink(LinkKind.Continue, -1, best.Chance),
        AnnouncedLabel => new RegionLink(LinkKind.Announced, -1, best.Chance),
        _ => new RegionLink(LinkKind.Cue, best.Label, best.Chance),
    };

    /// <summary>The byline directly behind the region: certain by its form; -1 for none.</summary>
    private static int BylineOf(in RegionTokens region, ReadOnlySpan<Token> tokens, List<CueCandidate> cues) =>
        cues.Count > 0 && cues[^1].Cue.Head == region.End && tokens[region.End].Is(TokenFlags.Dash) && cues[^1].Source.End >= tokens.Length - 1 ? cues.Count - 1 : -1;

    /// <summary>The cue of <see cref="OwnersWords"/> beside the region; -1 for none.</summary>
    private static int OwnedBy(in RegionTokens region, in SentenceView s, List<CueCandidate> cues)
    {
        for (int k = FirstFrom(cues, region.First - OwnersWords.Reach); k < cues.Count && cues[k].Cue.Head < region.End + OwnersWords.Reach; k++)
        {
            if (OwnersWords.At(s, cues[k].Cue.Head) is { } words && words.IsBeside(region, s.Tokens)) return k;
        }
        return -1;
    }

    /// <summary>The paragraph before ended with a cue and a comma or colon, and this region opens the next: certain by its form.</summary>
    private static bool IsAnnounced(int r, in RegionTokens region, in ParagraphTail before) =>
        r == 0 && region.First == 0 && before.Announcer is { HasRegion: false, Behind: <= 1 } a && (a.Ending == Comma || a.Ending == Colon) && a.Cue.Chance > 0.3f;

    /// <summary><c>“A,” “B,” said X</c>: what stands next to each other before a cue is said by one.</summary>
    private static bool Adjoins(in RegionTokens before, in RegionTokens region, in RegionLink link, List<CueCandidate> cues) =>
        link.Kind == LinkKind.Cue && before.End == region.First && cues[link.Cue].Cue.Head >= region.End;

    /// <summary><c>“A,” X said on Friday, “b.”</c>: one sentence around its attribution, certain by its commas, or a dash, and its small letter.</summary>
    private static bool GoesOn(in RegionTokens before, in RegionTokens region, in RegionLink link, ReadOnlySpan<Token> tokens, List<CueCandidate> cues)
    {
        // A mark at a paragraph's end may be all there is of a region.
        if (before.Length < 2 || region.Length < 2) return false;
        if (link.Kind != LinkKind.Cue || !tokens[region.First - 1].Is(TokenFlags.Comma | TokenFlags.Dash) || tokens[before.End - 2].Word != Comma || tokens[region.First + 1].Is(TokenFlags.Capital)) return false;
        int cue = cues[link.Cue].Cue.Head;
        if (cue < before.End || cue >= region.First) return false;
        for (int k = link.Cue + 1; k < cues.Count && cues[k].Cue.Head < region.First; k++)
        {
            if (cues[k].Cue.End >= region.First - 2) return false;
        }
        return true;
    }

    private static readonly uint Comma = WordHash.Of(","), Colon = WordHash.Of(":");

    /// <summary>Labels: a cue's number, or one of the negative labels.</summary>
    public static List<int> CandidatesFor(int r, ReadOnlySpan<Token> tokens, List<RegionTokens> regions, List<CueCandidate> cues, in ParagraphTail before)
    {
        var region = regions[r];
        List<int> labels = [PartialLabel];
        if (r > 0) labels.Add(FollowLabel);
        // Nobody changes marks between one paragraph and the next: what stands there in others is a heading, or somebody else's.
        bool sameMarks = before.Mark == 0 || !tokens[region.First].Is(TokenFlags.OpenMark) || tokens[region.First].Stem == before.Mark;
        if (r == 0 && region.First == 0 && sameMarks) labels.Add(ContinueLabel);
        if (r == 0 && region.First <= 1 && before.Announcer is { } announcer && (sameMarks || !announcer.HasRegion)) labels.Add(AnnouncedLabel);
        for (int k = FirstFrom(cues, region.First - ReachTokens); k < cues.Count && cues[k].Cue.Head < region.End + ReachTokens; k++)
        {
            var c = cues[k];
            if (c.Sentence < region.Sentence - ReachBefore || c.Sentence > region.Sentence + ReachAfter) continue;
            if (c.Cue.Head >= region.First && c.Cue.Head < region.End) continue;
            labels.Add(k);
        }
        return labels;
    }

    public static void Features(int label, int r, in ParagraphView paragraph, List<Sentence> sentences, List<RegionTokens> regions,
        List<CueCandidate> cues, in ParagraphTail before, bool previousIsUnit, ref FeatureBuffer f)
    {
        var region = regions[r];
        var s = new SentenceView(paragraph, sentences[region.Sentence]);
        uint around = Around(r, regions, cues, paragraph.Tokens);
        switch (label)
        {
            case PartialLabel:
                LinkFeatures.Partial(s, region, around, ref f);
                break;
            case FollowLabel:
                LinkFeatures.Follow(s, region, regions[r - 1], previousIsUnit, CueBetween(regions[r - 1].End, region.First, cues), around, ref f);
                break;
            case ContinueLabel:
                LinkFeatures.Continue(s, region, before, around, ref f);
                break;
            case AnnouncedLabel:
                LinkFeatures.Announced(s, region, before.Announcer!.Value, before, around, ref f);
                break;
            default:
                LinkFeatures.Cue(s, region, cues[label], RankOf(label, region, cues), around, ref f);
                break;
        }
    }

    private static bool CueBetween(int from, int to, List<CueCandidate> cues)
    {
        for (int k = FirstFrom(cues, from); k < cues.Count && cues[k].Cue.Head < to; k++)
        {
            if (cues[k].Chance > 0.4f) return true;
        }
        return false;
    }

    /// <summary>The number of the first cue whose head is a token or stands behind it; how many there are where none does.</summary>
    private static int FirstFrom(List<CueCandidate> cues, int token) =>
        ((ReadOnlySpan<CueCandidate>)CollectionsMarshal.AsSpan(cues)).FirstFrom(token, static cue => cue.Cue.Head);

    /// <summary>How many likelier-placed cues stand nearer on the same side.</summary>
    private static int RankOf(int label, in RegionTokens region, List<CueCandidate> cues)
    {
        int rank = 0;
        if (cues[label].Cue.Head < region.First)
        {
            for (int k = label + 1; k < cues.Count && cues[k].Cue.Head < region.First; k++) rank += cues[k].Chance < 0.3f ? 0 : 1;
        }
        else
        {
            for (int k = label - 1; k >= 0 && cues[k].Cue.Head >= region.End; k--) rank += cues[k].Chance < 0.3f ? 0 : 1;
        }
        return rank;
    }

    /// <summary>What stands around: is there a likely cue before and behind in the sentence, does the region fill its paragraph.</summary>
    private static uint Around(int r, List<RegionTokens> regions, List<CueCandidate> cues, ReadOnlySpan<Token> tokens)
    {
        var region = regions[r];
        float before = 0, behind = 0, next = 0;
        for (int k = FirstFrom(cues, region.First - ReachTokens); k < cues.Count && cues[k].Cue.Head < region.End + ReachTokens; k++)
        {
            var c = cues[k];
            if (c.Sentence == region.Sentence && c.Cue.Head < region.First) before = Math.Max(before, c.Chance);
            else if (c.Sentence == region.Sentence && c.Cue.Head >= region.End) behind = Math.Max(behind, c.Chance);
            else if (c.Sentence == region.Sentence + 1) next = Math.Max(next, c.Chance);
        }
        uint b = Step(before), h = Step(behind), n = next > 0.5f ? 1u : 0;
        uint first = r == 0 ? 1u : 0, whole = region.First == 0 && region.End == tokens.Length ? 1u : 0;
        return b | h << 2 | n << 4 | first << 5 | whole << 6 | (region.Continues ? 128u : 0);
    }

    private static uint Step(float chance) => chance > 0.75f ? 3u : chance > 0.4f ? 2u : chance > 0.1f ? 1u : 0;
}
