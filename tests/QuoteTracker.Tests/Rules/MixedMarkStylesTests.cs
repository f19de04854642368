using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class MixedMarkStylesTests
{
    private static void CheckFix(string article) => RuleChecks.CheckFix<MixedMarkStyles>(article);

    private static void Check(string article) => RuleChecks.CheckRule<MixedMarkStyles>(article);

    [Fact]
    public void Straight_marks_among_curly_ones_become_curly() => CheckFix("""
        “The bridge was failing,” Ada Vaughn said. {|QT0104:"|}We closed it," she added. “It is over,” she said.
        -- @fixed --
        “The bridge was failing,” Ada Vaughn said. “We closed it,” she added. “It is over,” she said.
        """);

    [Fact]
    public void A_full_quotation_in_single_marks_among_double_ones_becomes_double() => CheckFix("""
        “The bridge was failing for years,” Ada Vaughn said. “We closed it as soon as we knew,” she added.

        {|QT0104:‘|}It was the right thing to do,’ Carla Reyes said.
        -- @fixed --
        “The bridge was failing for years,” Ada Vaughn said. “We closed it as soon as we knew,” she added.

        “It was the right thing to do,” Carla Reyes said.
        """);

    [Fact]
    public void A_running_quotation_changes_in_all_its_paragraphs() => CheckFix("""
        “The bridge was failing,” Ada Vaughn said. “It is over,” she said. “We are done,” she said.

        {|QT0104:"|}We told the council," said Carla Reyes. {|QT0104:"|}We told them twice.

        "We told the state as well," she said.
        -- @fixed --
        “The bridge was failing,” Ada Vaughn said. “It is over,” she said. “We are done,” she said.

        “We told the council,” said Carla Reyes. “We told them twice.

        “We told the state as well,” she said.
        """);

    [Fact]
    public void A_term_and_a_headline_may_have_single_marks() => Check("""
        Bridge ‘was failing for years and years’, mayor says

        “The bridge was failing for years,” Ada Vaughn said. The ‘Iron Lady’ of the valley closed it. “We closed it as soon as we knew,” she added.
        """);

    [Fact]
    public void Another_article_on_the_page_may_have_another_style() => Check("“The bridge was failing,” Ada Vaughn said.");

    [Fact]
    public void Single_marks_throughout_are_a_style_like_any_other() => Check("""
        ‘The bridge was failing for years,’ Ada Vaughn said. ‘We closed it as soon as we heard the word “rust” from them,’ she added.
        """);
}
