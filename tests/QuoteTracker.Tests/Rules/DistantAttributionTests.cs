using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class DistantAttributionTests
{
    private const string ThirtyWords =
        "It was built ninety years ago for horses, carts and the first few cars of the valley, and it has been mended eleven times since then by four firms, none of which is in business today.";

    private static void Check(string article) => RuleChecks.CheckRule<DistantAttribution>(article);

    [Fact]
    public void A_quotation_after_much_other_copy_is_found() =>
        Check($"“The bridge will close,” Mayor Ada Vaughn said. {ThirtyWords} {{|QT0205:“It cannot be mended again.”|}}");

    [Fact]
    public void A_quotation_near_its_speaker_is_in_order() =>
        Check("“The bridge will close,” Mayor Ada Vaughn said. It is ninety years old. “It cannot be mended again.”");

    [Fact]
    public void A_long_quotation_of_the_same_speaker_in_between_is_no_distance() =>
        Check($"“The bridge will close,” Mayor Ada Vaughn said. “{ThirtyWords} We closed it.” “It cannot be mended again.”");

    [Fact]
    public void A_running_quotation_counts_from_where_it_starts() => Check("""
        “We told the council,” said Ada Vaughn, the mayor. “We told them twice.

        “We told the state.

        “We told the county.

        “We told the press.

        “We told everyone who would listen.”
        """);
}
