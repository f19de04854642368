using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Workspace.Articles;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

/// <summary>The copy of Markdown, shown with <c>·</c> for what is not copy.</summary>
public class MarkdownCopyTests
{
    [Theory]
    [InlineData("# Ferry row #\n\nText.", "··Ferry row··\n\nText.")]
    [InlineData("Ferry row\n=========\nText.", "Ferry row\n·········\nText.")]
    [InlineData("One\ntwo.\n\nThree.", "One two.\n\nThree.")]
    [InlineData("One\r\ntwo.\r\n\r\nThree.", "One  two.\r\n\r\nThree.")]
    [InlineData("One\rtwo.\r\rThree.", "One two.\r\rThree.")]
    [InlineData("One  \ntwo\\\nthree", "One·· two· three")]
    [InlineData("She *really* said **no**.", "She ·really· said ··no··.")]
    [InlineData("***All** of it*", "···All·· of it·")]
    [InlineData("a_b_c and 2*3*4 = 24 or 5 * 6", "a_b_c and 2·3·4 = 24 or 5 * 6")]
    [InlineData("~~gone~~ here", "··gone·· here")]
    [InlineData("Use `x = \"y\"` now", "Use ········· now")]
    [InlineData("Use ``a\nb`` now", "Use ··· ··· now")]
    [InlineData("```js\nsay(\"hi\")\n```\nText", "·····\n·········\n···\nText")]
    [InlineData("Text\n\n    indented code\n\nText", "Text\n\n·················\n\nText")]
    [InlineData("See [the “report”](https://example.org \"A title\") now", "See ·the “report”································ now")]
    [InlineData("See [the report][r] and [r].\n\n[r]: https://example.org 'T'\n", "See ·the report···· and ·r·.\n\n····························\n")]
    [InlineData("![A “picture”](a.png) Text", "····················· Text")]
    [InlineData("<https://example.org> and https://example.org", "····················· and https://example.org")]
    [InlineData("- One\n- *Two*\n  more\n", "··One\n···Two· ··more\n")]
    [InlineData("1. One\n2. Two\n", "···One\n···Two\n")]
    [InlineData("- [ ] Call back\n- [x] Called\n", "····· Call back\n····· Called\n")]
    [InlineData("> “We knew,” she\n> said.\n\nText", "··“We knew,” she ··said.\n\nText")]
    [InlineData("> “We knew,” she\nsaid.\n", "··“We knew,” she said.\n")]
    [InlineData("> > Deep\n", "····Deep\n")]
    [InlineData("| Who | What |\n|-----|------|\n| Ada | “no” |\n", "· Who · What ·\n··············\n· Ada · “no” ·\n")]
    [InlineData("Text <b class=\"x\">bold</b> <!-- note --> end", "Text ·············bold···· ············· end")]
    [InlineData("<!-- quotetracker: ignore x: y -->\n\nText", "··································\n\nText")]
    [InlineData("<div class='a'>\nHe said so &amp; left.\n</div>\n\nText", "···············\nHe said so ····· left.\n······\n\nText")]
    [InlineData("> <div>\n> “No,” he\n> said.\n> </div>\n\nText", "·······\n··“No,” he\n··said.\n········\n\nText")]
    [InlineData("- <div>\n  He said.\n  </div>\n", "·······\n··He said.\n········\n")]
    [InlineData("<div>He said.</div>\n<p>So.</p>", "·····He said.······\n···So.····")]
    [InlineData("<p title=\"a>b\">He</p>", "···············He····")]
    [InlineData("<div class=\"never>He said.</div>", "··················He said.······")]
    [InlineData("<script>\nvar a = \"b\";\n</script>\nText", "········\n············\n·········\nText")]
    [InlineData("\\*Not\\* emphasis \\\"quoted\\\"", "·*Not·* emphasis ·\"quoted·\"")]
    [InlineData("Fish &amp; chips", "Fish ····· chips")]
    [InlineData("One[^1].\n\n[^1]: Two.\n", "One····.\n\n······Two.\n")]
    [InlineData("One\n\n---\n\nTwo", "One\n\n···\n\nTwo")]
    [InlineData("$5 and $6 {not} a: -- 'tag' #here 1) x", "$5 and $6 {not} a: -- 'tag' #here 1) x")]
    [InlineData("\"Quoted\" ‘text’ 𝒲ide é", "\"Quoted\" ‘text’ 𝒲ide é")]
    [InlineData("* “One\n\n  “two”\n", "··“One\n\n··“two”\n")]
    [InlineData("Tab\there\n\n\tcode", "Tab\there\n\n·····")]
    [InlineData("---\ntitle: “T”\ndate: 2026-11-22\n---\n# H\n", "···\n··········\n················\n···\n··H\n")]
    public void What_is_not_words_is_not_copy(string text, string copy)
    {
        var article = Read(text);
        Assert.Equal(copy, article.Copy.Replace(Article.NotCopy, '·'));
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("A.MD")]
    [InlineData("a.markdown")]
    public void The_extension_says_what_is_markdown(string path) =>
        Assert.NotEqual("*a*", ArticleReader.FromText(path, SourceText.From("*a*")).Article!.Copy);

    [Fact]
    public void Plain_text_is_copy_as_it_stands() => Assert.Equal("*a* # b", ArticleReader.FromText("a.txt", SourceText.From("*a* # b")).Article!.Copy);

    [Fact]
    public void What_is_nested_too_deeply_is_read_as_plain_text_and_said_so()
    {
        var text = new string('>', 20_000) + " “No,” she said.";
        var reading = ArticleReader.FromText("a.md", SourceText.From(text));
        Assert.Equal(text, reading.Article!.Copy);
        Assert.Equal(["QT0921"], reading.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Copy_never_shifts_whatever_the_text()
    {
        var pieces = new[]
        {
            "“We knew,” ", "she said. ", "*", "**", "_", "`", "```", "# ", "\n", "\n\n", "\r\n", "\r", "> ", "- ", "1. ", "[", "](", ")", "![", "<", ">", "<b>", "<!--", "-->",
            "|", "---", "\\", "&amp;", "&", "~~", "[^1]", ": ", "    ", "\t", "\0", "𝒲", "\uD800", "\uFFFD", "[x]: /u 'T'\n", "https://example.org ", "<div>\n", "\"", "'", "é",
            "+++", "===", "$", "{", "}", "title: x\n", "\u00A0", "\u2028", "  \n",
        };
        var texts = Gen.Elements(pieces).ListOf().Select(string.Concat);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var copy = Read(text).Copy;
            Assert.Equal(text.Length, copy.Length);
            for (var i = 0; i < copy.Length; i++)
            {
                var isLineBreak = text[i] is '\r' or '\n';
                Assert.True(copy[i] == text[i] || (isLineBreak ? copy[i] == ' ' : copy[i] == Article.NotCopy), $"at {i}: {(int)copy[i]:X4}");
            }
        }));
    }

    [Fact]
    public void Words_with_no_markup_are_all_copy()
    {
        var words = Gen.Elements("“We knew,”", "she", "said.", "(No", "2026", "ferries’", "𝒲ide", "café;", "it's").NonEmptyListOf().Select(list => string.Join(' ', list));
        var paragraphs = words.NonEmptyListOf();
        Prop.ForAll(paragraphs.ToArbitrary(), list =>
        {
            var text = string.Join("\n\n", list);
            Assert.Equal(text, Read(text).Copy);
        }).QuickCheckThrowOnFailure();
    }

    private static Article Read(string text) => ArticleReader.FromText("a.md", SourceText.From(text)).Article!;
}
