using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class MismatchedQuotationMarksTests
{
    private static void Check(string article) => RuleChecks.CheckFix<MismatchedQuotationMarks>(article);

    [Fact]
    public void A_straight_mark_that_closes_a_curly_one_becomes_curly() => Check("""
        “The bridge was failing,{|QT0102:"|} Mayor Ada Vaughn said. “We closed it,” she added.
        -- @fixed --
        “The bridge was failing,” Mayor Ada Vaughn said. “We closed it,” she added.
        """);

    [Fact]
    public void A_curly_mark_becomes_straight_where_the_article_is_straight() => Check("""
        {|QT0102:“|}The bridge was failing," Mayor Ada Vaughn said. "We closed it," she added. "It is over," she said.
        -- @fixed --
        "The bridge was failing," Mayor Ada Vaughn said. "We closed it," she added. "It is over," she said.
        """);

    [Fact]
    public void A_single_mark_that_opens_a_double_quotation_becomes_double() => Check("""
        "The river is rising," Ada Vaughn said. {|QT0102:'|}We're ready in all three valleys," Carla Reyes said on Monday. "We are," Vaughn said.
        -- @fixed --
        "The river is rising," Ada Vaughn said. "We're ready in all three valleys," Carla Reyes said on Monday. "We are," Vaughn said.
        """);

    [Fact]
    public void A_mark_against_its_direction_is_turned() => Check("""
        Ada Vaughn said: {|QT0102:”|}The bridge was failing.” She added: “We closed it.”
        -- @fixed --
        Ada Vaughn said: “The bridge was failing.” She added: “We closed it.”
        """);

    [Fact]
    public void Matching_pairs_are_in_order() => RuleChecks.CheckRule<MismatchedQuotationMarks>(
        "“One,” she said. ‘Two,’ she said. \"Three,\" she said. 'Four,' she said. «Five», she said. „Six“, she said. ``Seven,'' she said.");

    [Fact]
    public void A_running_quotation_is_judged_by_its_two_ends() => RuleChecks.CheckRule<MismatchedQuotationMarks>("""
        “We told the council,” said Ada Vaughn, the mayor. “We told them twice.

        “We told the state as well,” she said.
        """);
}
