using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Training;

/// <summary>Brings gold articles into the engine's own paragraphs, sentences and tokens.</summary>
internal sealed class GoldReader(RankerWeights gate, Func<Token, double> headRate)
{
    private readonly ParagraphReader _reader = new(LanguageData.English, gate);

    public List<GoldParagraph> Read(GoldArticle article, int number)
    {
        string text = article.Text;
        var paragraphs = ParagraphSplitter.Split(text);
        var layouts = ParagraphLayout.Of(text, paragraphs, StorySplitter.Split(text, paragraphs), MarkPairing.Pair(text, paragraphs));
        var result = new List<GoldParagraph>();
        foreach (var layout in layouts)
        {
            var tokens = _reader.Prepare(text.AsSpan(layout.Start, layout.Length), layout).ToArray();
            if (tokens.Length == 0) continue;
            var gold = new List<GoldAttribution>();
            for (int q = 0; q < article.Quotes.Length; q++)
            {
                if (Attribution(q, article.Quotes[q], tokens, layout) is { } a) gold.Add(a);
            }
            RegionTokens[] regions = [.. _reader.Regions];
            var owners = regions.Select(r => OwnerOf(article, tokens, r, layout)).ToArray();
            result.Add(new GoldParagraph(number, layout.IsHeadline, tokens, _reader.Rates[..tokens.Length].ToArray(), [.. _reader.Sentences], regions, [.. gold], owners));
        }
        return result;
    }

    private GoldAttribution? Attribution(int number, GoldQuote quote, Token[] tokens, ParagraphLayout layout)
    {
        int anchor = quote.Cue is { } c ? c[0] : quote.Spans[0][0];
        if (!layout.Span.Contains(anchor)) return null;
        var cue = quote.Cue is { } span ? CueOf(Tokens(tokens, layout, span[0], span[1]), tokens) : new CueSpan(-1, -1, -1);
        var source = quote.Speaker is { Start: { } from, End: { } to } ? Tokens(tokens, layout, from, to) : TokenSpan.None;
        TokenSpan[] content = [.. quote.Spans.Select(s => Tokens(tokens, layout, s[0], s[1])).Where(s => !s.IsNone)];
        return new GoldAttribution(number, quote.Type, cue, source, content);
    }

    private CueSpan CueOf(TokenSpan span, Token[] tokens)
    {
        if (span.IsNone) return new CueSpan(-1, -1, -1);
        int head = span.Start;
        for (int i = span.Start + 1; i < span.End; i++)
        {
            if (headRate(tokens[i]) > headRate(tokens[head])) head = i;
        }
        return new CueSpan(head, span.Start, span.End);
    }

    private static RegionGold OwnerOf(GoldArticle article, Token[] tokens, in RegionTokens region, ParagraphLayout layout)
    {
        int start = layout.Start + tokens[region.First].Start, end = layout.Start + tokens[region.End - 1].End;
        var result = new RegionGold(-1, false, -1);
        int most = (end - start) / 2;
        for (int q = 0; q < article.Quotes.Length; q++)
        {
            foreach (int[] s in article.Quotes[q].Spans)
            {
                int overlap = Math.Min(end, s[1]) - Math.Max(start, s[0]);
                if (overlap <= most) continue;
                // The content may lack the marks, a comma or a stop at its ends.
                bool unit = Math.Abs(s[0] - start) <= 2 && Math.Abs(s[1] - end) <= 3;
                most = unit ? overlap : Math.Max(most, overlap - 1);
                var cue = article.Quotes[q].Cue;
                int head = cue is not null && layout.Span.Contains(cue[0]) ? TokenAt(tokens, cue[0] - layout.Start) : -1;
                result = new RegionGold(q, unit, head);
            }
        }
        return result;
    }

    private static int TokenAt(Token[] tokens, int position)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].End > position) return i;
        }
        return -1;
    }

    private static TokenSpan Tokens(Token[] tokens, ParagraphLayout layout, int start, int end)
    {
        start -= layout.Start;
        end -= layout.Start;
        if (start < 0 || start >= layout.Length) return TokenSpan.None;
        int first = Array.FindIndex(tokens, t => t.End > start), last = Array.FindLastIndex(tokens, t => t.Start < end);
        return first < 0 || last < first ? TokenSpan.None : new TokenSpan(first, last + 1);
    }

    /// <summary>Counts how often each stem heads a cue: the head is the word of the cue whose stem does so most, found by iterating three times.</summary>
    public static Dictionary<uint, (int Cues, int All)> CountHeads(IReadOnlyList<GoldArticle> articles)
    {
        var empty = new RankerWeights([], [.. Enum.GetValues<Stage>().Select(_ => new WeightTable(new sbyte[1], 1))], Calibration.Identity);
        var counts = new Dictionary<uint, (int Cues, int All)>();
        double Rate(Token t) => counts.TryGetValue(t.Stem, out var n) ? n.Cues / (n.All + 3.0) : 0;
        for (int round = 0; round < 3; round++)
        {
            var reader = new GoldReader(empty, round == 0 ? t => t.Is(TokenFlags.Word) && t.Class == WordClass.None ? 1 : 0 : Rate);
            var next = new Dictionary<uint, (int, int)>();
            for (int a = 0; a < articles.Count; a++)
            {
                foreach (var p in reader.Read(articles[a], a))
                {
                    foreach (var t in p.Tokens) next[t.Stem] = next.TryGetValue(t.Stem, out var n) ? (n.Item1, n.Item2 + 1) : (0, 1);
                    foreach (int head in p.Gold.Where(g => g.HasCue).Select(g => g.Cue.Head).Distinct())
                    {
                        var n = next[p.Tokens[head].Stem];
                        next[p.Tokens[head].Stem] = (n.Item1 + 1, n.Item2);
                    }
                }
            }
            counts = next;
        }
        return counts;
    }
}
