using QuoteTracker.Core.Rules;
using Xunit;
using Xunit.Sdk;

namespace QuoteTracker.Tests.Fixtures;

/// <summary>That the checks pass where the article is marked as it is understood, and fail where anything is amiss.</summary>
public class FixtureChecksTests
{
    private const string Right = "Bridge shut\n\n{|q1:“It is over,”|} {|s1@vaughn:Mayor {|e@vaughn:Ada Vaughn|}|} {|c1:said|}. The {|x:“Old Lady”|} slept.";

    [Fact]
    public void Regions() => RegionChecks.CheckRegions(Right);

    [Fact]
    public void Attributions() => AttributionChecks.CheckAttributions(Right);

    [Fact]
    public void Entities() => EntityChecks.CheckEntities(Right);

    [Theory]
    [InlineData("{|q1:“It is over,”|}", "“It is over,”")]
    [InlineData("{|q1:“It is over,”|}", "{|q1:“It is|} over,”")]
    [InlineData("{|x:“Old Lady”|} slept", "“Old Lady” slept")]
    [InlineData("slept", "{|x:slept|}")]
    public void A_region_that_is_not_as_marked_fails(string was, string wrong) =>
        Assert.Throws<FailException>(() => RegionChecks.CheckRegions(Right.Replace(was, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData("{|c1:said|}", "said")]
    [InlineData("{|c1:said|}", "{|c1:sai|}d")]
    [InlineData("s1@vaughn", "s1@reyes")]
    [InlineData("s1@vaughn", "s1@?")]
    [InlineData("{|x:“Old Lady”|} slept", "“Old Lady” slept")]
    [InlineData("slept", "{|i2:slept|}")]
    [InlineData("{|q1:“It is over,”|} {|s1@vaughn:Mayor {|e@vaughn:Ada Vaughn|}|} {|c1:said|}", "“It is over,” Mayor Ada Vaughn said")]
    public void An_attribution_that_is_not_as_marked_fails(string was, string wrong) =>
        Assert.Throws<FailException>(() => AttributionChecks.CheckAttributions(Right.Replace(was, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData("e@vaughn", "e@reyes")]
    [InlineData("slept", "{|e@vaughn:slept|}")]
    [InlineData("{|s1@vaughn:Mayor {|e@vaughn:Ada Vaughn|}|}", "Mayor Ada Vaughn")]
    public void An_entity_that_is_not_as_marked_fails(string was, string wrong) =>
        Assert.Throws<FailException>(() => EntityChecks.CheckEntities(Right.Replace(was, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Ada Vaughn claimed that it was over.")]
    [InlineData("Ada Vaughn {|QT0206:claimed that|} it was over.")]
    [InlineData("Ada Vaughn {|QT0206:claimed|} {|QT0206:that|} it was over.")]
    public void A_diagnostic_that_is_not_as_marked_fails(string article) => Assert.Throws<FailException>(() => RuleChecks.CheckRule<LoadedCue>(article));

    [Fact]
    public void A_failure_shows_the_article_as_expected_and_as_found()
    {
        var failure = Assert.Throws<FailException>(() => RuleChecks.CheckRule<LoadedCue>("{|QT0206:Ada|} Vaughn claimed that it was over."));
        Assert.Contains("{|QT0206:Ada|} Vaughn claimed that it was over.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Ada Vaughn {|QT0206:claimed|} that it was over.", failure.Message, StringComparison.Ordinal);
    }
}
