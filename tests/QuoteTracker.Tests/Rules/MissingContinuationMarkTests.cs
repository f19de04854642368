using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class MissingContinuationMarkTests
{
    [Fact]
    public void The_paragraph_is_opened_with_the_mark_that_opened_the_quotation() => RuleChecks.CheckFix<MissingContinuationMark>("""
        “We told the council,” said Ada Vaughn, the mayor. “We told them twice.

        “We told the state as well.

        {|QT0103:We|} told everyone who would listen,” she said.
        -- @fixed --
        “We told the council,” said Ada Vaughn, the mayor. “We told them twice.

        “We told the state as well.

        “We told everyone who would listen,” she said.
        """);

    [Fact]
    public void A_quotation_that_was_simply_not_closed_goes_on_into_nothing() => RuleChecks.CheckRule<MissingContinuationMark>("""
        Ada Vaughn said: “We told the council.

        The council meets on Friday. Nobody came to speak.
        """);

    [Fact]
    public void A_running_quotation_with_all_its_marks_is_in_order() => RuleChecks.CheckRule<MissingContinuationMark>("""
        “We told the council,” said Ada Vaughn, the mayor. “We told them twice.

        “We told the state as well,” she said.
        """);
}
