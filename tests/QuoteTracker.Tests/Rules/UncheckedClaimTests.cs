using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class UncheckedClaimTests
{
    private static void Check(string article, string ledger) => RuleChecks.CheckRule<UncheckedClaim>(article + "\n-- claims.jsonl --\n" + ledger);

    private static string Entry(string exact, string status) =>
        $$$"""{"id":"a-1","article":"article.txt","anchor":{"prefix":"","exact":"{{{exact}}}","suffix":""},"status":"{{{status}}}"}""";

    [Fact]
    public void A_quotation_that_the_ledger_lacks_or_has_unchecked_is_found()
    {
        Check("{|QT0403:“The list was wrong,”|} Ada Vaughn said.", "");
        Check("{|QT0403:“The list was wrong,”|} Ada Vaughn said.", Entry("The list was wrong", "unchecked"));
        Check("Ada Vaughn said {|QT0403:the list was “wrong from the first day”|}.", "");
    }

    [Theory]
    [InlineData("verified")]
    [InlineData("disputed")]
    [InlineData("corrected")]
    [InlineData("retracted")]
    public void A_checked_one_is_in_order(string status) => Check("“The list was wrong,” Ada Vaughn said.", Entry("The list was wrong", status));

    [Fact]
    public void A_statement_without_marks_is_a_claim_where_somebody_made_it_one()
    {
        Check("Ada Vaughn said that the list was wrong from the first day.", "");
        Check("Ada Vaughn said {|QT0403:that the list was wrong from the first day|}.", Entry("the list was wrong from the first day", "unchecked"));
    }

    [Fact]
    public void A_sentence_added_to_a_checked_quotation_is_not_checked_with_it() =>
        Check("“The list was wrong,” Ada Vaughn said. {|QT0403:“Nobody asked us to count.”|}", Entry("The list was wrong", "verified"));

    [Fact]
    public void What_is_nobodys_needs_an_attribution_first() => Check("The ‘Iron Lady’ of the valley slept. “It is late and the bridge is closed for good.”", "");

    [Fact]
    public void Without_a_ledger_nothing_is_unchecked() => RuleChecks.CheckRule<UncheckedClaim>("“The list was wrong,” Ada Vaughn said.");
}
