using System.Collections.Immutable;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Tests.Fixtures;

public static class RegionChecks
{
    /// <summary>
    /// Every region in marks, nested ones too, is labelled <c>m</c>, <c>q</c> or <c>x</c>, and nothing else is. Parts with the same numbered <c>m</c> or
    /// <c>x</c> are one region; <c>q</c> does not say which of its parts run on, for a split quotation has parts too.
    /// </summary>
    public static void CheckRegions(string fixture)
    {
        foreach (var (file, model) in FixtureAnalysis.Analyse(Fixture.Parse(fixture))) CheckRegions(file, model.Regions);
    }

    /// <summary>The same for regions found by a part of the engine.</summary>
    internal static void CheckRegions(FixtureFile file, ImmutableArray<QuotationRegion> regions)
    {
        var labels = file.Spans.Where(span => span.Kind is 'm' or 'q' or 'x').ToList();
        var apart = labels.Where(label => label.Kind == 'q').Select(label => label.Span).ToHashSet();
        var expected = labels
            .GroupBy(label => label.Kind == 'q' || label.Number.Length == 0 ? (object)label.Span : label.Label)
            .Select(group => new Finding("m", [.. group.Select(label => label.Span).Distinct()]));
        var found = regions.SelectMany(region =>
        {
            var parts = region.Parts.Select(part => part.Span).ToImmutableArray();
            return parts.Any(apart.Contains) ? parts.Select(part => new Finding("m", [part])) : [new Finding("m", parts)];
        });
        Comparison.AssertSame(file, expected.Distinct().ToList(), found);
    }
}
