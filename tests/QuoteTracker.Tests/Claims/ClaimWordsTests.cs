using QuoteTracker.Core.Claims;
using Xunit;

namespace QuoteTracker.Tests.Claims;

public class ClaimWordsTests
{
    [Theory]
    [InlineData("We knew, he said", "we knew He SAID")]
    [InlineData("don't", "don’t")]
    [InlineData("forty-eight hours", "forty eight\n hours.")]
    [InlineData("“We knew,”", "We knew.")]
    [InlineData("No — never", "No, never!")]
    [InlineData("It cost £6.2m", "it cost £6.2m …")]
    [InlineData("We \uFFFE\uFFFEknew", "We knew")]
    public void Capitals_spacing_marks_and_stops_are_not_words(string one, string other)
    {
        Assert.True(ClaimWords.AreSame(one, other));
        Assert.Equal(ClaimWords.Hash(one), ClaimWords.Hash(other));
    }

    [Theory]
    [InlineData("We knew", "We know")]
    [InlineData("£5", "$5")]
    [InlineData("5%", "5")]
    [InlineData("1,140", "1 140")]
    [InlineData("We knew", "We knew?")]
    [InlineData("We knew", "We never knew")]
    [InlineData("its", "it's")]
    [InlineData("", "a")]
    public void What_is_read_aloud_is(string one, string other)
    {
        Assert.False(ClaimWords.AreSame(one, other));
        Assert.NotEqual(ClaimWords.Hash(one), ClaimWords.Hash(other));
    }

    [Fact]
    public void A_hash_is_the_same_on_every_machine() => Assert.Equal("26a079a67645aef2", ClaimWords.Hash("“We knew,” he said."));

    [Theory]
    [InlineData("fourteen people", "fifteen people", "fourteen>fifteen")]
    [InlineData("we never knew", "We knew", "never>")]
    [InlineData("we knew", "we, too, knew it", ">too|>it")]
    [InlineData("a b c", "x y", "a b c>x y")]
    [InlineData("", "x", ">x")]
    [InlineData("the same words", "The same, words", "")]
    public void A_change_is_told_word_by_word(string before, string now, string expected)
    {
        var changes = WordChange.Between(before, now);
        Assert.Equal(expected, string.Join('|', changes.Select(change => $"{change.Checked}>{change.Current}")));
        Assert.All(changes, change => Assert.Equal(change.Checked, before.Substring(change.CheckedSpan.Start, change.CheckedSpan.Length)));
        Assert.All(changes, change => Assert.Equal(change.Current, now.Substring(change.CurrentSpan.Start, change.CurrentSpan.Length)));
    }

    [Fact]
    public void A_change_of_half_a_book_does_not_take_the_day()
    {
        var before = string.Join(' ', Enumerable.Range(0, 20_000));
        var change = Assert.Single(WordChange.Between("start " + before + " end", "start " + string.Concat(before.Reverse()) + " end"));
        Assert.Equal(before, change.Checked);
    }
}
