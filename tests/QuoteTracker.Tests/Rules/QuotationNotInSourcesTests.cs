using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class QuotationNotInSourcesTests
{
    private const string Sources = """

        -- sources/hall.txt --
        VAUGHN: We lost the ferry in March and the school in May.
        """;

    private static void Check(string article) => RuleChecks.CheckRule<QuotationNotInSources>(article + Sources);

    [Theory]
    [InlineData("{|QT0402:“Somebody should have told us about the tower,”|} Ada Vaughn said.")]
    [InlineData("{|QT0402:“Somebody should have told us,”|} Ada Vaughn said, “about the tower.”")]
    public void Words_that_no_source_has_are_found(string article) => Check(article);

    [Theory]
    [InlineData("“We lost the ferry in March,” Ada Vaughn said.")]
    [InlineData("“We lost the ferry in April and the school in May,” Ada Vaughn said.")]
    [InlineData("“Dreadful,” Ada Vaughn said.")]
    [InlineData("Ada Vaughn said that somebody should have told them about the tower.")]
    public void Words_that_a_source_has_and_a_word_or_two_are_let_be(string article) => Check(article);

    [Fact]
    public void A_newsroom_without_sources_hears_nothing() => RuleChecks.CheckRule<QuotationNotInSources>("“Somebody should have told us about the tower,” Ada Vaughn said.");
}
