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

    public FeatureBuffer Buffer(int[] space) => new(space, tableSize);

    public void AddCandidate(in FeatureBuffer features, bool right)
    {
        foreach (int f in features.Features) _features.Add(f);
        _candidateEnds.Add(_features.Count);
        _right.Add(right);
    }

    /// <summary>An example of one candidate, right or wrong: a yes-or-no question.</summary>
    public void AddAlways(in FeatureBuffer features, bool right, int article)
    {
        AddCandidate(features, right);
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
            return false;
        }
        _exampleEnds.Add(_candidateEnds.Count);
        _articles.Add(article);
        return true;
    }

    public (ReadOnlyMemory<int> Features, int[] CandidateEnds, bool[] Right, int[] ExampleEnds, int[] Articles) Freeze() =>
        (_features.ToArray(), [.. _candidateEnds], [.. _right], [.. _exampleEnds], [.. _articles]);
}
