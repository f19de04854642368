using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class AmbiguousSpeakerTests
{
    private const string Registry = """

        -- speakers.yaml --
        speakers:
          - id: ada
            name: Ada Vaughn
          - id: carla
            name: Carla Vaughn
        """;

    private static void Check(string article) => RuleChecks.CheckRule<AmbiguousSpeaker>(article + Registry);

    [Fact]
    public void A_surname_of_two_entries_is_found_once() =>
        Check("{|QT0304:Vaughn|} said the bridge would close. “It cannot be mended,” Vaughn said.");

    [Fact]
    public void A_full_name_in_the_article_decides() => Check("Carla Vaughn said the bridge would close. “It cannot be mended,” Vaughn said.");
}
