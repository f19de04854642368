using Xunit;

namespace QuoteTracker.Tests.Ide;

public sealed class NavigationTests
{
    private const string Registry = """

        -- second.txt --
        The harbour was quiet. “Nothing moved,” said Ada Vaughn.
        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: "Ada Vaughn"
        """;

    [Fact]
    public void A_pronoun_leads_to_the_entry_and_is_declared_where_the_article_names_the_speaker() => IdeChecks.Check("""
        Ada Vaughn opened the bridge on Friday. $$She said the city had tested every bolt.
        """ + Registry + """

        -- @definition --
        ?
        -- @declaration --
        ?
        -- @type definition --
        ?
        -- @implementation --
        ?
        -- @calls --
        ?
        """);

    [Fact]
    public void A_quotation_leads_to_its_speakers_introduction() => IdeChecks.Check("""
        Ada Vaughn opened the bridge on Friday.

        “The bridge is $$safe,” Vaughn said. “We tested every bolt.”
        """ + Registry + """

        -- @definition --
        ?
        -- @type definition --
        ?
        -- @references --
        ?
        -- @highlights --
        ?
        """);

    [Fact]
    public void A_speaker_nobody_registered_is_at_home_in_the_article() => IdeChecks.Check("""
        Tom Hale opened the bridge on Friday. “The bridge is safe,” $$Hale said.
        -- @definition --
        ?
        -- @type definition --
        ?
        """);

    [Fact]
    public void A_speakers_references_are_in_all_articles() => IdeChecks.Check("""
        Ada Vaughn opened the bridge on Friday. “The bridge is safe,” $$Vaughn said.
        """ + Registry + """

        -- @references --
        ?
        -- @references without entry --
        ?
        -- @highlights --
        ?
        """);

    [Fact]
    public void An_entry_knows_who_quotes_it() => IdeChecks.Check("""
        Ada Vaughn opened the bridge on Friday. “The bridge is safe,” Vaughn said.
        -- second.txt --
        The harbour was quiet. “Nothing moved,” said Ada Vaughn.
        -- speakers.yaml --
        speakers:
          - id: va$$ughn
            name: "Ada Vaughn"
        -- @definition --
        ?
        -- @implementation --
        ?
        -- @references --
        ?
        -- @calls --
        ?
        """);

    [Fact]
    public void The_configuration_leads_to_the_registry() => IdeChecks.Check("""
        -- quotetracker.yaml --
        registry: $$people.yaml
        -- people.yaml --
        speakers: []
        -- @definition --
        ?
        -- @links --
        ?
        """);

    [Fact]
    public void An_article_calls_the_speakers_that_it_quotes() => IdeChecks.Check("""
        The $$bridge opened on Friday. “The bridge is safe,” Ada Vaughn said. “It is not,” said Tom Hale.
        """ + Registry + """

        -- @calls --
        ?
        """);

    [Fact]
    public void The_outline_has_speakers_and_their_words() => IdeChecks.Check("""
        Bridge opens after a year of work

        Mayor Ada Vaughn opened the bridge on Friday. “The bridge is safe,” she said.

        Tom Hale said it was not. “We tested no bolt at all, and everybody here knows it,” Hale said.

        “Nobody asked us whether we wanted to have this bridge at all in our town.”
        """ + Registry + """

        -- @outline --
        ?
        -- @symbols vaugh --
        ?
        -- @symbols bolt tested --
        ?
        """);

    [Fact]
    public void The_registrys_outline_has_its_entries() => IdeChecks.Check("""
        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            links: ["https://example.org/a", 'http://example.org/b']
          - id: port$$
            name: Port Authority
            kind: organisation
        -- @outline --
        Person Ada Vaughn (vaughn)
        Organisation Port Authority (port)
        -- @links --
        "https://example.org/a" -> https://example.org/a
        'http://example.org/b' -> http://example.org/b
        """);
}
