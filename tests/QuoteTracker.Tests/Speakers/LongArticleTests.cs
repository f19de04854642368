using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Speakers;

/// <summary>Each of these is a second of work where the time to find who speaks is linear in a paragraph and in an article, and minutes where it is not.</summary>
public sealed class LongArticleTests
{
    private const string Pair = "Ada Vaughn and Ida Lund said it was late.\n\n";

    private static readonly ArticleAnalyzer _analyzer = new(Registry.Empty);

    [Theory]
    [InlineData("Ada Vaughn went home and said it was late, adding that it rained. ", 6_000)]
    [InlineData("“It will cost more,” Ada Vaughn said. ", 3_000)]
    [InlineData("Ada Vaughn and Ida Lund said it was late. ", 10_000)]
    [InlineData("“It was late, I said,” Ada Vaughn said, adding that it rained.\n\n" + Pair, 10_000)]
    public void Who_speaks_in_a_long_paragraph_or_article_is_found_in_linear_time(string unit, int times)
    {
        string text = string.Concat(Enumerable.Repeat(unit, times));
        var model = _analyzer.Analyze(new Article("a.txt", text));
        Assert.True(model.Attributions.Length >= times - 1);
        Assert.InRange(model.Attributions.Count(static one => one.Speaker is null), 0, times / 100);
        // A key in the same paragraph, and one that changes nobody who is mentioned.
        var typed = new Article("a.txt", text.TrimEnd() + "..");
        Assert.Equal(model.Mentions.Length, _analyzer.Analyze(typed, _analyzer.Analyze(new Article("a.txt", text.TrimEnd() + "."), model)).Mentions.Length);
    }
}
