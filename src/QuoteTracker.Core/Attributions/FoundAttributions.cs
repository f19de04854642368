using System.Runtime.InteropServices;
using QuoteTracker.Core.Attributions.Ranking;

namespace QuoteTracker.Core.Attributions;

/// <summary>
/// The attributions of a paragraph as they are found, and which of its regions they hold words of. What is asked of them is looked up, since a paragraph without
/// an end has thousands. Used again for the next paragraph; not thread-safe.
/// </summary>
/// <param name="regions">The paragraph's, by start.</param>
internal sealed class FoundAttributions(List<RegionTokens> regions)
{
    private readonly List<LocalAttribution> _found = [];

    // Of those whose cue and content are here the first of each cue.
    private readonly Dictionary<int, int> _byHead = [];

    // For each region how many hold words of it, and the likeliest of the doubtful ones that do.
    private int[] _holders = new int[32];
    private LocalAttribution?[] _doubtful = new LocalAttribution?[32];

    public int Count => _found.Count;

    /// <summary>Forgets those of the paragraph before; <c>regions</c> has this one's.</summary>
    public void Begin()
    {
        Clear();
        if (_holders.Length < regions.Count) (_holders, _doubtful) = (new int[2 * regions.Count], new LocalAttribution?[2 * regions.Count]);
        Array.Clear(_holders, 0, regions.Count);
        Array.Clear(_doubtful, 0, regions.Count);
    }

    public void Clear()
    {
        _found.Clear();
        _byHead.Clear();
    }

    public void Add(LocalAttribution one)
    {
        if (one.Place == Place.Here) _byHead.TryAdd(one.Head, _found.Count);
        _found.Add(one);
        CountHolders(one.Content, 1);
    }

    /// <summary>Keeps one that is too doubtful to report, for the regions that nothing else holds.</summary>
    public void AddDoubtful(LocalAttribution one)
    {
        foreach (var span in one.Content)
        {
            for (int r = FirstFrom(span.Start); r < regions.Count && regions[r].First < span.End; r++)
            {
                if (_doubtful[r] is not { } best || one.Score > best.Score) _doubtful[r] = one;
            }
        }
    }

    /// <summary>True where one has words of a region among the content that is no region of its own.</summary>
    public bool HoldsAny(int region) => _holders[region] > 0;

    /// <summary>The likeliest of the doubtful ones that hold words of a region; null for none.</summary>
    public LocalAttribution? DoubtfulAround(int region) => _doubtful[region];

    /// <summary>The attribution of a cue, with its content here; null for none.</summary>
    public LocalAttribution? OfCue(int head) => _byHead.TryGetValue(head, out int at) ? _found[at] : null;

    /// <summary>Gives the attribution of a cue, which there is, other content.</summary>
    /// <param name="first">The first token of all of it.</param>
    public void ChangeContent(int head, TokenSpan[] content, int first)
    {
        int at = _byHead[head];
        CountHolders(_found[at].Content, -1);
        _found[at] = _found[at] with { Content = content, First = first };
        CountHolders(content, 1);
    }

    /// <summary>All, by where they start.</summary>
    public LocalAttribution[] InOrder()
    {
        _found.Sort(static (a, b) => a.First.CompareTo(b.First));
        return [.. _found];
    }

    /// <summary>The number of the first region that goes on behind the start of a token; how many there are where none does.</summary>
    public int FirstFrom(int token) => ((ReadOnlySpan<RegionTokens>)CollectionsMarshal.AsSpan(regions)).FirstFrom(token + 1, static region => region.End);

    private void CountHolders(TokenSpan[] content, int by)
    {
        foreach (var span in content)
        {
            for (int r = FirstFrom(span.Start); r < regions.Count && regions[r].First < span.End; r++) _holders[r] += by;
        }
    }
}
