using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Fixing;

/// <summary>Applies the safe fixes of a file's findings, the first fix of each.</summary>
public static class FixSelection
{
    /// <summary>Applies as many fixes as do not touch each other; the rest waits for a new look at the new text.</summary>
    /// <returns>The text, and how many fixes went into it.</returns>
    public static (SourceText Text, int Applied) Apply(SourceText text, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        var changes = new List<TextChange>();
        var applied = 0;
        foreach (var fix in findings.Where(finding => finding.IsFixable).Select(finding => finding.Fixes[0]))
        {
            if (fix.Changes.Any(change => changes.Exists(taken => Touch(taken.Span, change.Span)))) continue;
            changes.AddRange(fix.Changes);
            applied++;
        }
        changes.Sort((a, b) => a.Span.CompareTo(b.Span));
        return applied == 0 ? (text, 0) : (text.WithChanges(changes), applied);
    }

    /// <summary>Two insertions at one place touch too: nobody knows which comes first.</summary>
    private static bool Touch(TextSpan a, TextSpan b) => a.IntersectsWith(b);
}
