using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class FirstReferenceIncompleteTests
{
    private const string Registry = """

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            aliases: [Vee]
        """;

    private static void Check(string article) => RuleChecks.CheckRule<FirstReferenceIncomplete>(article);

    [Fact]
    public void A_surname_before_the_full_name_is_found() =>
        Check("{|QT0207:Vaughn|} said the bridge would close on Monday.\n\n“It cannot be mended,” Ada Vaughn told the council.");

    [Fact]
    public void A_surname_of_which_the_registry_has_the_full_name_is_found() =>
        Check("{|QT0207:Vaughn|} said the bridge would close on Monday." + Registry);

    [Fact]
    public void A_full_name_first_is_in_order() =>
        Check("Ada Vaughn said the bridge would close on Monday.\n\n“It cannot be mended,” Vaughn told the council." + Registry);

    [Fact]
    public void A_headline_may_have_the_surname() =>
        Check("Vaughn to close bridge\n\nAda Vaughn said the bridge would close on Monday. “It cannot be mended,” Vaughn told the council.");

    [Fact]
    public void A_title_introduces() => Check("Mayor Vaughn said the bridge would close on Monday.\n\n“It cannot be mended,” Ada Vaughn told the council.");

    [Fact]
    public void A_nickname_is_not_short_for_the_name() => Check("Vee said the bridge would close on Monday." + Registry);

    [Fact]
    public void Quoted_words_introduce_nobody() =>
        Check("“Vaughn shut it,” Carla Reyes said on Monday.\n\nAda Vaughn told the council that Reyes was right.");
}
