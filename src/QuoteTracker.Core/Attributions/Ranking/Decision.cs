namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>
/// One decision of the ranker: collects its candidates and tells the best with its share of the probability, a softmax over all of them. Used again for the
/// next decision. Where most candidates are out at a first look, they get few features, those far behind the best fall (<see cref="Narrow"/>), and only the
/// rest get all: coarse to fine (Charniak et al., "Multilevel coarse-to-fine PCFG parsing", NAACL 2006), with the same weights for both looks.
/// </summary>
internal sealed class Decision
{
    private const int MostCandidates = 160;

    private readonly Candidate[] _candidates = new Candidate[MostCandidates];
    private readonly int[] _sums = new int[MostCandidates];
    private readonly float[] _scores = new float[MostCandidates];
    private WeightTable _table = WeightTable.Empty;
    private FeatureRange _shared;
    private bool _isScored;

    /// <param name="IsWhole">It has all its features at the first look.</param>
    private readonly record struct Candidate(int Label, bool IsWhole, FeatureRange Own, FeatureRange Shared);

    /// <summary>Takes the features of the candidates.</summary>
    public FeatureColumns Columns { get; } = new();

    public int Count { get; private set; }

    public bool IsFull => Count == MostCandidates || Columns.IsFull;

    /// <summary>One candidate is left: whatever speaks for it, it is the best.</summary>
    public bool IsDecided => Count == 1;

    public void Begin(WeightTable table)
    {
        _table = table;
        _shared = default;
        Count = 0;
        _isScored = false;
        Columns.Clear();
    }

    /// <summary>Features that the candidates from here on have in common, in the place of what those before had.</summary>
    public void Share(in FeatureRange features) => _shared = features;

    public void Add(int label, in FeatureRange features, bool isWhole = false)
    {
        _candidates[Count] = new Candidate(label, isWhole, features, _shared);
        _sums[Count++] = 0;
    }

    /// <summary>
    /// Leaves of the candidates that are not whole those whose score so far is at most <paramref name="margin"/> below the best of them. Each that is left then
    /// needs <see cref="Complete"/>.
    /// </summary>
    public void Narrow(float margin)
    {
        if (IsDecided) return;
        AddUp();
        int best = int.MinValue, steps = (int)(margin / _table.Scale), left = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!_candidates[i].IsWhole) best = Math.Max(best, _sums[i]);
        }
        for (int i = 0; i < Count; i++)
        {
            ref readonly var candidate = ref _candidates[i];
            if (!candidate.IsWhole && _sums[i] < best - steps) continue;
            _sums[left] = _sums[i];
            _candidates[left++] = candidate with { Own = default, Shared = default };
        }
        Count = left;
        Columns.Clear();
    }

    /// <param name="i">From 0 to <see cref="Count"/>.</param>
    public int LabelOf(int i) => _candidates[i].Label;

    /// <param name="i">From 0 to <see cref="Count"/>.</param>
    public bool IsWhole(int i) => _candidates[i].IsWhole;

    /// <summary>Gives the candidate the features that it lacks.</summary>
    /// <param name="i">From 0 to <see cref="Count"/>.</param>
    public void Complete(int i, in FeatureRange features) => _candidates[i] = _candidates[i] with { Own = features };

    /// <summary>The label of the highest score, the first of equals; and its probability. (-1, 0) where there is no candidate.</summary>
    public (int Label, float Chance) Best()
    {
        if (Count == 0) return (-1, 0);
        if (IsDecided) return (_candidates[0].Label, 1);
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
        var scores = _scores.AsSpan(0, Count);
        if (_isScored) return scores;
        _isScored = true;
        AddUp();
        for (int i = 0; i < scores.Length; i++) scores[i] = _sums[i] * _table.Scale;
        return scores;
    }

    /// <summary>Adds the weights of all features there are to the candidates' sums.</summary>
    private void AddUp()
    {
        Columns.Weigh(_table);
        var shared = default(FeatureRange);
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            ref readonly var candidate = ref _candidates[i];
            if (candidate.Shared != shared)
            {
                shared = candidate.Shared;
                sum = Columns.Sum(shared);
            }
            _sums[i] += sum + Columns.Sum(candidate.Own);
        }
    }
}
