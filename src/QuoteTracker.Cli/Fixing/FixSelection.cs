using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Fixing;

/// <summary>Applies the safe fixes of a file's findings, the first fix of each.</summary>
public static class FixSelection
{
    /// <summary>Applies as many fixes as do not reach into each other; the rest waits for a new look at the new text.</summary>
    /// <returns>The text, and how many fixes went into it.</returns>
    public static (SourceText Text, int Applied) Apply(SourceText text, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        var changes = new List<TextChange>();
        int applied = 0, taken = -1;
        foreach (var (extent, fix) in findings
            .Where(finding => finding.IsFixable)
            .Select(finding => (Extent: ExtentOf(finding.Fixes[0].Changes), Fix: finding.Fixes[0]))
            .OrderBy(item => item.Extent))
        {
            // Two insertions at one place touch too: nobody knows which comes first.
            if (extent.Start <= taken) continue;
            changes.AddRange(fix.Changes);
            taken = extent.End;
            applied++;
        }
        changes.Sort((a, b) => a.Span.CompareTo(b.Span));
        return applied == 0 ? (text, 0) : (text.WithChanges(changes), applied);
    }

    private static TextSpan ExtentOf(ImmutableArray<TextChange> changes) =>
        TextSpan.FromBounds(changes.Min(change => change.Span.Start), changes.Max(change => change.Span.End));
}
