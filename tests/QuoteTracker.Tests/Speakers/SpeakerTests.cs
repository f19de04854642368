using QuoteTracker.Core.Model;
using QuoteTracker.Tests.Fixtures;
using Xunit;
using static QuoteTracker.Tests.Fixtures.EntityChecks;

namespace QuoteTracker.Tests.Speakers;

public class SpeakerTests
{
    private const string Speakers = """

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            aliases: [A. J. Vaughn]
            pronouns: she/her
            roles:
              - { title: Mayor, of: Port Ellis, from: 2020-01-01, until: 2023-12-31 }
          - id: brandt
            name: Tomas Brandt
            pronouns: he/him
            roles:
              - { title: Mayor, of: Port Ellis, from: 2024-01-01, until: null }
        """;

    [Fact]
    public void Two_analyses_of_joined_speakers_are_equal()
    {
        const string Copy = "Ada Vaughn and Paul Brandt said the bridge would open in May.";
        var (one, other) = (Analyse(Copy), Analyse(Copy));

        Assert.Contains(one.Entities, entity => entity.Members.Length == 2);
        Assert.Equal(one.Entities.AsEnumerable(), other.Entities);
    }

    [Fact]
    public void Two_who_speak_as_one_do_so_in_each_statement_of_theirs()
    {
        var model = Analyse("Ada Vaughn and Paul Brandt agree that the bridge is old and say that it must be closed.");

        Assert.Equal(2, model.Attributions.Length);
        Assert.All(model.Attributions, static attribution => Assert.Equal("Ada Vaughn and Paul Brandt", attribution.Speaker?.Name));
    }

    [Fact]
    public void Neither_of_two_speaks()
    {
        var model = Analyse("Neither Ada Vaughn nor Paul Brandt said the bridge would open in May.");

        Assert.Null(Assert.Single(model.Attributions).Speaker);
    }

    [Fact]
    public void Whose_plan_somebody_speaks_of_is_not_whom_the_story_goes_on_about()
    {
        var model = Analyse("Ada Vaughn met Tomas Brandt on Monday. He said President Kolt's plan was a danger. She said he was wrong.");

        Assert.Equal(["Tomas Brandt", "Ada Vaughn"], model.Attributions.Select(static attribution => attribution.Speaker?.Name));
    }

    [Fact]
    public void A_surname_is_the_person_named_in_full_before() => CheckEntities("""
        Mayor {|e@ada-vaughn:Ada Vaughn|} said the bridge would open in May. “We are ready,” {|e@ada-vaughn:Vaughn|} said.
        """);

    [Fact]
    public void A_headline_takes_its_full_name_from_the_story() => CheckEntities("""
        {|e@ada-vaughn:Vaughn|} warns of ‘hard winter’

        Mayor {|e@ada-vaughn:Ada Vaughn|} said on Monday that the pipes would freeze.
        """);

    [Fact]
    public void A_body_in_a_title_ends_before_the_name() => CheckEntities("""
        Director of the Refugee Council {|e@yusra-duran:Yusra Duran|} said the form was too long. “Nobody can fill it in,” {|e@yusra-duran:Duran|} said.
        """);

    [Fact]
    public void A_compound_before_a_given_name_is_no_part_of_it() => CheckEntities("""
        Mother-of-three {|e@laura-pike:Laura Pike|} said the swans were gone. Ex-mayor {|e@tom-hale:Tom Hale|} had seen them go. “They flew west,” {|e@tom-hale:Hale|} said.
        """);

    [Fact]
    public void A_hyphen_in_a_name_stays() => CheckEntities("""
        {|e@jean-luc-morel:Jean-Luc Morel|} said the swans were gone. “They flew west,” {|e@jean-luc-morel:Morel|} said.
        """);

    [Fact]
    public void A_master_has_a_harbour_and_a_name() => CheckEntities("""
        Harbour Master {|e@nadia-brennick:Nadia Brennick|} said the ferry would not sail.
        """);

    [Fact]
    public void What_is_not_copy_is_no_part_of_a_name() => CheckEntities("""
        -- story.md --
        {|e@the-harbour-office:The harbour `code` office|} said the ferry would not sail.
        """);

    [Fact]
    public void A_body_s_noun_alone_is_the_body_named_before() => CheckEntities("""
        {|e@selby-district-council:Selby District Council|} paid for the wall. {|e@selby-district-council:The council|} said the work would end in May.
        """);

    [Fact]
    public void A_locality_s_noun_alone_is_the_locality_named_before() => CheckEntities("""
        The claim came from the {|e@municipality-of-selby:Municipality of Selby|}. “We were never told,” {|e@municipality-of-selby:the city|} wrote.
        """);

    [Fact]
    public void A_noun_that_two_bodies_have_names_neither() => CheckEntities("""
        Selby District Council and Thorne Town Council paid for the wall. {|e@the-council:The council|} said the work would end in May.
        """);

    [Fact]
    public void A_family_name_may_come_first() => CheckEntities("""
        President {|e@baek-min-jung:Baek Min-jung|} said the talks would go on. “We will wait,” {|e@baek-min-jung:Baek|} said.
        """);

    [Fact]
    public void Titles_are_not_part_of_a_name_and_a_title_alone_is_its_holder() => CheckEntities("""
        Defense Minister {|e@ada-vaughn:Ada Vaughn|} visited the yard. {|e@ada-vaughn:The defense chief|} said the ship was late.
        """);

    [Fact]
    public void A_title_with_a_complement_ends_before_the_name() => CheckEntities("""
        Minister of Education {|e@julia-marsh:Julia Marsh|} said schools would stay open.
        """);

    [Fact]
    public void A_name_in_apposition_to_a_title_is_the_source() => CheckEntities("""
        {|s1@ada-vaughn:The team’s coach, Ada Vaughn,|} said the rain had helped.
        """);

    [Theory]
    [InlineData("{|s1@lawyers:Vaughn’s lawyers|} said the bridge was safe.")]
    [InlineData("{|s1@campaign:The Vaughn campaign|} said the bridge was safe.")]
    [InlineData("{|s1@a-spokesman-for-ada-vaughn:A spokesman for Ada Vaughn|} said the bridge was safe.")]
    public void Who_speaks_for_somebody_is_somebody_else(string fixture)
    {
        var model = Analyse(fixture);
        Assert.NotEmpty(model.Attributions);
        Assert.All(model.Attributions, attribution => Assert.DoesNotContain(attribution.Speaker?.Name, (string?[])["Vaughn", "Ada Vaughn"]));
        Assert.All(model.Attributions, attribution => Assert.NotNull(attribution.Speaker));
    }

    [Theory]
    [InlineData("A senior official said the bridge was closed.", true)]
    [InlineData("Sources said the bridge was closed.", true)]
    [InlineData("Sources close to the board said the bridge was closed.", true)]
    [InlineData("A person familiar with the plan said the bridge was closed.", true)]
    [InlineData("Two people briefed on the plan said the bridge was closed.", true)]
    [InlineData("The people close to the bridge said it was closed.", false)]
    [InlineData("The official said the bridge was closed.", false)]
    [InlineData("Ada Vaughn said the bridge was closed.", false)]
    public void Unnamed_on_purpose_is_anonymous_and_has_a_speaker(string text, bool anonymous)
    {
        var attribution = Assert.Single(Analyse(text).Attributions);
        Assert.Equal(anonymous, attribution.IsAnonymous);
        Assert.NotNull(attribution.Speaker);
    }

    [Fact]
    public void A_pronoun_agrees_with_who_it_stands_for() => CheckEntities("""
        {|e@ada-vaughn:Ada Vaughn|} met {|e@martin-keller:Martin Keller|} at the harbour. “It was time,” {|e@ada-vaughn:she|} said.
        “It was late,” {|e@martin-keller:he|} said.
        """);

    [Fact]
    public void A_pronoun_stands_for_the_subject_before_and_not_for_the_nearest_name() => CheckEntities("""
        {|e@martin-keller:Martin Keller|} opened the yard. {|e@martin-keller:He|} spoke of the storm and said President {|e@peter-lang:Peter Lang|}’s visit “shows who our friends are”.
        """);

    [Fact]
    public void A_pronoun_that_nobody_fits_stays_open() => CheckEntities("""
        The harbour was closed on Monday. “It was late,” {|s1@?:he|} said.
        """);

    [Fact]
    public void Two_people_of_one_surname_stay_apart() => CheckEntities("""
        {|e@ada-vaughn:Ada Vaughn|} said the bridge was safe.
        {|e@paul-vaughn:Paul Vaughn|} said it was not. “I saw the cracks,” {|e@paul-vaughn:Vaughn|} said.
        """);

    [Fact]
    public void An_acronym_is_the_body_it_was_introduced_for() => CheckEntities("""
        {|s1@harbour-safety-council:The Harbour Safety Council (HSC)|} said the pier was closed. {|e@harbour-safety-council:HSC|} said it would open in May.
        """);

    [Fact]
    public void A_registry_links_names_aliases_and_surnames() => CheckEntities("""
        {|e@vaughn:A. J. Vaughn|} said the bridge was safe. {|e@brandt:Brandt|} said it was not.
        """ + Speakers);

    [Theory]
    [InlineData("June 3, 2022", "vaughn")]
    [InlineData("3 June 2024", "brandt")]
    public void An_office_is_who_held_it_on_the_day(string date, string holder) => CheckEntities($$"""
        A bridge too late

        {{date}}

        {|e@{{holder}}:The mayor|} said the bridge was late.
        """ + Speakers);

    [Fact]
    public void Two_who_speak_as_one_are_joined_and_each_stays_apart()
    {
        var model = Analyse("Ada Vaughn and Martin Keller said the bridge was safe.");
        var speaker = Assert.Single(model.Attributions).Speaker;
        Assert.Equal("Ada Vaughn and Martin Keller", speaker?.Name);
        Assert.Equal(["Ada Vaughn", "Martin Keller"], speaker?.Members.Select(member => member.Name));
    }

    [Theory]
    [InlineData("Columnist Martin Will said the bridge was safe.", "Martin Will")]
    [InlineData("The Ellis Chamber of Commerce said the bridge was safe.", "Ellis Chamber of Commerce")]
    [InlineData("Filmmaker and author Ada Vaughn said the bridge was safe.", "Ada Vaughn")]
    [InlineData("Keller and Portuguese premier Ada Vaughn said the bridge was safe.", "Keller and Ada Vaughn")]
    public void A_name_is_all_of_it_and_nothing_else(string text, string name) => Assert.Equal(name, Assert.Single(Analyse(text).Attributions).Speaker?.Name);

    [Fact]
    public void A_name_set_off_behind_a_title_speaks_where_the_source_ends_before_it()
    {
        var model = Analyse("""
            According to the rowing club's coach, Ida Brennick, in their first race the crew's boat, named “Pride of the Lower Quay,” lost an oar.
            """);
        Assert.Equal("Ida Brennick", Assert.Single(model.Attributions).Speaker?.Name);
    }

    [Fact]
    public void A_title_and_a_name_in_apposition_are_the_name_and_not_who_had_the_title_before() => CheckEntities("""
        Party chairman {|e@martin-keller:Martin Keller|} resigned in May. {|s1@ada-vaughn:The party chairman, Ada Vaughn,|} said the vote was fair.
        """);

    [Fact]
    public void A_place_before_an_office_is_not_its_holder() => CheckEntities("""
        Mayor {|e@ada-vaughn:Ada Vaughn|} opened the fair. In Lisbon, {|e@ada-vaughn:the mayor|} said the bridge was safe.
        """);

    [Fact]
    public void Who_stands_for_the_person_before_it() => CheckEntities("""
        The council heard {|e@ada-vaughn:Ada Vaughn|}, {|s1@ada-vaughn:who|} said the bridge was safe.
        """);

    [Fact]
    public void A_web_name_keeps_its_ending()
    {
        var model = Analyse("Harbourwatch.org said the bridge was closed.");
        Assert.Equal("Harbourwatch.org", Assert.Single(model.Attributions).Speaker?.Name);
    }

    [Fact]
    public void A_nearer_surname_twin_makes_a_title_with_gender_decide() => CheckEntities("""
        {|e@martin-keller:Martin Keller|} and {|e@alice-keller:Alice Keller|} met at the pier. “It was cold,” Mrs. {|e@alice-keller:Keller|} said.
        """);

    [Fact]
    public void A_participle_takes_the_subject_of_its_clause()
    {
        var model = Analyse("“We are ready,” Ada Vaughn said, adding that the bridge would open in May.");
        Assert.All(model.Attributions, attribution => Assert.Equal("Ada Vaughn", attribution.Speaker?.Name));
    }

    private static ArticleModel Analyse(string fixture) => FixtureAnalysis.Analyse(Fixture.Parse(fixture)).Single().Model;
}
