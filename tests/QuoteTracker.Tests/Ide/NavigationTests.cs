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
        from She
        speakers.yaml:3 "Ada Vaughn"
        -- @declaration --
        from She
        article.txt:1 Ada Vaughn
        -- @type definition --
        from She
        speakers.yaml:3 "Ada Vaughn"
        -- @implementation --
        from She
        article.txt:1 the city had tested every bolt
        -- @calls --
        Ada Vaughn: speakers.yaml:3 "Ada Vaughn"
        Ada Vaughn opened the bridge on Friday. She said the city had tested every bolt.: article.txt:1 the city had tested every bolt
        The harbour was quiet. “Nothing moved,” said Ada Vaughn.: second.txt:1 “Nothing moved,”
        """);

    [Fact]
    public void A_quotation_leads_to_its_speakers_introduction() => IdeChecks.Check("""
        Ada Vaughn opened the bridge on Friday.

        “The bridge is $$safe,” Vaughn said. “We tested every bolt.”
        """ + Registry + """

        -- @definition --
        from “The bridge is safe,”
        article.txt:1 Ada Vaughn
        -- @type definition --
        from “The bridge is safe,”
        speakers.yaml:3 "Ada Vaughn"
        -- @references --
        article.txt:3 “The bridge is safe,”
        article.txt:3 Vaughn
        article.txt:3 said
        article.txt:3 “We tested every bolt.”
        -- @highlights --
        Words: “The bridge is safe,”
        Introduction: Vaughn
        Mention: said
        Words: “We tested every bolt.”
        """);

    [Fact]
    public void A_speaker_nobody_registered_is_at_home_in_the_article() => IdeChecks.Check("""
        Tom Hale opened the bridge on Friday. “The bridge is safe,” $$Hale said.
        -- @definition --
        from Hale
        article.txt:1 Tom Hale
        -- @type definition --
        nothing
        """);

    [Fact]
    public void A_speakers_references_are_in_all_articles() => IdeChecks.Check("""
        Ada Vaughn opened the bridge on Friday. “The bridge is safe,” $$Vaughn said.
        """ + Registry + """

        -- @references --
        speakers.yaml:3 "Ada Vaughn"
        article.txt:1 Ada Vaughn
        article.txt:1 “The bridge is safe,”
        article.txt:1 Vaughn
        second.txt:1 “Nothing moved,”
        second.txt:1 Ada Vaughn
        -- @references without entry --
        article.txt:1 Ada Vaughn
        article.txt:1 “The bridge is safe,”
        article.txt:1 Vaughn
        second.txt:1 “Nothing moved,”
        second.txt:1 Ada Vaughn
        -- @highlights --
        Introduction: Ada Vaughn
        Words: “The bridge is safe,”
        Mention: Vaughn
        """);

    [Fact]
    public void Words_lead_to_the_same_words_in_other_articles() => IdeChecks.Check("""
        “The br$$idge is safe,” Ada Vaughn said.
        -- second.txt --
        Vaughn had said: "The bridge is safe." “The bridge is old,” Bo Lund said.
        -- third.txt --
        “The bridge,” she said, “is safe.”
        -- @references --
        article.txt:1 “The bridge is safe,”
        article.txt:1 Ada Vaughn
        article.txt:1 said
        second.txt:1 "The bridge is safe."
        third.txt:1 “The bridge,”
        third.txt:1 “is safe.”
        """);

    [Fact]
    public void A_few_words_are_said_by_many() => IdeChecks.Check("""
        “It is$$ safe,” Ada Vaughn said.
        -- second.txt --
        “It is safe,” Bo Lund said.
        -- @references --
        article.txt:1 “It is safe,”
        article.txt:1 Ada Vaughn
        article.txt:1 said
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
        from "Ada Vaughn"
        speakers.yaml:3 "Ada Vaughn"
        -- @implementation --
        from "Ada Vaughn"
        article.txt:1 “The bridge is safe,”
        second.txt:1 “Nothing moved,”
        -- @references --
        speakers.yaml:3 "Ada Vaughn"
        article.txt:1 Ada Vaughn
        article.txt:1 “The bridge is safe,”
        article.txt:1 Vaughn
        second.txt:1 “Nothing moved,”
        second.txt:1 Ada Vaughn
        -- @calls --
        Ada Vaughn: speakers.yaml:3 "Ada Vaughn"
        Ada Vaughn opened the bridge on Friday. “The bridge is safe,” Vaughn said.: article.txt:1 “The bridge is safe,”
        The harbour was quiet. “Nothing moved,” said Ada Vaughn.: second.txt:1 “Nothing moved,”
        """);

    [Fact]
    public void The_configuration_leads_to_the_registry() => IdeChecks.Check("""
        -- quotetracker.yaml --
        registry: $$people.yaml
        -- people.yaml --
        speakers: []
        -- @definition --
        from people.yaml
        people.yaml:1 
        -- @links --
        people.yaml -> people.yaml
        """);

    [Theory]
    [InlineData("sp$$eaker: ada", "nothing")]
    [InlineData("speaker: [bo, a$$da]", "from ada\nspeakers.yaml:3 Ada Vaughn")]
    [InlineData("speaker: A$$da Vaughn", "from Ada Vaughn\nspeakers.yaml:3 Ada Vaughn")]
    public void In_the_configuration_a_speaker_leads_to_the_entry(string speaker, string golden) => IdeChecks.Check($$$"""
        -- quotetracker.yaml --
        house:
          - { id: HR0101, name: slam, message: m, find: { cue: slam, {{{speaker}}} } }
        -- speakers.yaml --
        speakers:
          - id: ada
            name: Ada Vaughn
        -- @definition --
        {{{golden}}}
        """);

    [Fact]
    public void In_the_configuration_a_rule_of_its_own_leads_to_where_that_is() => IdeChecks.Check("""
        -- quotetracker.yaml --
        rules:
          sl$$am: error
        house:
          - { id: HR0101, name: slam, message: m, find: { cue: slam } }
        -- @definition --
        from slam
        quotetracker.yaml:4 slam
        """);

    [Fact]
    public void The_address_in_the_front_matter_is_a_link() => IdeChecks.Check("""
        ---
        title: Bridge
        url: "https://example.org/bridge?a=b"
        ---
        The $$bridge opened on Friday.
        -- @links --
        "https://example.org/bridge?a=b" -> https://example.org/bridge?a=b
        """);

    [Fact]
    public void What_is_no_web_address_is_no_link() => IdeChecks.Check("""
        ---
        url: file:///etc/passwd
        ---
        The $$bridge opened on Friday.
        -- @links --
        """);

    [Fact]
    public void An_article_calls_the_speakers_that_it_quotes() => IdeChecks.Check("""
        The $$bridge opened on Friday. “The bridge is safe,” Ada Vaughn said. “It is not,” said Tom Hale.
        """ + Registry + """

        -- @calls --
        The bridge opened on Friday. “The bridge is safe,” Ada Vaughn said. “It is…: article.txt:1 
        Ada Vaughn: article.txt:1 “The bridge is safe,”
        Tom Hale: article.txt:1 “It is not,”
        """);

    [Fact]
    public void The_outline_has_speakers_and_their_words() => IdeChecks.Check("""
        Bridge opens after a year of work

        Mayor Ada Vaughn opened the bridge on Friday. “The bridge is safe,” she said.

        Tom Hale said it was not. “We tested no bolt at all, and everybody here knows it,” Hale said.
        """ + Registry + """

        -- @outline --
        Article Bridge opens after a year of work
          Person Ada Vaughn (vaughn)
            Quotation “The bridge is safe,” (direct)
          Person Tom Hale
            Quotation it was not (indirect)
            Quotation “We tested no bolt at all, and everybody here knows it,” (direct)
        -- @symbols vaugh --
        Person Ada Vaughn (speakers.yaml): speakers.yaml:3 "Ada Vaughn"
        Person Ada Vaughn (Bridge opens after a year of work): article.txt:3 Ada Vaughn
        Person Ada Vaughn (The harbour was quiet. “Nothing moved,” said Ada Vaughn.): second.txt:1 Ada Vaughn
        -- @symbols bolt tested --
        Quotation “We tested no bolt at all, and everybody here knows it,” (Tom Hale, Bridge opens after a year of work): article.txt:5 “We tested no bolt at all, and everybody here knows it,”
        """);

    [Fact]
    public void A_page_saved_from_the_web_is_called_by_its_headline() => IdeChecks.Check("""
        Skip to content
        Menu

        Bridge opens after a year of work

        Bridge opens after a year of work

        By Nora Quist

        Ada Vaughn $$opened the bridge on Friday with a pair of scissors that nobody had sharpened for a year. “The bridge is safe,” Vaughn said.
        -- @outline --
        Article Bridge opens after a year of work
          Person Ada Vaughn
            Quotation “The bridge is safe,” (direct)
        -- @symbols vaughn --
        Person Ada Vaughn (Bridge opens after a year of work): article.txt:10 Ada Vaughn
        """);

    [Fact]
    public void Words_without_a_source_stand_apart_in_the_outline() => IdeChecks.Check("""
        The bridge opened on Friday after a year of work.

        “We tested every bolt of the bridge, and then we tested all of them again.”
        -- @outline --
        Article The bridge opened on Friday after a year of work.
          Unattributed Not attributed
            Quotation “We tested every bolt of the bridge, and then we tested all of them again.”
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
