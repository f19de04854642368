using QuoteTracker.Core;
using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class QuotationDiffersFromSourceTests
{
    private const string Sources = """

        -- sources/hall.txt --
        VAUGHN: We lost the ferry in March and the school in May. The council met eleven times. It paid for nothing but coffee, and the coffee was bad. We are very proud of the library.
        ORR: I counted every crate on that quay myself.
        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
          - id: orr
            name: Cy Orr
        """;

    private static void Check(string article) => RuleChecks.CheckRule<QuotationDiffersFromSource>(article + Sources);

    [Theory]
    [InlineData("“We lost the ferry in {|QT0401:April|} and the school in May,” Ada Vaughn said.")]
    [InlineData("“We lost the {|QT0401:last|} ferry in March and the school in May,” Ada Vaughn said.")]
    [InlineData("“We are {|QT0401:proud|} of the library,” Ada Vaughn said.")]
    [InlineData("“The council met eleven times,” Ada Vaughn said, “{|QT0401:and|} the coffee was bad.”")]
    [InlineData("“I counted every crate on that quay myself,” {|QT0401:Ada Vaughn|} said.")]
    public void Words_that_differ_are_found_where_they_stand(string article) => Check(article);

    [Theory]
    [InlineData("“We lost the ferry in March and the school in May,” Ada Vaughn said.")]
    [InlineData("“We lost the ferry in March … It paid for nothing but coffee,” Ada Vaughn said.")]
    [InlineData("“We lost the ferry in March and the school in May,” Ada Vaughn said. “We are very proud of the library.”")]
    [InlineData("“[We] are very proud of the library,” Ada Vaughn said.")]
    [InlineData("“Somebody should have told us about the tower,” Ada Vaughn said.")]
    [InlineData("Ada Vaughn said that they had lost the ferry in April.")]
    public void What_a_quotation_may_do_is_in_order(string article) => Check(article);

    [Fact]
    public void A_newsroom_without_sources_hears_nothing() => RuleChecks.CheckRule<QuotationDiffersFromSource>("“We lost the ferry in April,” Ada Vaughn said.");

    [Fact]
    public void The_words_of_the_source_are_put_in() => RuleChecks.CheckFix<QuotationDiffersFromSource>("""
        “We lost the ferry in {|QT0401:April|} and the school in May,” Ada Vaughn said.
        -- sources/hall.txt --
        VAUGHN: We lost the ferry in March and the school in May.
        -- @fixed --
        “We lost the ferry in March and the school in May,” Ada Vaughn said.
        """);

    [Fact]
    public void The_missing_ellipsis_is_put_in() => RuleChecks.CheckFix<QuotationDiffersFromSource>("""
        “The council met eleven times and {|QT0401:the|} coffee was bad,” Ada Vaughn said.
        -- sources/hall.txt --
        VAUGHN: The council met eleven times and it paid for nothing at all, and I must say the coffee was bad.
        -- @fixed --
        “The council met eleven times and … the coffee was bad,” Ada Vaughn said.
        """);

    [Fact]
    public void The_one_who_said_it_is_named() => RuleChecks.CheckFix<QuotationDiffersFromSource>("""
        “I counted every crate on that quay myself,” {|QT0401:Ada Vaughn|} said.
        -- sources/hall.txt --
        VAUGHN: We lost the ferry.
        ORR: I counted every crate on that quay myself.
        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
          - id: orr
            name: Cy Orr
        -- @fixed --
        “I counted every crate on that quay myself,” Cy Orr said.
        """);

    [Fact]
    public void A_person_decides()
    {
        var fixture = Fixture.Parse("“We lost the ferry in April and the school in May,” Ada Vaughn said." + Sources);
        var model = new ArticleAnalyzer(FixtureAnalysis.RegistryOf(fixture)).Analyze(FixtureAnalysis.ArticleOf(fixture.Article));
        var found = Assert.Single(RuleChecks.Run([RuleChecks.Rule<QuotationDiffersFromSource>()], model, FixtureAnalysis.BackgroundOf(fixture, model)));
        Assert.Equal("Where this has 'April', the source has 'March' (sources/hall.txt, line 1). What stands in marks is taken for what was said: use the source's words, or take the marks away", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(RuleCatalogue.FixesFor(found, model), fix => Assert.False(fix.IsSafe));
    }
}
