using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;

namespace QuoteTracker.Workspace.Sources;

/// <summary>A stretch of a source that shares features with a quotation.</summary>
/// <param name="Block">The number of the block in its file.</param>
internal readonly record struct Hit(string RelativePath, int Block, float Score);

/// <summary>
/// Which blocks of which sources have which features: postings in flat arrays, and beside them the few sources that changed since these were made. Immutable.
/// </summary>
internal sealed class SourceIndex
{
    /// <summary>With more changed sources than this the arrays are made anew: each look goes over all of them.</summary>
    private const int MaxChanged = 128;

    private readonly IndexArrays _arrays;

    /// <summary>By relative path; null for a source that is gone.</summary>
    private readonly ImmutableSortedDictionary<string, IndexedSource?> _changed;
    private readonly bool[] _isDead;

    public SourceIndex(IndexArrays arrays)
        : this(arrays, ImmutableSortedDictionary.Create<string, IndexedSource?>(StringComparer.Ordinal))
    {
    }

    private SourceIndex(IndexArrays arrays, ImmutableSortedDictionary<string, IndexedSource?> changed)
    {
        _arrays = arrays;
        _changed = changed;
        _isDead = new bool[arrays.Files.Length];
        foreach (var path in changed.Keys)
        {
            if (arrays.FileAt(path) is >= 0 and var file) _isDead[file] = true;
        }
        FileCount = arrays.Files.Length - _isDead.Count(dead => dead) + changed.Values.Count(source => source is not null);
    }

    public IndexArrays Arrays => _arrays;

    public int ChangedCount => _changed.Count;

    public int FileCount { get; }

    /// <summary>The same with sources read anew, or gone.</summary>
    /// <param name="changes">By relative path; null for gone.</param>
    public SourceIndex With(IEnumerable<KeyValuePair<string, IndexedSource?>> changes)
    {
        var changed = _changed.SetItems(changes);
        if (changed.Count <= MaxChanged) return new SourceIndex(_arrays, changed);
        return new SourceIndex(_arrays.Merge(changed), ImmutableSortedDictionary.Create<string, IndexedSource?>(StringComparer.Ordinal));
    }

    /// <summary>The arrays with all changes in them, to be stored.</summary>
    public IndexArrays Merged() => _changed.IsEmpty ? _arrays : _arrays.Merge(_changed);

    /// <summary>The blocks that share the most with these features, rare ones counting more; the best first, equals in the order of their paths.</summary>
    /// <param name="features">A feature that comes twice counts once.</param>
    public List<Hit> Find(uint[] features, int most)
    {
        var distinct = features.Distinct().ToArray();
        var top = new TopHits(most);
        FindInArrays(distinct, top);
        FindInChanged(distinct, top);
        return top.Best;
    }

    private void FindInArrays(uint[] features, TopHits top)
    {
        var lists = new List<(ReadOnlyMemory<int> Blocks, float Weight)>(features.Length);
        foreach (uint feature in features)
        {
            var blocks = _arrays.BlocksWith(feature);
            if (!blocks.IsEmpty) lists.Add((blocks, WeightOf(blocks.Length)));
        }
        if (lists.Count == 0) return;
        int count = _arrays.BlockCount;
        var rented = ArrayPool<float>.Shared.Rent(count);
        var scores = rented.AsSpan(0, count);
        scores.Clear();
        foreach (var (blocks, weight) in lists)
        {
            foreach (int block in blocks.Span)
            {
                if ((uint)block < (uint)scores.Length) scores[block] += weight;
            }
        }
        // Most blocks have less than the best: many are passed over at once.
        for (int block = NextAbove(scores, top.Worst, 0); block < count; block = NextAbove(scores, top.Worst, block + 1))
        {
            int file = _arrays.FileOf(block);
            if (!_isDead[file]) top.Add(new Hit(_arrays.Files[file].RelativePath, block - _arrays.Files[file].FirstBlock, scores[block]));
        }
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <returns>The first score above <paramref name="worst"/> from an index on; the length where there is none.</returns>
    private static int NextAbove(ReadOnlySpan<float> scores, float worst, int from)
    {
        int at = from;
        for (var limit = new Vector<float>(worst); at + Vector<float>.Count <= scores.Length; at += Vector<float>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<float>(scores[at..]), limit)) break;
        }
        while (at < scores.Length && scores[at] <= worst) at++;
        return at;
    }

    private void FindInChanged(uint[] features, TopHits top)
    {
        foreach (var source in _changed.Values)
        {
            if (source is null) continue;
            for (int block = 0; block < source.Blocks.Length; block++)
            {
                float score = 0;
                foreach (uint feature in features)
                {
                    if (Array.BinarySearch(source.Blocks[block], feature) >= 0) score += WeightOf(Math.Max(1, _arrays.BlocksWith(feature).Length));
                }
                if (score > top.Worst) top.Add(new Hit(source.File.RelativePath, block, score));
            }
        }
    }

    private float WeightOf(int blocks) => MathF.Log(1 + (float)(_arrays.BlockCount + 1) / blocks);

    /// <summary>Keeps the best few.</summary>
    private sealed class TopHits(int most)
    {
        public List<Hit> Best { get; } = new(most);

        /// <summary>What a new one has to pass.</summary>
        public float Worst => Best.Count < most ? 0 : Best[^1].Score;

        public void Add(Hit hit)
        {
            int at = Best.Count;
            while (at > 0 && Best[at - 1].Score < hit.Score) at--;
            if (Best.Count == most) Best.RemoveAt(most - 1);
            Best.Insert(at, hit);
        }
    }
}
