namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>
/// One decision of the ranker: collects its candidates and tells the best with its share of the probability, a softmax over all of them. Used again for the
/// next decision.
/// </summary>
internal sealed class Decision
{
    private const int MostCandidates = 160;

    private readonly Candidate[] _candidates = new Candidate[MostCandidates];
    private readonly float[] _scores = new float[MostCandidates];
    private WeightTable _table = WeightTable.Empty;
    private FeatureRange _shared;
    private int _count;
    private bool _isScored;

    private readonly record struct Candidate(int Label, FeatureRange Own, FeatureRange Shared);

    /// <summary>Takes the features of the candidates.</summary>
    public FeatureColumns Columns { get; } = new();

    public bool IsFull => _count == MostCandidates || Columns.IsFull;

    public void Begin(WeightTable table)
    {
        _table = table;
        _shared = default;
        _count = 0;
        _isScored = false;
        Columns.Clear();
    }

    /// <summary>Features that the candidates from here on have in common, in the place of what those before had.</summary>
    public void Share(in FeatureRange features) => _shared = features;

    public void Add(int label, in FeatureRange features) => _candidates[_count++] = new Candidate(label, features, _shared);

    /// <summary>The label of the highest score, the first of equals; and its probability. (-1, 0) where there is no candidate.</summary>
    public (int Label, float Chance) Best()
    {
        if (_count == 0) return (-1, 0);
        var scores = Scores();
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        double sum = 0;
        foreach (float score in scores) sum += Math.Exp(score - scores[best]);
        return (_candidates[best].Label, (float)(1 / sum));
    }

    /// <summary>The best of the others, when <paramref name="without"/> is left out; its share is of all candidates.</summary>
    public (int Label, float Chance) BestWithout(int without)
    {
        var scores = Scores();
        int best = -1;
        float top = float.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            top = Math.Max(top, scores[i]);
            if (_candidates[i].Label != without && (best < 0 || scores[i] > scores[best])) best = i;
        }
        if (best < 0) return (-1, 0);
        double sum = 0;
        foreach (float score in scores) sum += Math.Exp(score - top);
        return (_candidates[best].Label, (float)(Math.Exp(scores[best] - top) / sum));
    }

    /// <summary>For each label its chance, where every candidate is a question of its own: yes or no.</summary>
    /// <param name="chances">By label; those of other labels stay.</param>
    public void Chances(Span<float> chances)
    {
        var scores = Scores();
        for (int i = 0; i < scores.Length; i++) chances[_candidates[i].Label] = 1 / (1 + MathF.Exp(-scores[i]));
    }

    private ReadOnlySpan<float> Scores()
    {
        var scores = _scores.AsSpan(0, _count);
        if (_isScored) return scores;
        _isScored = true;
        Columns.Hash(_table.Size);
        var shared = default(FeatureRange);
        int sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            ref readonly var candidate = ref _candidates[i];
            if (candidate.Shared != shared)
            {
                shared = candidate.Shared;
                sum = Columns.Sum(_table, shared);
            }
            scores[i] = (sum + Columns.Sum(_table, candidate.Own)) * _table.Scale;
        }
        return scores;
    }
}
