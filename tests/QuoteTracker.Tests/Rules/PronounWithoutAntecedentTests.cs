using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class PronounWithoutAntecedentTests
{
    private static void Check(string article) => RuleChecks.CheckRule<PronounWithoutAntecedent>(article);

    [Fact]
    public void A_pronoun_that_nobody_before_fits_is_found() => Check("""
        Bridge shut

        The bridge was shut on Monday.

        “It will stay shut until spring,” {|QT0203:she|} said.
        """);

    [Fact]
    public void A_man_is_no_antecedent_of_she() => Check("""
        Bridge shut

        Peter Reyes shut the bridge on Monday.

        “It will stay shut until spring,” {|QT0203:she|} said.
        """);

    [Fact]
    public void Somebody_named_before_is_one() => Check("""
        Bridge shut

        Ada Vaughn shut the bridge on Monday.

        “It will stay shut until spring,” she said.
        """);

    [Fact]
    public void The_writer_needs_no_name() => Check("“It will stay shut until spring,” I said.");
}
