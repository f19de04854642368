using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class UnknownSpeakerTests
{
    private const string Registry = """

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            aliases: [Ada B. Vaughn]
        """;

    private static void Check(string article) => RuleChecks.CheckRule<UnknownSpeaker>(article);

    [Fact]
    public void A_named_source_that_the_registry_lacks_is_found_once() =>
        Check("{|QT0301:Carla Reyes|} said the bridge would close. “It cannot be mended,” Reyes said." + Registry);

    [Fact]
    public void It_is_shown_where_the_full_name_stands_and_not_where_she_speaks() =>
        Check("Bridge shut\n\n{|QT0301:Carla Reyes|} walked over the bridge on Monday. “It cannot be mended,” she said." + Registry);

    [Theory]
    [InlineData("Ada Vaughn said the bridge would close.")]
    [InlineData("Ada B. Vaughn said the bridge would close.")]
    [InlineData("A senior official said the bridge would close.")]
    [InlineData("The residents said the bridge would close.")]
    [InlineData("Carla Reyes walked over the bridge.")]
    public void Known_unnamed_and_silent_people_are_in_order(string article) => Check(article + Registry);

    [Fact]
    public void A_misspelled_name_is_another_rules_matter() => Check("Ada Vaugnh said the bridge would close." + Registry);

    [Fact]
    public void Without_a_registry_nobody_is_unknown() => Check("Carla Reyes said the bridge would close.");

    [Fact]
    public void The_fix_proposes_an_entry_and_leaves_it_to_a_person()
    {
        var model = FixtureAnalysis.Analyse(Fixture.Parse("Carla Reyes said the bridge would close." + Registry)).Single().Model;
        var fix = Assert.Single(RuleCatalogue.FixesFor(RuleChecks.Run([RuleChecks.Rule<UnknownSpeaker>()], model).Single(), model));

        Assert.Equal("Carla Reyes", fix.AddSpeaker!.Name);
        Assert.Equal(QuoteTracker.Core.Speakers.EntityKind.Person, fix.AddSpeaker.Kind);
        Assert.Empty(fix.Changes);
        Assert.False(fix.IsSafe);
    }
}
