using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Attributions;

/// <summary>What attributions have as their content, found by where it stands.</summary>
internal readonly struct ContentOrder
{
    private readonly ImmutableArray<Attribution> _attributions;
    private readonly int _first;

    // For each attribution from the first how far its content, or that of one before it, goes.
    private readonly int[] _reach;

    /// <param name="attributions">In text order.</param>
    /// <param name="first">The number of the first that is looked at.</param>
    public ContentOrder(ImmutableArray<Attribution> attributions, int first = 0)
    {
        _attributions = attributions;
        _first = first;
        _reach = new int[attributions.Length];
        int end = 0;
        for (int k = first; k < _reach.Length; k++)
        {
            foreach (var content in attributions[k].Content) end = Math.Max(end, content.End);
            _reach[k] = end;
        }
    }

    /// <summary>The number of the attribution with the narrowest content around a span, of several the first; -1 where there is none.</summary>
    /// <param name="except">The number of one that does not count.</param>
    public int Around(TextSpan span, int except = -1)
    {
        int best = -1, width = int.MaxValue;
        // From the last that begins before the span, while one that begins still earlier may go on as far.
        for (int k = _attributions.FirstFrom(span.Start + 1, static attribution => attribution.Content[0].Start) - 1; k >= _first && _reach[k] >= span.End; k--)
        {
            if (k == except) continue;
            foreach (var content in _attributions[k].Content)
            {
                if (!content.Contains(span) || content.Length > width) continue;
                best = k;
                width = content.Length;
            }
        }
        return best;
    }
}
