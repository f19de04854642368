using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary>Lists a paragraph's likely cues with their sources, in text order.</summary>
internal static class CueFinder
{
    /// <summary>A byline under a quotation has at most so many tokens.</summary>
    private const int LongestByline = 14;

    /// <summary>A dash and a name behind a quotation are hardly ever anything else.</summary>
    private const float BylineChance = 0.97f;

    public static void Find(Ranker ranker, in ParagraphView paragraph, IReadOnlyList<Sentence> sentences, List<RegionTokens> regions, List<CueCandidate> cues)
    {
        cues.Clear();
        var tokens = paragraph.Tokens;
        // Without words in marks to hang on it, a cue is reported for its content alone, whose score is never above its own chance.
        float least = regions.Count > 0 ? Ranker.LeastCueChance : ParagraphReader.LeastUnmarkedScore;
        int byline = BylineAfter(tokens, regions);
        bool announces = tokens.Length > 0 && tokens[^1].Word == Colon;
        for (int n = 0; n < sentences.Count; n++)
        {
            var s = new SentenceView(paragraph, sentences[n]);
            // A colon at a paragraph's end announces what the next one quotes, however seldom the words before it do.
            float enough = announces && n == sentences.Count - 1 ? Ranker.LeastCueChance : least;
            var chances = ranker.CueChances(s);
            for (int i = s.First; i < s.End; i++)
            {
                if (i == byline)
                {
                    cues.Add(new CueCandidate(new CueSpan(i, i, i + 1), NameAfter(tokens, i), n, BylineChance, BylineChance));
                    continue;
                }
                if (OwnersWords.At(s, i) is { } words && (words.IsBesideAny(regions, tokens) || words.OpensSentenceWithMarks(s)))
                {
                    cues.Add(new CueCandidate(new CueSpan(i, i, i + 1), words.Owner, n, OwnersWords.Chance, OwnersWords.Chance));
                    continue;
                }
                float chance = chances[i - s.First];
                if (chance < enough) continue;
                var cue = ranker.ExtentOf(s, i);
                var (source, sourceChance) = ranker.SourceOf(s, cue);
                cues.Add(new CueCandidate(cue, source, n, chance, sourceChance));
            }
        }
    }

    /// <summary>The dash of <c>“…” — Ada Vaughn, Leeds</c> that fills the rest of the paragraph; -1 where there is none.</summary>
    public static int BylineAfter(ReadOnlySpan<Token> tokens, IReadOnlyList<RegionTokens> regions)
    {
        if (regions.Count == 0) return -1;
        int dash = regions[^1].End;
        return IsByline(tokens, dash) && tokens[dash - 1].Is(TokenFlags.CloseMark) ? dash : -1;
    }

    /// <summary>True for a paragraph that is a dash and a name: the byline of the quotation above.</summary>
    public static bool IsBylineParagraph(ReadOnlySpan<Token> tokens) => IsByline(tokens, 0);

    /// <summary>The name behind the dash, without the paragraph's stop.</summary>
    public static TokenSpan NameAfter(ReadOnlySpan<Token> tokens, int dash) => new(dash + 1, tokens[^1].Is(TokenFlags.Terminal) ? tokens.Length - 1 : tokens.Length);

    private static readonly uint Colon = WordHash.Of(":");

    private static bool IsByline(ReadOnlySpan<Token> tokens, int dash)
    {
        int words = tokens.Length - dash - 1;
        if (words is < 1 or > LongestByline || !tokens[dash].Is(TokenFlags.Dash) || !tokens[dash + 1].IsCapitalWord) return false;
        for (int i = dash + 1; i < tokens.Length - 1; i++)
        {
            if (tokens[i].Is(TokenFlags.Terminal | TokenFlags.OpenMark | TokenFlags.CloseMark)) return false;
        }
        return true;
    }
}
