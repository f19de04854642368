using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class RoleMismatchTests
{
    private const string Registry = """

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            roles:
              - { title: Mayor, of: Harrow Falls, from: 2019-01-01, until: 2023-06-30 }
          - id: reyes
            name: Carla Reyes
            roles:
              - { title: Mayor, of: Harrow Falls, from: 2023-07-01, until: null }
          - id: lund
            name: Ida Lund
            roles:
              - { title: Harbour Master, of: Harrow Falls }
        """;

    private static void Check(string article) => RuleChecks.CheckRule<RoleMismatch>(article + Registry);

    [Theory]
    [InlineData("{|QT0303:Mayor|} Ada Vaughn said the bridge would close.")]
    [InlineData("The bridge would close, {|QT0303:mayor|} Ada Vaughn said.")]
    [InlineData("Harrow Falls {|QT0303:Mayor|} Ada Vaughn said the bridge would close.")]
    [InlineData("Harrow Falls’s {|QT0303:mayor|} Ada Vaughn said the bridge would close.")]
    [InlineData("Former {|QT0303:Mayor|} Carla Reyes said the bridge would close.")]
    [InlineData("{|QT0303:Mayor|} Ida Lund said the bridge would close.")]
    [InlineData("---\ndate: 2022-05-01\n---\n\n{|QT0303:Mayor|} Carla Reyes said the bridge would close.")]
    public void A_title_that_the_registry_denies_is_found(string article) => Check(article);

    [Theory]
    [InlineData("Mayor Carla Reyes said the bridge would close.")]
    [InlineData("Former Mayor Ada Vaughn said the bridge would close.")]
    [InlineData("The bridge would close, ex-mayor Ada Vaughn said.")]
    [InlineData("Then Mayor Ada Vaughn said the bridge would close.")]
    [InlineData("Deputy Mayor Ada Vaughn said the bridge would close.")]
    [InlineData("Harbour Master Ida Lund said the bridge would close.")]
    [InlineData("Senator Ada Vaughn said the bridge would close.")]
    [InlineData("---\ndate: 2022-05-01\n---\n\nMayor Ada Vaughn said the bridge would close.")]
    public void A_title_held_on_the_day_and_one_that_the_registry_cannot_judge_are_in_order(string article) => Check(article);

    [Fact]
    public void The_message_names_the_holder()
    {
        var model = FixtureAnalysis.Analyse(Fixture.Parse("Mayor Ada Vaughn said the bridge would close." + Registry)).Single().Model;
        var found = Assert.Single(RuleChecks.Run([RuleChecks.Rule<RoleMismatch>()], model));
        Assert.Equal("By the registry of speakers, Ada Vaughn is not Mayor; Carla Reyes is. Correct the title, or the entry", found.GetMessage());
    }
}
