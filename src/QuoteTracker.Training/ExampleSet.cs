using QuoteTracker.Core.Attributions.Ranking;

namespace QuoteTracker.Training;

/// <summary>The examples of one stage: for each its candidates' features and which candidates are right.</summary>
internal sealed class ExampleSet(int tableSize)
{
    private readonly List<int> _features = [];
    private readonly List<int> _candidateEnds = [];
    private readonly List<bool> _right = [];
    private readonly List<int> _exampleEnds = [];
    private readonly List<int> _articles = [];

    public int TableSize => tableSize;

    public int Count => _exampleEnds.Count;

    /// <summary>Examples whose right answer was not among the candidates.</summary>
    public int Lost { get; private set; }

    /// <summary>Takes the features of the candidate that is added next.</summary>
    public FeatureColumns Columns { get; } = new();

    /// <param name="features">All features of the candidate, in one or more pieces.</param>
    public void AddCandidate(bool right, params ReadOnlySpan<FeatureRange> features)
    {
        Columns.Hash(tableSize);
        foreach (var piece in features) Columns.CopyTo(_features, piece);
        Columns.Clear();
        _candidateEnds.Add(_features.Count);
        _right.Add(right);
    }

    /// <summary>An example of one candidate, right or wrong: a yes-or-no question.</summary>
    public void AddAlways(FeatureRange features, bool right, int article)
    {
        AddCandidate(right, features);
        _exampleEnds.Add(_candidateEnds.Count);
        _articles.Add(article);
    }

    /// <summary>Ends an example; one without a right candidate teaches nothing and is dropped.</summary>
    public bool EndExample(int article)
    {
        int first = _exampleEnds.Count == 0 ? 0 : _exampleEnds[^1];
        if (_right.FindIndex(first, r => r) < 0)
        {
            int keep = first == 0 ? 0 : _candidateEnds[first - 1];
            _features.RemoveRange(keep, _features.Count - keep);
            _candidateEnds.RemoveRange(first, _candidateEnds.Count - first);
            _right.RemoveRange(first, _right.Count - first);
            Lost++;
            return false;
        }
        _exampleEnds.Add(_candidateEnds.Count);
        _articles.Add(article);
        return true;
    }

    /// <summary>The share of examples in which the highest score is right; for questions of yes or no, F1 of yes.</summary>
    public double Measure(WeightTable weights, bool binary)
    {
        var features = System.Runtime.InteropServices.MemoryMarshal.Cast<int, uint>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features));
        int hits = 0, yes = 0, said = 0;
        for (int example = 0; example < Count; example++)
        {
            int first = example == 0 ? 0 : _exampleEnds[example - 1];
            int best = -1;
            float top = float.NegativeInfinity;
            for (int c = first; c < _exampleEnds[example]; c++)
            {
                float score = weights.Sum(features[(c == 0 ? 0 : _candidateEnds[c - 1])..(_candidateEnds[c])]) * weights.Scale;
                if (score <= top) continue;
                top = score;
                best = c;
            }
            bool says = !binary || top > 0;
            if (binary && _right[best]) yes++;
            if (says) said++;
            if (says && _right[best]) hits++;
        }
        return binary ? 2.0 * hits / Math.Max(1, yes + said) : (double)hits / Math.Max(1, Count);
    }

    public (ReadOnlyMemory<int> Features, int[] CandidateEnds, bool[] Right, int[] ExampleEnds, int[] Articles) Freeze() =>
        (_features.ToArray(), [.. _candidateEnds], [.. _right], [.. _exampleEnds], [.. _articles]);
}
