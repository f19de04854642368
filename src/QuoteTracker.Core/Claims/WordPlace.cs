using System.Collections.Immutable;

namespace QuoteTracker.Core.Claims;

/// <summary>Words of an article, by their indices: runs in text order that do not touch. From the first index to behind the last.</summary>
internal sealed record WordPlace(ImmutableArray<(int From, int To)> Runs)
{
    /// <summary>Words between two parts of a split quotation: an attribution, a sentence, a paragraph of background.</summary>
    public const int MostBetween = 200;

    public int First => Runs[0].From;

    public int End => Runs[^1].To;

    public int Count => Runs.Sum(static run => run.To - run.From);

    public bool IsSameAs(WordPlace other) => Runs.AsSpan().SequenceEqual(other.Runs.AsSpan());

    /// <summary>How many words both have.</summary>
    public int Shared(WordPlace other)
    {
        int shared = 0;
        foreach (var (from, to) in Runs)
            foreach (var (otherFrom, otherTo) in other.Runs)
                shared += Math.Max(0, Math.Min(to, otherTo) - Math.Max(from, otherFrom));
        return shared;
    }

    public bool Overlaps(WordPlace other) => First < other.End && other.First < End && Shared(other) > 0;

    /// <summary>Both as one; null where they are not near each other, in this order.</summary>
    public WordPlace? Then(WordPlace next)
    {
        int gap = next.First - End;
        return gap is < 0 or > MostBetween ? null
            : gap == 0 ? new WordPlace([.. Runs[..^1], (Runs[^1].From, next.Runs[0].To), .. next.Runs[1..]])
            : new WordPlace([.. Runs, .. next.Runs]);
    }
}
