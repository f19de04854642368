using System.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Workspace.Articles;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public class HostileMarkdownTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("*a_ ")]
    [InlineData("a**b")]
    [InlineData("`")]
    [InlineData("` a ``")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<!--")]
    [InlineData("&")]
    [InlineData("|a")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[a](")]
    [InlineData("[^a]")]
    [InlineData("\\")]
    [InlineData("~~")]
    [InlineData("\n|-|\n|a|b")]
    [InlineData("[a]: b\n")]
    [InlineData("  -\n")]
    public void No_markup_repeated_takes_long(string markup)
    {
        var text = string.Concat(Enumerable.Repeat(markup, 200_000 / markup.Length));
        var clock = Stopwatch.StartNew();
        Assert.Equal(text.Length, ArticleReader.FromText("a.md", SourceText.From(text)).Article!.Copy.Length);
        // Squared, some of these took minutes; the bound leaves room for a busy machine.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
