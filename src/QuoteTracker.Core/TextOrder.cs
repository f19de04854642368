using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core;

/// <summary>What stands in text order, found by where it stands, and moved with the text around it.</summary>
internal static class TextOrder
{
    /// <summary>The number of the first that starts at an offset or behind it; how many there are where none does.</summary>
    /// <param name="items">By their start.</param>
    public static int FirstFrom<T>(this ImmutableArray<T> items, int offset, Func<T, int> startOf) => items.AsSpan().FirstFrom(offset, startOf);

    /// <summary>The number of the first that starts at an offset or token, or behind it; how many there are where none does.</summary>
    /// <param name="items">By their start.</param>
    public static int FirstFrom<T>(this ReadOnlySpan<T> items, int offset, Func<T, int> startOf)
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (startOf(items[middle]) < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public static TextSpan Moved(this TextSpan span, int by) => new(span.Start + by, span.Length);

    public static ImmutableArray<TextSpan> Moved(this ImmutableArray<TextSpan> spans, int by)
    {
        if (by == 0) return spans;
        var moved = new TextSpan[spans.Length];
        for (int k = 0; k < moved.Length; k++) moved[k] = spans[k].Moved(by);
        return ImmutableCollectionsMarshal.AsImmutableArray(moved);
    }
}
