using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;

namespace QuoteTracker.Ide.Findings;

/// <summary>Where the words of a text stand in the text that an edit made of it.</summary>
public readonly record struct TextShift
{
    // What ends here or before, and what starts here or behind, is the same in both; the latter is so much further on.
    private readonly int _head, _tail, _by;

    private TextShift(int head, int tail, int by) => (_head, _tail, _by) = (head, tail, by);

    /// <summary>The text is the same.</summary>
    public static TextShift None { get; } = new(int.MaxValue, int.MaxValue, 0);

    /// <summary>Nothing is known of the other text.</summary>
    public static TextShift Lost { get; } = new(-1, int.MaxValue, 0);

    /// <summary>By what both begin and end with: of several edits, all between the first and the last counts as changed.</summary>
    public static TextShift Between(SourceText before, SourceText now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        if (before == now) return None;
        // Copies only for a text that is no string already.
        string one = before.ToString(), other = now.ToString();
        var same = SameEnds.Of(one, other);
        return new TextShift(same.First, one.Length - same.Last, other.Length - one.Length);
    }

    /// <param name="span">UTF-16 offsets in the text before, end exclusive.</param>
    /// <returns>Where the same words stand; null where the edit touched them.</returns>
    public TextSpan? Move(TextSpan span) =>
        span.End <= _head ? span
        : span.Start >= _tail ? new TextSpan(span.Start + _by, span.Length)
        : null;
}
