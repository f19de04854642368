using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Formats;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.Parts;

public sealed class SourceExcerptTests
{
    private static SourceExcerpt Of(string text, string words, int width = 80) =>
        SourceExcerpt.Of(SourceText.From(text), new TextSpan(text.IndexOf(words, StringComparison.Ordinal), words.Length), width);

    [Theory]
    [InlineData("She said yes.", "yes", 9, 3)]
    [InlineData("\tShe said yes.", "yes", 13, 3)]
    [InlineData("ab\tyes", "yes", 4, 3)]
    [InlineData("東京 yes", "yes", 5, 3)]
    [InlineData("cafe\u0301 yes", "yes", 5, 3)]
    [InlineData("👩‍👩‍👧 yes", "yes", 3, 3)]
    [InlineData("👍🏽🇳🇿❤️ yes", "yes", 7, 3)]
    [InlineData("“Aye” yes", "“Aye”", 0, 5)]
    [InlineData("a 東京 b", "東京", 2, 4)]
    [InlineData("a\e[31m yes", "yes", 7, 3)]
    public void The_underline_counts_cells(string text, string words, int start, int length)
    {
        var excerpt = Of(text, words);
        Assert.Equal((start, length), (excerpt.UnderlineStart, excerpt.UnderlineLength));
    }

    [Fact]
    public void Control_characters_are_shown_as_signs()
    {
        Assert.Equal("a␛[31m\uFFFD <U+202E>yes", Of("a\e[31m\uD800 \u202Eyes", "yes").Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(999_900)]
    public void A_line_like_a_book_is_cut_around_the_finding(int at)
    {
        var text = string.Concat(Enumerable.Repeat("0123456789", 100_000)).Remove(at, 3).Insert(at, "yes");
        var excerpt = Of(text, "yes", 60);
        Assert.True(excerpt.Text.Length <= 60, excerpt.Text);
        Assert.Equal("yes", excerpt.Text.Substring(excerpt.UnderlineStart, excerpt.UnderlineLength));
        Assert.Equal(at > 100, excerpt.Text.StartsWith('…'));
    }

    [Fact]
    public void A_finding_at_the_end_of_the_text_has_an_underline()
    {
        var excerpt = SourceExcerpt.Of(SourceText.From("“Yes"), new TextSpan(4, 0), 80);
        Assert.Equal((4, 1), (excerpt.UnderlineStart, excerpt.UnderlineLength));
    }

    [Fact]
    public void A_finding_over_several_lines_names_the_last()
    {
        var excerpt = SourceExcerpt.Of(SourceText.From("one\n“two\nthree\nfour”"), new TextSpan(4, 15), 80);
        Assert.Equal((1, "“two", 0, 4, 3), (excerpt.Line, excerpt.Text, excerpt.UnderlineStart, excerpt.UnderlineLength, excerpt.LastLine));
    }
}
