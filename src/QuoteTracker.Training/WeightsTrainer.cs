using QuoteTracker.Core.Attributions.Ranking;

namespace QuoteTracker.Training;

/// <summary>Trains all stages, one on the results of the one before.</summary>
internal sealed class WeightsTrainer(Action<string> log)
{
    private const int Folds = 4;

    /// <summary>Entries of each stage's table; together under 2 MB.</summary>
    private static readonly Dictionary<Stage, int> Sizes = new()
    {
        [Stage.Cue] = 430_000,
        [Stage.CueStart] = 40_000,
        [Stage.CueEnd] = 40_000,
        [Stage.SourceEnd] = 360_000,
        [Stage.SourceStart] = 180_000,
        [Stage.ContentStart] = 300_000,
        [Stage.ContentEnd] = 420_000,
        [Stage.ContentWrap] = 30_000,
        [Stage.Link] = 100_000,
    };

    public RankerWeights Train(IReadOnlyList<GoldArticle> articles)
    {
        var counts = GoldReader.CountHeads(articles);
        var gate = counts.Where(c => c.Value.Cues > 0 && c.Value.Cues * 100 > c.Value.All)
            .Select(c => (Stem: c.Key, Rate: (byte)Math.Clamp(c.Value.Cues * 255.0 / (c.Value.All + 1), 3, 255))).OrderBy(c => c.Stem).ToArray();
        log($"gate: {gate.Length} stems");
        var tables = Sizes.OrderBy(s => s.Key).Select(s => new WeightTable(new sbyte[s.Value], 1)).ToArray();
        var weights = new RankerWeights(gate, tables, Calibration.Identity);
        var reader = new GoldReader(weights, t => counts.TryGetValue(t.Stem, out var n) ? n.Cues / (n.All + 3.0) : 0);
        var paragraphs = articles.SelectMany((a, i) => reader.Read(a, i)).ToList();

        var cues = StageExamples.Cues(paragraphs, Sizes[Stage.Cue]);
        log($"cue: {cues.Count} examples");
        var cueTrainer = new SoftmaxTrainer(4, 0.12f, 0);
        var folds = new WeightTable[Folds];
        Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k =>
        {
            if (k == Folds) tables[(int)Stage.Cue] = Quantize(cueTrainer.Train(cues, binary: true));
            else folds[k] = Quantize(cueTrainer.Train(cues, binary: true, a => a % Folds != k));
        });
        TrainStage(Stage.CueStart, StageExamples.CueStarts(paragraphs, Sizes[Stage.CueStart]));
        TrainStage(Stage.CueEnd, StageExamples.CueEnds(paragraphs, Sizes[Stage.CueEnd]));
        TrainStage(Stage.SourceEnd, StageExamples.SourceEnds(paragraphs, Sizes[Stage.SourceEnd]));
        TrainStage(Stage.SourceStart, StageExamples.SourceStarts(paragraphs, Sizes[Stage.SourceStart]));
        TrainStage(Stage.ContentStart, StageExamples.ContentStarts(paragraphs, Sizes[Stage.ContentStart]));
        TrainStage(Stage.ContentEnd, StageExamples.ContentEnds(paragraphs, Sizes[Stage.ContentEnd]));
        TrainStage(Stage.ContentWrap, StageExamples.Wraps(paragraphs, Sizes[Stage.ContentWrap]), binary: true);

        var rankers = folds.Select(f => new Ranker(weights.With(Stage.Cue, f))).ToArray();
        TrainStage(Stage.Link, StageExamples.Links(paragraphs, Sizes[Stage.Link], p => CuesOf(rankers[p.Article % Folds], p)));
        return weights;

        void TrainStage(Stage stage, ExampleSet examples, bool binary = false)
        {
            tables[(int)stage] = Quantize(new SoftmaxTrainer(4, 0.12f, 0).Train(examples, binary));
            log($"{stage}: {examples.Count} examples");
        }
    }

    private static List<CueCandidate> CuesOf(Ranker ranker, GoldParagraph p)
    {
        var found = new List<CueCandidate>();
        for (int n = 0; n < p.Sentences.Length; n++)
        {
            var s = new SentenceView(p.Tokens, p.Rates, p.Sentences[n], p.IsHeadline);
            for (int i = s.First; i < s.End; i++)
            {
                if (!Ranker.IsGated(s, i)) continue;
                float chance = ranker.CueChance(s, i);
                if (chance < Ranker.LeastCueChance) continue;
                var cue = ranker.ExtentOf(s, i);
                var (source, sourceChance) = ranker.SourceOf(s, cue);
                found.Add(new CueCandidate(cue, source, n, chance, sourceChance));
            }
        }
        return found;
    }

    private static WeightTable Quantize(float[] weights)
    {
        float limit = 0;
        foreach (float w in weights) limit = Math.Max(limit, Math.Abs(w));
        return WeightTable.Quantize(weights, Math.Min(limit, 3.2f));
    }
}
