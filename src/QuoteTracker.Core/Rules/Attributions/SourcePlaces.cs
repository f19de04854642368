using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Where the sources and cues of an article's attributions stand.</summary>
internal sealed class SourcePlaces
{
    private readonly int[] _starts;
    private readonly (TextSpan Span, Attribution Attribution)[] _places;

    public SourcePlaces(ImmutableArray<Attribution> attributions)
    {
        var places = new List<(TextSpan Span, Attribution Attribution)>(2 * attributions.Length);
        foreach (var attribution in attributions)
        {
            if (attribution.Source is { } source) places.Add((source, attribution));
            if (attribution.Cue is { } cue) places.Add((cue, attribution));
        }
        _places = [.. places];
        _starts = Array.ConvertAll(_places, static place => place.Span.Start);
        Array.Sort(_starts, _places);
    }

    /// <summary>True where a source or a cue stands in a span, other than that of a doubtful attribution which is left out.</summary>
    public bool IsAnyIn(TextSpan span, Attribution? doubtful)
    {
        int at = _starts.AsSpan().BinarySearch(span.Start);
        if (at < 0) at = ~at;
        while (at > 0 && _starts[at - 1] >= span.Start) at--;
        for (; at < _starts.Length && _starts[at] < span.End; at++)
        {
            var (place, attribution) = _places[at];
            if (span.Contains(place) && (attribution.Confidence >= Attribution.ShownFrom || attribution != doubtful)) return true;
        }
        return false;
    }
}
