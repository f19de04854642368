using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;
using Xunit;

namespace QuoteTracker.Tests.Text;

public sealed class ParagraphSplitterTests
{
    private static string[] Split(string copy) => [.. ParagraphSplitter.Split(copy).Select(span => copy.Substring(span.Start, span.Length))];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\n\n \n")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    public void A_line_break_of_any_kind_ends_a_paragraph(string lineBreak) =>
        Assert.Equal(["The vote is on Monday.", "Nobody knows who will win."], Split($"The vote is on Monday.{lineBreak}Nobody knows who will win."));

    [Fact]
    public void Blank_lines_and_the_white_space_around_a_line_are_left_out() =>
        Assert.Equal(["One", "Two  words", "Three"], Split("\uFEFF\n  One \n\n\t\n\u00A0Two  words\u00A0\r\n\uFFFE\uFFFE\nThree"));

    [Fact]
    public void What_is_not_copy_is_left_out_at_a_paragraphs_edges_alone() =>
        Assert.Equal(["“We\uFFFE knew,” she said."], Split($"{Article.NotCopy}{Article.NotCopy}“We{Article.NotCopy} knew,” she said.{Article.NotCopy}"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n \t\uFFFE")]
    public void Text_without_copy_has_no_paragraphs(string copy) => Assert.Empty(Split(copy));

    [Fact]
    public void Lines_of_hard_wrapped_copy_are_joined()
    {
        const string copy = """
            HARBOUR TOWN (Wire) -- The ferry company that serves the three outer
            islands will stop its night crossings from the first of June, and its
            owners said on Friday that the money the county had promised for new
            engines never came.

            "We have kept the old boats running for six years on nothing at all,
            and that is over now," said Ruth Amsel, who heads the company. "There
            is no more to it than that."

            The county said it would answer within a week. Its budget for the year
            has been overdrawn since March.
            """;
        var paragraphs = Split(copy);
        Assert.Equal(3, paragraphs.Length);
        Assert.StartsWith("\"We have kept", paragraphs[1], StringComparison.Ordinal);
        Assert.EndsWith("than that.\"", paragraphs[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Hard_wrapped_copy_marks_paragraphs_by_indents_where_it_has_no_blank_lines()
    {
        const string copy =
            "   The ferry company that serves the three outer islands will stop its\n" +
            "night crossings from the first of June, and its owners said on Friday\n" +
            "that the money the county had promised for new engines never came in\n" +
            "the way that was agreed on paper and signed by all those who sat there\n" +
            "   The county said it would answer within a week, and that its budget\n" +
            "for the year has been overdrawn since March because of the two storms\n" +
            "that took the northern pier.\n";
        Assert.Equal(2, Split(copy).Length);
    }

    [Fact]
    public void A_short_line_of_hard_wrapped_copy_ends_its_paragraph()
    {
        const string copy =
            "The ferry company that serves the three outer islands will stop its\n" +
            "night crossings from the first of June, and its owners said on Friday\n" +
            "that the money never came.\n" +
            "The county said it would answer within a week, and that its budget for\n" +
            "the year has been overdrawn since March because of the two storms that\n" +
            "took the northern pier.\n";
        Assert.Equal(2, Split(copy).Length);
    }

    [Fact]
    public void Lines_that_only_happen_to_be_short_stay_paragraphs()
    {
        const string list = "Soup of the day\nbread and butter\ncold cuts and cheese\nfish from the harbour\nice cream\ncoffee or tea\nhome-made cake\n";
        Assert.Equal(7, Split(list).Length);
        const string tabloid =
            "The council closed the pool on Friday after the roof let in rain again.\n" +
            "Swimmers were told at the door.\n" +
            "“We stood there in our trunks,” said one of them, who gave no name.\n" +
            "The council’s leader said the roof would be mended by the autumn at last.\n" +
            "Nobody believes her.\n" +
            "It is the fourth time in two years that the pool has had to be closed.\n";
        Assert.Equal(6, Split(tabloid).Length);
    }

    [Fact]
    public void Long_lines_are_never_joined()
    {
        string line = string.Concat(Enumerable.Repeat("and so the meeting went on ", 12)).Trim();
        Assert.Equal(6, Split(string.Join('\n', Enumerable.Repeat(line, 6))).Length);
    }

    [Fact]
    public void Paragraphs_are_in_order_within_the_text_and_hold_all_its_copy()
    {
        var copies = Gen.Elements("word", "A sentence that goes on for some length and", "ends.", " ", "   ", "\n", "\n", "\r\n", "\r", "\n\n", "\u2029", "\uFFFE", "\U0001F600")
            .ListOf().Select(string.Concat);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(copies.ToArbitrary(), copy =>
        {
            int end = 0;
            foreach (var span in ParagraphSplitter.Split(copy))
            {
                Assert.True(IsBlank(copy[end..span.Start]));
                Assert.False(IsBlank(copy.Substring(span.Start, 1)) || IsBlank(copy.Substring(span.End - 1, 1)));
                end = span.End;
            }
            Assert.True(IsBlank(copy[end..]));
        }));

        static bool IsBlank(string text) => text.All(c => c == Article.NotCopy || char.IsWhiteSpace(c));
    }
}
