using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class AmbiguousSourceTests
{
    private static void Check(string article) => RuleChecks.CheckRule<AmbiguousSource>(article);

    [Fact]
    public void A_surname_of_two_people_is_found() => Check("""
        Bridge to close

        Ada Vaughn met Tomas Vaughn at the town hall on Monday.

        “The bridge will close,” {|QT0202:Vaughn|} said.
        """);

    [Fact]
    public void A_pronoun_that_fits_one_of_two_is_in_order() => Check("""
        Bridge to close

        Ada Vaughn met Peter Reyes at the town hall on Monday.

        “The bridge will close,” she said.
        """);

    [Fact]
    public void The_one_who_was_speaking_goes_on() => Check("""
        Bridge to close

        “The bridge will close,” Ada Vaughn told Carla Reyes on Monday. “It cannot be mended,” she said.
        """);
}
