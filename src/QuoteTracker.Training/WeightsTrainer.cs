using System.Globalization;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;

namespace QuoteTracker.Training;

/// <summary>Trains all stages, one on the results of the one before.</summary>
internal sealed class WeightsTrainer(Action<string> log)
{
    private const int Folds = 4;

    /// <summary>
    /// Entries of each stage's table. Together they stay in a core's own cache, where a look-up costs least; with twice as many nothing is found better, with
    /// half as many content is found less often.
    /// </summary>
    private static readonly Dictionary<Stage, int> Sizes = new()
    {
        [Stage.Cue] = 160_000,
        [Stage.CueStart] = 24_000,
        [Stage.CueEnd] = 24_000,
        [Stage.SourceEnd] = 128_000,
        [Stage.SourceStart] = 64_000,
        [Stage.ContentStart] = 128_000,
        [Stage.ContentEnd] = 160_000,
        [Stage.ContentWrap] = 30_000,
        [Stage.Link] = 100_000,
    };

    /// <summary>One article in so many is kept from a first training to calibrate the confidence on.</summary>
    private const int CalibrationShare = 8;

    /// <summary>Trains on all articles; the calibration comes from a training without every eighth, tried on those.</summary>
    public static RankerWeights TrainCalibrated(List<GoldArticle> articles, List<GoldArticle> heldOut, Action<string> log)
    {
        List<GoldArticle> most = [.. articles.Where((_, i) => i % CalibrationShare != 0)], rest = [.. articles.Where((_, i) => i % CalibrationShare == 0)];
        var first = new WeightsTrainer(_ => { }).Train(most, []);
        var calibration = Calibrator.Fit(Evaluation.Run(first, rest).Judged);
        return new WeightsTrainer(log).Train(articles, heldOut).With(calibration);
    }

    /// <param name="heldOut">Articles to measure every stage on, given the right answers of the stages before; may be empty.</param>
    public RankerWeights Train(IReadOnlyList<GoldArticle> articles, IReadOnlyList<GoldArticle> heldOut)
    {
        var counts = GoldReader.CountHeads(articles);
        var gate = counts.Where(c => c.Value.Cues > 0 && c.Value.Cues * 100 > c.Value.All)
            .Select(c => (Stem: c.Key, Rate: (byte)Math.Clamp(c.Value.Cues * 255.0 / (c.Value.All + 1), 3, 255))).OrderBy(c => c.Stem).ToArray();
        log($"gate: {gate.Length} stems");
        var tables = Sizes.OrderBy(s => s.Key).Select(s => new WeightTable(new sbyte[s.Value], 1)).ToArray();
        var weights = new RankerWeights(gate, tables, Calibration.Identity);
        var reader = new GoldReader(weights, t => counts.TryGetValue(t.Stem, out var n) ? n.Cues / (n.All + 3.0) : 0);
        var paragraphs = articles.SelectMany((a, i) => reader.Read(a, i)).ToList();
        var held = heldOut.SelectMany((a, i) => reader.Read(a, i)).ToList();

        var cues = StageExamples.Cues(paragraphs, Sizes[Stage.Cue]);
        var cueTrainer = new SoftmaxTrainer(4, 0.08f, caution: 1);
        var folds = new WeightTable[Folds];
        Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k =>
        {
            if (k == Folds) tables[(int)Stage.Cue] = Quantize(cueTrainer.Train(cues, binary: true));
            else folds[k] = Quantize(cueTrainer.Train(cues, binary: true, a => a % Folds != k));
        });
        Report(Stage.Cue, cues, StageExamples.Cues, true);
        TrainStage(Stage.CueStart, StageExamples.CueStarts);
        TrainStage(Stage.CueEnd, StageExamples.CueEnds);
        TrainStage(Stage.SourceEnd, StageExamples.SourceEnds);
        TrainStage(Stage.SourceStart, StageExamples.SourceStarts);
        TrainStage(Stage.ContentStart, StageExamples.ContentStarts);
        TrainStage(Stage.ContentEnd, StageExamples.ContentEnds);
        TrainStage(Stage.ContentWrap, StageExamples.Wraps, binary: true);

        var rankers = folds.Select(f => new Ranker(weights.With(Stage.Cue, f))).ToArray();
        var whole = new Ranker(weights);
        TrainStage(Stage.Link, (set, size) => StageExamples.Links([.. set], size, p => CuesOf(ReferenceEquals(set, held) ? whole : rankers[p.Article % Folds], p)));
        return weights;

        void TrainStage(Stage stage, Func<IEnumerable<GoldParagraph>, int, ExampleSet> make, bool binary = false)
        {
            var examples = make(paragraphs, Sizes[stage]);
            tables[(int)stage] = Quantize(new SoftmaxTrainer(4, 0.07f, caution: 0.3f).Train(examples, binary));
            Report(stage, examples, make, binary);
        }

        void Report(Stage stage, ExampleSet examples, Func<IEnumerable<GoldParagraph>, int, ExampleSet> make, bool binary)
        {
            var test = make(held, Sizes[stage]);
            log(string.Create(CultureInfo.InvariantCulture,
                $"{stage,-12} {examples.Count,6} examples, {examples.Lost,5} lost; held out {test.Count,5}, {test.Lost,4} lost, right {100 * test.Measure(tables[(int)stage], binary):f1}"));
        }
    }

    private static List<CueCandidate> CuesOf(Ranker ranker, GoldParagraph p)
    {
        var found = new List<CueCandidate>();
        CueFinder.Find(ranker, p.View, p.Sentences, [.. p.Regions], found);
        return found;
    }

    private static WeightTable Quantize(float[] weights)
    {
        float limit = 0;
        foreach (float w in weights) limit = Math.Max(limit, Math.Abs(w));
        return WeightTable.Quantize(weights, Math.Min(limit, 3.2f));
    }
}
