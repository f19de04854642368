using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Where the sources and cues of an article's attributions stand.</summary>
internal sealed class SourcePlaces
{
    private readonly ImmutableArray<Attribution> _attributions;

    // For each attribution how far it, or one before it, goes on, and where it, or one behind it, begins.
    private readonly int[] _ends, _starts;

    public SourcePlaces(ImmutableArray<Attribution> attributions)
    {
        _attributions = attributions;
        _ends = new int[attributions.Length];
        _starts = new int[attributions.Length];
        for (int k = 0; k < _ends.Length; k++)
        {
            var extent = attributions[k].Extent;
            _ends[k] = k == 0 ? extent.End : Math.Max(_ends[k - 1], extent.End);
            _starts[k] = extent.Start;
        }
        for (int k = _starts.Length - 2; k >= 0; k--) _starts[k] = Math.Min(_starts[k], _starts[k + 1]);
    }

    /// <summary>True where a source or a cue stands in a span, other than that of a doubtful attribution which is left out.</summary>
    public bool IsAnyIn(TextSpan span, Attribution? doubtful)
    {
        int middle = _attributions.FirstFrom(span.Start, static attribution => attribution.Content[0].Start);
        for (int k = middle - 1; k >= 0 && _ends[k] > span.Start; k--)
        {
            if (IsIn(span, _attributions[k], doubtful)) return true;
        }
        for (int k = middle; k < _starts.Length && _starts[k] < span.End; k++)
        {
            if (IsIn(span, _attributions[k], doubtful)) return true;
        }
        return false;
    }

    private static bool IsIn(TextSpan span, Attribution attribution, Attribution? doubtful)
    {
        bool isIn = (attribution.Source is { } source && span.Contains(source)) || (attribution.Cue is { } cue && span.Contains(cue));
        return isIn && (attribution.Confidence >= Attribution.ShownFrom || attribution != doubtful);
    }
}
