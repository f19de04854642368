using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Fixtures;

/// <summary>What was found in a fixture beside what its labels expect, one to one.</summary>
/// <param name="Missing">Expected and not found, in text order.</param>
/// <param name="Surplus">Found and not expected, in text order.</param>
public sealed record FixtureComparison(ImmutableArray<(string Id, TextSpan Span)> Missing, ImmutableArray<(string Id, TextSpan Span)> Surplus)
{
    public bool IsEqual => Missing.IsEmpty && Surplus.IsEmpty;

    /// <summary>Compares the labels that are ids of rules with findings.</summary>
    /// <param name="isAsked">True for the ids of the rules that looked at it; labels with others expect nothing here.</param>
    public static FixtureComparison Of(FixtureFile file, IEnumerable<(string Id, TextSpan Span)> found, Func<string, bool> isAsked)
    {
        ArgumentNullException.ThrowIfNull(file);
        var missing = file.Spans.Where(label => label.IsRuleId && isAsked(label.Label)).Select(static label => (Id: label.Label, label.Span)).ToList();
        var surplus = new List<(string Id, TextSpan Span)>();
        foreach (var finding in found)
        {
            if (!missing.Remove(finding)) surplus.Add(finding);
        }
        return new FixtureComparison([.. missing], [.. surplus.OrderBy(static finding => finding.Span)]);
    }
}
