using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class UnattributedQuotationTests
{
    private static void Check(string article) => RuleChecks.CheckRule<UnattributedQuotation>(article);

    [Fact]
    public void A_quotation_that_nobody_says_is_found() =>
        Check("The harbour will stay shut. {|QT0201:“No ship will come in before the ice has gone, and that is final.”|} The crews went home.");

    [Fact]
    public void Of_a_running_one_the_first_paragraph_is_marked() => Check("""
        The harbour will stay shut until the spring.

        {|QT0201:“No ship will come in before the ice has gone.|}

        “No crew will be paid before then, and that is final.”

        The crews went home on Friday night.
        """);

    [Fact]
    public void An_attributed_one_is_in_order() =>
        Check("“No ship will come in,” harbour master Ida Lund said. “The ice is a foot thick.” According to Lund, the crews “will be paid”.");

    [Fact]
    public void An_unnamed_source_is_a_source() =>
        Check("“No ship will come in before the spring,” said a senior official who would not be named.");

    [Fact]
    public void A_pronoun_that_nobody_can_resolve_is_another_rules_matter() => Check("“No ship will come in before the spring,” she said.");

    [Fact]
    public void Terms_titles_and_nicknames_are_no_quotations() =>
        Check("The ship, nicknamed “Old Rusty”, lay in the port. Crews sang “The Long Way Home” at night.");

    [Fact]
    public void A_quotation_in_a_quotation_is_the_speakers_own() =>
        Check("“He told me ‘no ship will come in before the spring’ and left,” Ida Lund said.");

    [Fact]
    public void A_headline_leaves_the_source_to_the_copy() => Check("""
        ‘No ship before the spring’ at frozen harbour

        “No ship will come in before the spring,” harbour master Ida Lund said.
        """);
}
