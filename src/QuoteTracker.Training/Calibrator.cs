using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Training;

/// <summary>Fits the calibration by isotonic regression: pool adjacent violators (Ayer et al. 1955).</summary>
internal static class Calibrator
{
    /// <summary>Each kind's outcomes are smoothed by so many of its mean, so that a handful of hits never reads as certainty.</summary>
    private const double Prior = 4;

    public static Calibration Fit(IReadOnlyList<Evaluation.Judged> judged) => new([.. Enum.GetValues<AttributionKind>().Select(kind => Table([.. judged.Where(j => j.Kind == kind)]))]);

    private static float[] Table(List<Evaluation.Judged> judged)
    {
        var blocks = new List<(double From, double Right, double Count)>();
        foreach (var j in judged.OrderBy(j => j.Confidence))
        {
            blocks.Add((j.Confidence, j.Right ? 1 : 0, 1));
            while (blocks.Count > 1 && blocks[^2].Right / blocks[^2].Count >= blocks[^1].Right / blocks[^1].Count)
            {
                var (a, b) = (blocks[^2], blocks[^1]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((a.From, a.Right + b.Right, a.Count + b.Count));
            }
        }
        double mean = judged.Count == 0 ? 0.5 : judged.Average(j => j.Right ? 1.0 : 0);
        var table = new float[Calibration.Steps + 1];
        for (int i = 0; i < table.Length; i++)
        {
            double score = (double)i / Calibration.Steps;
            int at = blocks.FindLastIndex(b => b.From <= score);
            table[i] = at < 0 ? (float)(blocks.Count == 0 ? score : (blocks[0].Right + Prior * mean) / (blocks[0].Count + Prior)) : (float)((blocks[at].Right + Prior * mean) / (blocks[at].Count + Prior));
            if (i > 0) table[i] = Math.Max(table[i], table[i - 1]);
        }
        return table;
    }

    /// <summary>A Markdown table: of what is shown at each confidence, how much is right.</summary>
    public static IEnumerable<string> Reliability(IReadOnlyList<Evaluation.Judged> judged)
    {
        yield return "| confidence | direct | mixed | indirect | all |";
        yield return "| --- | --- | --- | --- | --- |";
        double[] edges = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001];
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            var here = judged.Where(j => j.Confidence >= edges[i] && j.Confidence < edges[i + 1]).ToList();
            string Cell(IEnumerable<Evaluation.Judged> js)
            {
                var list = js.ToList();
                return list.Count == 0 ? "–" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list.Average(j => j.Right ? 100.0 : 0):f0} % of {list.Count}");
            }
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"| {edges[i]:f1} to {Math.Min(1, edges[i + 1]):f1} | {Cell(here.Where(j => j.Kind == AttributionKind.Direct))} | {Cell(here.Where(j => j.Kind == AttributionKind.Mixed))} | {Cell(here.Where(j => j.Kind == AttributionKind.Indirect))} | {Cell(here)} |");
        }
    }
}
