using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class UnclosedQuotationTests
{
    private static void Check(string article) => RuleChecks.CheckRule<UnclosedQuotation>(article);

    [Fact]
    public void The_mark_that_is_never_closed_is_found() =>
        Check("Mayor Ada Vaughn said: {|QT0101:“|}The bridge was failing.\n\nThe council meets on Friday. Nobody came.");

    [Fact]
    public void A_straight_mark_too() =>
        Check("Mayor Ada Vaughn said: {|QT0101:\"|}The bridge was failing.\n\nThe council meets on Friday. Nobody came.");

    [Fact]
    public void A_running_quotation_is_in_order() => Check("""
        “We told the council,” said Ada Vaughn, the mayor. “We told them twice.

        “We told the state as well.

        “We told everyone who would listen,” she said.
        """);

    [Fact]
    public void Apostrophes_feet_and_inches_are_no_quotations() =>
        Check("The leaders' plan of the '90s was rock 'n' roll. The wall was 6' 2\" tall, and the boys' club was theirs.");
}
