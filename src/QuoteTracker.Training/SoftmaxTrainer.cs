namespace QuoteTracker.Training;

/// <summary>
/// Trains a linear softmax ranker by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer, JMLR 2011), the weights of the epochs averaged.
/// A lone candidate is a yes-or-no question. The order of the examples comes from a fixed seed, so the same gold gives the same weights.
/// </summary>
/// <param name="caution">What each sum of squared gradients starts with: the more, the smaller the first steps, so that a feature seen once or twice says little.</param>
internal sealed class SoftmaxTrainer(int epochs, float step, float caution)
{
    private const int Seed = 20160911;

    public float[] Train(ExampleSet examples, bool binary, Func<int, bool>? articles = null)
    {
        var (memory, ends, right, exampleEnds, owners) = examples.Freeze();
        var features = memory.Span;
        var weights = new float[examples.TableSize];
        var squares = new float[examples.TableSize];
        var sum = new double[examples.TableSize];
        var random = new Random(Seed);
        int[] order = [.. Enumerable.Range(0, exampleEnds.Length).Where(i => articles is null || articles(owners[i]))];
        var scores = new double[1024];
        int averaged = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int example in order)
            {
                int first = example == 0 ? 0 : exampleEnds[example - 1], last = exampleEnds[example];
                if (binary) StepBinary(features, ends, right, first, weights, squares);
                else StepSoftmax(features, ends, right, first, last, scores, weights, squares);
            }
            if (epoch == 0 && epochs > 1) continue;
            averaged++;
            for (int i = 0; i < sum.Length; i++) sum[i] += weights[i];
        }
        for (int i = 0; i < weights.Length; i++) weights[i] = (float)(sum[i] / averaged);
        return weights;
    }

    private void StepBinary(ReadOnlySpan<int> features, int[] ends, bool[] right, int candidate, float[] weights, float[] squares)
    {
        var f = features[(candidate == 0 ? 0 : ends[candidate - 1])..ends[candidate]];
        double score = 0;
        foreach (int i in f) score += weights[i];
        double gradient = 1 / (1 + Math.Exp(-score)) - (right[candidate] ? 1 : 0);
        Update(f, (float)gradient, weights, squares);
    }

    private void StepSoftmax(ReadOnlySpan<int> features, int[] ends, bool[] right, int first, int last, double[] scores, float[] weights, float[] squares)
    {
        double best = double.NegativeInfinity;
        for (int c = first; c < last; c++)
        {
            double score = 0;
            foreach (int i in features[(c == 0 ? 0 : ends[c - 1])..ends[c]]) score += weights[i];
            scores[c - first] = score;
            best = Math.Max(best, score);
        }
        double all = 0, good = 0;
        for (int c = first; c < last; c++)
        {
            double e = scores[c - first] = Math.Exp(scores[c - first] - best);
            all += e;
            if (right[c]) good += e;
        }
        for (int c = first; c < last; c++)
        {
            double gradient = scores[c - first] / all - (right[c] ? scores[c - first] / good : 0);
            if (Math.Abs(gradient) > 1e-5) Update(features[(c == 0 ? 0 : ends[c - 1])..ends[c]], (float)gradient, weights, squares);
        }
    }

    private void Update(ReadOnlySpan<int> features, float gradient, float[] weights, float[] squares)
    {
        foreach (int i in features)
        {
            squares[i] += gradient * gradient;
            weights[i] -= step * gradient / MathF.Sqrt(squares[i] + caution);
        }
    }
}
