using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Rules;

/// <summary>Puts fixes of one text together.</summary>
public static class FixSelection
{
    /// <summary>Takes as many fixes as do not reach into each other, the first in the text first; the rest waits for a new look at the new text.</summary>
    /// <returns>The changes in text order, and how many fixes they make.</returns>
    public static (ImmutableArray<TextChange> Changes, int Fixes) Together(IEnumerable<Fix> fixes)
    {
        ArgumentNullException.ThrowIfNull(fixes);
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        int count = 0, taken = -1;
        foreach (var (extent, fix) in fixes
            .Where(fix => !fix.Changes.IsEmpty)
            .Select(fix => (Extent: ExtentOf(fix.Changes), Fix: fix))
            .OrderBy(item => item.Extent))
        {
            // Two insertions at one place touch too: nobody knows which comes first.
            if (extent.Start <= taken) continue;
            changes.AddRange(fix.Changes.OrderBy(change => change.Span));
            taken = extent.End;
            count++;
        }
        return (changes.ToImmutable(), count);
    }

    private static TextSpan ExtentOf(ImmutableArray<TextChange> changes) =>
        TextSpan.FromBounds(changes.Min(change => change.Span.Start), changes.Max(change => change.Span.End));
}
