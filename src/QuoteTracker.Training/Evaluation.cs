using QuoteTracker.Core;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Training;

/// <summary>What was found in one kind of quotation.</summary>
/// <param name="Gold">Annotated attributions of the kind.</param>
/// <param name="Found">Of those, how many a prediction covers.</param>
/// <param name="Made">Predictions of the kind.</param>
/// <param name="Right">Of those, how many cover an annotated one.</param>
/// <param name="Speakers">Of the found, how many have an overlapping source, or none where none is annotated.</param>
internal sealed record KindFigures(int Gold, int Found, int Made, int Right, int Speakers);

/// <summary>
/// Compares the engine with gold. An annotated attribution is found where one prediction, not yet used, shares more than eight tenths of the characters of
/// both contents.
/// </summary>
internal static class Evaluation
{
    private const double LeastShare = 0.8;

    /// <summary>One prediction with its raw score or confidence, and whether content and source are right.</summary>
    internal readonly record struct Judged(AttributionKind Kind, double Confidence, bool Right);

    public static (Dictionary<AttributionKind, KindFigures> Figures, List<Judged> Judged) Run(RankerWeights weights, IReadOnlyList<GoldArticle> articles)
    {
        var analyzer = new ArticleAnalyzer(Registry.Empty, weights);
        var kinds = Enum.GetValues<AttributionKind>().ToDictionary(k => k, _ => new int[5]);
        var judged = new List<Judged>();
        foreach (var article in articles)
        {
            var left = analyzer.Analyze(new Article(article.Id, article.Text)).Attributions.ToList();
            foreach (var a in left) kinds[a.Kind][2]++;
            foreach (var quote in article.Quotes)
            {
                var gold = kinds[Enum.Parse<AttributionKind>(quote.Type, ignoreCase: true)];
                gold[0]++;
                var best = left.Select(a => (a, Share: ShareOf(a, quote))).Where(x => x.Share > LeastShare).OrderByDescending(x => x.Share).FirstOrDefault();
                if (best.a is not { } hit) continue;
                left.Remove(hit);
                bool speaker = SourceAgrees(hit, quote);
                gold[1]++;
                if (speaker) gold[4]++;
                kinds[hit.Kind][3]++;
                judged.Add(new Judged(hit.Kind, hit.Confidence, speaker));
            }
            judged.AddRange(left.Select(a => new Judged(a.Kind, a.Confidence, false)));
        }
        return (kinds.ToDictionary(k => k.Key, k => new KindFigures(k.Value[0], k.Value[1], k.Value[2], k.Value[3], k.Value[4])), judged);
    }

    private static double ShareOf(Attribution a, GoldQuote quote)
    {
        int shared = 0, mine = 0, gold = 0;
        foreach (int[] s in quote.Spans)
        {
            gold += s[1] - s[0];
            foreach (var c in a.Content) shared += Math.Max(0, Math.Min(c.End, s[1]) - Math.Max(c.Start, s[0]));
        }
        foreach (var c in a.Content) mine += c.Length;
        return Math.Min((double)shared / gold, (double)shared / mine);
    }

    private static bool SourceAgrees(Attribution a, GoldQuote quote)
    {
        if (quote.Speaker is not { Start: { } start, End: { } end }) return a.Source is null;
        return a.Source is { } source && source.Start < end && start < source.End;
    }
}
