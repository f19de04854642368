using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class StaleCheckTests
{
    private const string Ledger = """

        -- claims.jsonl --
        {"id":"a-1","article":"article.txt","anchor":{"prefix":"The clock struck four. “","exact":"Fourteen people were on the boat that night","suffix":",” Ada Vaughn said"},"speaker":"vaughn","status":"verified","checkedBy":"Bo Lund","checkedOn":"2026-03-12"}
        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
          - id: orr
            name: Cy Orr
        """;

    private static void Check(string article) => RuleChecks.CheckRule<StaleCheck>(article + Ledger);

    [Theory]
    [InlineData("The clock struck four. {|QT0405:“Fifteen people were on the boat that night,”|} Ada Vaughn said.")]
    [InlineData("The clock struck four. {|QT0405:“Fourteen people were on board that night,”|} Ada Vaughn said.")]
    [InlineData("It was late. {|QT0405:“Fourteen people were on the boat,”|} Ada Vaughn told us by telephone.")]
    [InlineData("It was late. {|QT0405:“Fourteen people were on the boat that night,”|} Cy Orr said.")]
    [InlineData("The clock struck four. {|QT0405:“Fourteen people were on the boat,”|} Ada Vaughn said, “that very night.”")]
    [InlineData("The clock struck four. {|QT0405:“Fourteen people were on the boat that night, and two dogs,”|} Ada Vaughn said.")]
    [InlineData("The clock struck four. {|QT0405:“I tell you, fourteen people were on the boat that night,”|} Ada Vaughn said.")]
    public void Words_that_changed_since_they_were_checked_are_found(string article) => Check(article);

    [Theory]
    [InlineData("The clock struck four. “Fourteen people were on the boat that night,” Ada Vaughn said.")]
    [InlineData("\"Fourteen people were on the boat that night!\" said Vaughn, the mayor.\n\nAda Vaughn is the mayor.")]
    [InlineData("“Fourteen people,” Ada Vaughn said, “were on the boat that night.”")]
    [InlineData("Nobody said anything.")]
    public void Words_that_stayed_what_they_were_are_in_order(string article) => Check(article);

    [Fact]
    public void The_message_says_whose_check_it_was_and_what_changed()
    {
        var fixture = Fixture.Parse("“Fifteen people were on the boat that night,” Ada Vaughn said." + Ledger);
        var model = FixtureAnalysis.Analyse(fixture).Single().Model;
        var found = Assert.Single(RuleChecks.Run([RuleChecks.Rule<StaleCheck>()], model, FixtureAnalysis.BackgroundOf(fixture, model)));
        Assert.Equal(
            "The ledger has this as verified by Bo Lund on 2026-03-12, but since then “Fourteen” is now “Fifteen”. Check it again, or put back what was checked",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
