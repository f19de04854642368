using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class DisputedClaimTests
{
    private static void Check(string article, string status) => RuleChecks.CheckRule<DisputedClaim>($$"""
        {{article}}
        -- claims.jsonl --
        {"id":"a-1","article":"article.txt","anchor":{"prefix":"","exact":"Fourteen people were on the boat that night","suffix":",” Ada Vaughn said"},"status":"{{status}}","note":"The list has {0} names."}
        """);

    [Theory]
    [InlineData("disputed")]
    [InlineData("retracted")]
    public void Words_under_doubt_that_still_stand_are_found(string status) => Check("{|QT0404:“Fourteen people were on the boat that night,”|} Ada Vaughn said.", status);

    [Theory]
    [InlineData("unchecked")]
    [InlineData("verified")]
    [InlineData("corrected")]
    public void Settled_words_are_in_order(string status) => Check("“Fourteen people were on the boat that night,” Ada Vaughn said.", status);

    [Fact]
    public void Words_that_changed_since_are_another_rules_matter() => Check("“Fifteen people were on the boat that night,” Ada Vaughn said.", "disputed");

    [Fact]
    public void Words_that_were_taken_out_are_in_order() => Check("Nobody said anything.", "disputed");
}
