using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Reading;
using Xunit;

namespace QuoteTracker.Tests.Ide;

public sealed class HoverTests
{
    private const string Registry = """

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            aliases: [A. Vaughn]
            pronouns: she/her
            roles:
              - { title: Mayor, of: Eastport, from: 2022-01-01, until: 2025-12-31 }
              - { title: Senator, from: 2026-01-01 }
            links: ["https://example.org/vaughn"]
            note: Prefers *her* full title.
        """;

    [Fact]
    public void Of_a_quotation_says_who_and_how_sure_and_why() => IdeChecks.Check("""
        ---
        date: 2025-03-04
        ---
        Mayor Ada Vaughn opened the bridge on Friday.

        “The bridge $$is safe,” Vaughn said.
        """ + Registry + """

        -- @hover --
        **Ada Vaughn**

        Mayor of Eastport on 2025-03-04, the article's date.

        Direct quotation, sure: behind the quotation come the source and then the cue.

        In the registry: vaughn, person, she/her.

        Also: A. Vaughn.

        Other roles: Senator (since 2026-01-01).

        Prefers \*her\* full title.

        <https://example.org/vaughn>
        """);

    [Fact]
    public void Of_a_pronoun_says_who_and_how_we_know() => IdeChecks.Check("""
        Mayor Ada Vaughn opened the bridge on Friday. $$She said the city had tested every bolt.
        """ + Registry + """

        -- @hover --
        **Ada Vaughn**

        Senator at present (the article has no date).

        Because: the nearest subject that the pronoun can stand for.

        In the registry: vaughn, person, she/her.

        Also: A. Vaughn.

        Roles: Mayor of Eastport (2022-01-01 to 2025-12-31); Senator (since 2026-01-01).

        Prefers \*her\* full title.

        <https://example.org/vaughn>
        """);

    [Fact]
    public void Of_a_cue_says_its_kind() => IdeChecks.Check("""
        “The bridge is safe,” Ada Vaughn $$claimed.
        -- @hover --
        **Cue: claimed**

        'claimed' hints that the statement is not true. Where that is not what you mean, write 'said'.

        Direct quotation by Ada Vaughn, sure.
        """);

    [Fact]
    public void Of_somebody_the_registry_does_not_know_says_so() => IdeChecks.Check("""
        “The bridge is safe,” $$Ada Vaughn said.
        -- @hover --
        **Ada Vaughn**

        Because: first named here.

        Not in the registry.
        -- @plain hover --
        Ada Vaughn
        Because: first named here.
        Not in the registry.
        """);

    [Fact]
    public void Of_an_unnamed_source_does_not_call_it_unattributed() => IdeChecks.Check("""
        “The bridge is $$safe,” a senior official said.
        -- @hover --
        **Unnamed source**

        > a senior official

        Direct quotation, sure: behind the quotation come the source and then the cue.
        """);

    [Fact]
    public void Of_words_without_a_source_says_so()
    {
        var file = IdeChecks.OpenArticle("The bridge opened on Friday after a year of work.\n\n“We tested every bolt of the bridge, and then we tested all of them again.”");
        Assert.StartsWith("**Not attributed**", Hovers.At(QuoteTracker.Ide.IdeSnapshot.Empty, file, 60)!.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_entry_of_the_registry_says_what_is_known() => IdeChecks.Check("""
        -- speakers.yaml --
        speakers:
          - id: $$port
            name: Port <b>Authority</b> [x](https://evil.example)
            kind: organisation
            links: ["https://example.org/a>b"]
        -- @hover --
        **Port \<b\>Authority\</b\> \[x\](https\://evil.example)**

        In the registry: port, organisation.

        <https://example.org/a%3Eb>
        """);

    [Theory]
    [InlineData("-- quotetracker.yaml --\nrules:\n  anonymous$$-source: error")]
    [InlineData("The bridge opened.\n\n[quotetracker: ignore anonymous-s$$ource: agreed with the desk]\n\nThe end came soon.")]
    public void Of_a_rules_name_is_its_page(string source)
    {
        var fixture = Fixture.Parse(source);
        var snapshot = IdeChecks.Open(fixture);
        var (file, offset) = fixture.Cursor;
        var card = Hovers.At(snapshot, snapshot.File(IdeChecks.PathOf(file.Name))!, offset)!;
        Assert.Equal("anonymous-source", file.Text.Substring(card.Span.Start, card.Span.Length));
        Assert.StartsWith("# anonymous-source (QT0204)", card.ToMarkdown(), StringComparison.Ordinal);
        Assert.DoesNotContain("{|", card.ToMarkdown(), StringComparison.Ordinal);
        Assert.DoesNotContain(".md)", card.ToMarkdown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("said H$$ale.", "**Hale**\n\nBecause: first named here.\n\n")]
    [InlineData("said Hale.", "**Hale**\n\nDirect quotation, sure: behind the quotation come the cue and then the source.\n\n")]
    public void Who_could_be_several_of_the_registry_is_not_said_to_be_missing_there(string said, string golden) => IdeChecks.Check($$$"""
        “The bridge {{{(said.Contains("$$", StringComparison.Ordinal) ? "" : "$$")}}}is safe,” {{{said}}}
        -- speakers.yaml --
        speakers:
          - id: tom
            name: Tom Hale
          - id: ida
            name: Ida Hale
        -- @hover --
        {{{golden}}}The registry has several who fit: Tom Hale (tom), Ida Hale (ida).
        """);

    [Theory]
    [InlineData("rules:\n  sl$$am: error\n")]
    [InlineData("rules:\n  slam: error # HR01$$01\n")]
    public void Of_a_rule_of_the_newsrooms_own_what_it_says(string rules) => IdeChecks.Check($$$"""
        -- quotetracker.yaml --
        house:
          - { id: HR0101, name: slam, message: "'{words}' is *no* word", severity: info, find: { cue: slam } }
        {{{rules}}}
        -- @hover --
        **slam (HR0101)**

        A rule of this newsroom's own: info.

        > '{words}' is \*no\* word
        """);

    [Fact]
    public void Nothing_is_said_of_plain_copy() => IdeChecks.Check("""
        The bridge $$opened on a day without wind.
        -- @hover --
        nothing
        """);

    [Theory]
    [InlineData("a\u001b[31mb\u202Ec\r\n d", "a\\[31mbc d")]
    [InlineData("<img src=x> **b** `c` [d](e)", "\\<img src=x\\> \\*\\*b\\*\\* \\`c\\` \\[d\\](e)")]
    [InlineData("1. a 2. b www.x.example a@b", "1\\. a 2. b www\\.x.example a\\@b")]
    [InlineData("# a", "\\# a")]
    public void Words_of_strangers_stay_words(string words, string shown) => Assert.Equal(shown, HoverCard.Escape(words));

    [Fact]
    public void An_excerpt_is_short_and_whole_characters()
    {
        string text = string.Concat(Enumerable.Repeat("🙂", 100));
        string shown = Excerpt.Of(Microsoft.CodeAnalysis.Text.SourceText.From(text), new(0, text.Length), 20);
        Assert.True(shown.Length <= 20);
        Assert.DoesNotContain('\uFFFD', shown);
        Assert.False(char.IsHighSurrogate(shown[^2]));
    }
}
