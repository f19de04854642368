using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace QuoteTracker.Tests.Ide;

public sealed class ReadingTests
{
    private const string Running = """
        ---
        title: Bridge
        ---
        Bridge opens after a year of work

        Mayor Ada Vaughn said: “We tested every bolt of it.

        “We $$will test them all again.

        “And nobody will stop us from doing it.”

        """;

    [Fact]
    public void Folds_the_front_matter_and_running_quotations() => IdeChecks.Check(Running + """
        -- @folds --
        head: ---⏎title: Bridge⏎---⏎
        region: “We tested every bolt of it.⏎⏎“We will test them all again.⏎⏎“And nobody will stop us from doing it.”
        -- @selections --
        will
        We will test them all again.
        “We will test them all again.
        “We tested every bolt of it.⏎⏎“We will test them all again.⏎⏎“And nobody will stop us from doing it.”
        Mayor Ada Vaughn said: “We tested every bolt of it.⏎⏎“We will test them all again.⏎⏎“And nobody will stop us from doing it.”
        ---⏎title: Bridge⏎---⏎Bridge opens after a year of work⏎⏎Mayor Ada Vaughn said: “We tested every bolt of it.⏎⏎“We will test them all again.⏎⏎“And nobody will stop us from doing it.”
        -- @hints --
        ---
        title: Bridge
        ---
        Bridge opens after a year of work

        Mayor Ada Vaughn said: “We tested every bolt of it.

        “We will test them all again.‹Ada Vaughn›

        “And nobody will stop us from doing it.”‹Ada Vaughn›
        -- @lenses --
        Bridge opens after a year of work: 1 quotation · 1 speaker
        """);

    [Fact]
    public void Names_pronouns_and_descriptions_but_not_in_quotations() => IdeChecks.Check("""
        Mayor Ada Vaughn opened the bridge on Friday. She said the city had tested every bolt. “He told me she would,” she said. The mayor left at noon.
        -- @hints --
        Mayor Ada Vaughn opened the bridge on Friday. She‹Ada Vaughn› said the city had tested every bolt. “He told me she would,” she‹Ada Vaughn› said. The mayor‹Ada Vaughn› left at noon.
        """);

    [Fact]
    public void Names_nobody_who_was_named_right_before() => IdeChecks.Check("""
        ---
        date: 2026-03-12
        ---
        Ada Vaughn, the mayor, said the bridge was safe. The mayor left at $$noon.
        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            pronouns: she/her
            roles:
              - { title: Mayor, of: Northport, from: 2024-01-01, until: null }
        -- @hints --
        ---
        date: 2026-03-12
        ---
        Ada Vaughn, the mayor, said the bridge was safe. The mayor‹Ada Vaughn› left at noon.
        """);

    [Fact]
    public void Counts_over_articles_and_entries() => IdeChecks.Check("""
        ---
        date: 2025-03-04
        ---
        “The bridge is safe,” Ada Vaughn said. “It is not,” said Tom Hale.
        -- second.txt --
        ---
        date: 2025-05-06
        ---
        The harbour was quiet. “Nothing moved,” said Ada Vaughn.
        -- speakers.yaml --
        speakers:
          - id: $$vaughn
            name: Ada Vaughn
          - id: nobody
            name: Never Quoted
        -- @lenses --
        vaughn: 2 quotations in 2 articles · last on 2025-05-06
        nobody: not quoted
        """);

    [Theory]
    [InlineData("\"We $$knew,\" Ada Vaughn said.", "\"We knew,\" Ada Vaughn said.")]
    [InlineData("$$\"We knew,\" Ada Vaughn said.", "{|m:\"|}We knew,{|m:\"|} Ada Vaughn said.")]
    [InlineData("\"We knew,\"$$ Ada Vaughn said.", "{|m:\"|}We knew,{|m:\"|} Ada Vaughn said.")]
    [InlineData("$$“We knew,” Ada Vaughn said.", "“We knew,” Ada Vaughn said.")]
    public void Marks_that_are_alike_change_together(string source, string marked) => IdeChecks.Check($"{source}\n-- @marks --\n{marked}");

    [Fact]
    public void A_selection_grows_from_the_word_to_the_page() => IdeChecks.Check("""
        The harbour was quiet. “Nothing mo$$ved,” said Ada Vaughn.

        The end.
        -- @selections --
        moved
        Nothing moved,
        “Nothing moved,”
        “Nothing moved,” said Ada Vaughn
        “Nothing moved,” said Ada Vaughn.
        The harbour was quiet. “Nothing moved,” said Ada Vaughn.
        The harbour was quiet. “Nothing moved,” said Ada Vaughn.⏎⏎The end.
        """);

    [Fact]
    public void Selections_are_nested_everywhere()
    {
        var file = IdeChecks.OpenArticle(Running.Replace("$$", "", StringComparison.Ordinal));
        for (int offset = 0; offset <= file.Text.Length; offset++)
        {
            var chain = QuoteTracker.Ide.Reading.Selections.At(file, offset);
            Assert.Equal(new TextSpan(0, file.Text.Length), chain[^1]);
            for (int i = 1; i < chain.Length; i++) Assert.True(chain[i].Contains(chain[i - 1]) && chain[i].Length > chain[i - 1].Length);
        }
    }
}
