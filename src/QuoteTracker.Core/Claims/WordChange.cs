using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Claims;

/// <summary>Words that were checked and what stands in their place now.</summary>
/// <param name="Checked">As the ledger has them; empty where words were added.</param>
/// <param name="Current">As the article has them; empty where words were taken out.</param>
/// <param name="CheckedSpan">In the text of the words as checked; UTF-16 offsets, end exclusive.</param>
/// <param name="CurrentSpan">In the text of the words of now; UTF-16 offsets, end exclusive.</param>
public sealed record WordChange(string Checked, string Current, TextSpan CheckedSpan, TextSpan CurrentSpan)
{
    /// <summary>Beyond this many words on either side the middle is shown as one change: nobody reads more, and the work grows with its square.</summary>
    private const int MostCompared = 1500;

    /// <summary>The differences between two texts, word by word, in their order; empty where the words are the same.</summary>
    public static ImmutableArray<WordChange> Between(string before, string now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var (old, fresh) = (ClaimWords.Of(before), ClaimWords.Of(now));
        var changes = ImmutableArray.CreateBuilder<WordChange>();
        int oldFrom = 0, freshFrom = 0;
        foreach (var (oldAt, freshAt) in Kept(old.Keys, fresh.Keys).Append((old.Count, fresh.Count)))
        {
            if (oldAt > oldFrom || freshAt > freshFrom)
            {
                var (oldSpan, freshSpan) = (Extent(old, before, oldFrom, oldAt), Extent(fresh, now, freshFrom, freshAt));
                changes.Add(new WordChange(before.Substring(oldSpan.Start, oldSpan.Length), now.Substring(freshSpan.Start, freshSpan.Length), oldSpan, freshSpan));
            }
            (oldFrom, freshFrom) = (oldAt + 1, freshAt + 1);
        }
        return changes.ToImmutable();
    }

    /// <summary>How many words two texts have in common, in the same order.</summary>
    internal static int CommonWords(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other) => Kept(one, other).Count;

    private static TextSpan Extent(ClaimWords words, string text, int from, int to) =>
        from < to ? TextSpan.FromBounds(words.Spans[from].Start, words.Spans[to - 1].End)
        : new TextSpan(from < words.Count ? words.Spans[from].Start : text.Length, 0);

    /// <summary>The longest common subsequence, as pairs of indices.</summary>
    private static List<(int Old, int New)> Kept(ReadOnlySpan<ulong> old, ReadOnlySpan<ulong> fresh)
    {
        var kept = new List<(int, int)>();
        int start = 0, tail = 0;
        while (start < old.Length && start < fresh.Length && old[start] == fresh[start]) kept.Add((start, start++));
        while (tail < old.Length - start && tail < fresh.Length - start && old[^(tail + 1)] == fresh[^(tail + 1)]) tail++;
        ReadOnlySpan<ulong> a = old[start..^tail], b = fresh[start..^tail];
        if (a.Length <= MostCompared && b.Length <= MostCompared)
            foreach (var (i, j) in Middle(a, b)) kept.Add((start + i, start + j));
        for (int i = tail; i > 0; i--) kept.Add((old.Length - i, fresh.Length - i));
        return kept;
    }

    private static List<(int, int)> Middle(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var pairs = new List<(int, int)>();
        if (a.IsEmpty || b.IsEmpty) return pairs;
        // [i, j]: the most words in common from i and from j on.
        var common = new short[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
            for (int j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? (short)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j]) pairs.Add((i++, j++));
            else if (common[i + 1, j] >= common[i, j + 1]) i++;
            else j++;
        }
        return pairs;
    }
}
