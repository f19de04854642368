using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class LoadedCueTests
{
    private static void Check(string article) => RuleChecks.CheckRule<LoadedCue>(article);

    [Theory]
    [InlineData("Ada Vaughn {|QT0206:claimed|} that the bridge was safe.")]
    [InlineData("Ada Vaughn {|QT0206:admitted|} that the bridge was unsafe.")]
    [InlineData("“The bridge is safe,” Ada Vaughn {|QT0206:insisted|}.")]
    [InlineData("Ada Vaughn {|QT0206:pointed out|} that the bridge was safe.")]
    public void A_verb_that_judges_is_found(string article) => Check(article);

    [Theory]
    [InlineData("Ada Vaughn said that the bridge was safe.")]
    [InlineData("“The bridge is safe,” Ada Vaughn told reporters.")]
    [InlineData("According to Ada Vaughn, the bridge was safe.")]
    [InlineData("Ada Vaughn was admitted to hospital on Monday.")]
    public void Plain_verbs_are_in_order(string article) => Check(article);

    [Fact]
    public void The_message_says_what_the_word_tells_and_what_to_write()
    {
        var model = FixtureAnalysis.Analyse(Fixture.Parse("Ada Vaughn claimed that the bridge was safe.")).Single().Model;
        var found = Assert.Single(RuleChecks.Run([RuleChecks.Rule<LoadedCue>()], model));
        Assert.Equal("'claimed' hints that the statement is not true. Where that is not what you mean, write 'said'", found.GetMessage());
    }
}
