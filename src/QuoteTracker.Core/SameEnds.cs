namespace QuoteTracker.Core;

/// <summary>How much of two texts, or of their paragraphs, is the same at the beginning and at the end; the two do not overlap in either.</summary>
public readonly record struct SameEnds(int First, int Last)
{
    /// <summary>In UTF-16 units.</summary>
    public static SameEnds Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        int first = before.CommonPrefixLength(after);
        before = before[first..];
        after = after[first..];
        int last = Math.Min(before.Length, after.Length);
        // Where something was put in or taken out, all of the rest is the same.
        if (!before[^last..].SequenceEqual(after[^last..])) last = CommonSuffix(before[^last..], after[^last..]);
        return new SameEnds(first, last);
    }

    /// <param name="one">As long as <paramref name="other"/>.</param>
    private static int CommonSuffix(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        int same = 0, most = one.Length;
        while (same < most)
        {
            int half = (same + most + 1) / 2;
            if (one[^half..^same].SequenceEqual(other[^half..^same])) same = half;
            else most = half - 1;
        }
        return same;
    }
}
