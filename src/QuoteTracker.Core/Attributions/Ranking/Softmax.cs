namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>Collects candidates' scores and tells the best with its share of the probability.</summary>
internal ref struct Softmax(Span<float> scores, Span<int> labels)
{
    private readonly Span<float> _scores = scores;
    private readonly Span<int> _labels = labels;
    private int _count;

    public readonly bool IsFull => _count == _scores.Length;

    public readonly int Count => _count;

    public void Add(int label, float score)
    {
        _labels[_count] = label;
        _scores[_count++] = score;
    }

    /// <summary>The label of the highest score, the first of equals; and its probability. (-1, 0) where there is no candidate.</summary>
    public readonly (int Label, float Chance) Best()
    {
        if (_count == 0) return (-1, 0);
        int best = 0;
        for (int i = 1; i < _count; i++)
        {
            if (_scores[i] > _scores[best]) best = i;
        }
        double sum = 0;
        for (int i = 0; i < _count; i++) sum += Math.Exp(_scores[i] - _scores[best]);
        return (_labels[best], (float)(1 / sum));
    }

    /// <summary>The best of the others, when <paramref name="without"/> is left out; its share is of all candidates.</summary>
    public readonly (int Label, float Chance) BestWithout(int without)
    {
        int best = -1;
        float top = float.NegativeInfinity;
        for (int i = 0; i < _count; i++)
        {
            top = Math.Max(top, _scores[i]);
            if (_labels[i] != without && (best < 0 || _scores[i] > _scores[best])) best = i;
        }
        if (best < 0) return (-1, 0);
        double sum = 0;
        for (int i = 0; i < _count; i++) sum += Math.Exp(_scores[i] - top);
        return (_labels[best], (float)(Math.Exp(_scores[best] - top) / sum));
    }

    public static float Sigmoid(float score) => 1 / (1 + MathF.Exp(-score));
}
