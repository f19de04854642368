using System.Collections.Immutable;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;
using QuoteTracker.Tests.Fixtures;

namespace QuoteTracker.Tests.Marks;

internal static class MarkChecks
{
    public static ImmutableArray<QuotationRegion> Pair(string copy) => MarkPairing.Pair(copy, ParagraphSplitter.Split(copy));

    /// <summary>Every region is labelled <c>m</c>; the parts of a running one have the same number.</summary>
    public static void CheckPairing(string fixture)
    {
        var file = Fixture.Parse(fixture).Article;
        RegionChecks.CheckRegions(file, Pair(file.Text));
    }

    /// <summary>The only region of the text, as its parts read.</summary>
    public static (QuotationRegion Region, string[] Parts) Only(string copy)
    {
        var region = Pair(copy).Single();
        return (region, [.. region.Parts.Select(part => copy.Substring(part.Span.Start, part.Span.Length))]);
    }
}
