using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Fixing;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.Parts;

public sealed class UnifiedDiffTests
{
    private static string DiffOf(string path, string before, string after) =>
        Encoding.UTF8.GetString(UnifiedDiff.BytesOf(path, SourceText.From(before), SourceText.From(after)));

    [Fact]
    public void A_terminal_is_not_steered() =>
        Assert.Equal(
            "--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-one\t␛[31m\n+two\t␛[31m\n",
            UnifiedDiff.ToShow("a.txt", SourceText.From("one\t\e[31m\r\n"), SourceText.From("two\t\e[31m\r\n")));

    [Fact]
    public void Nothing_for_the_same() => Assert.Equal("", DiffOf("a.txt", "one\n", "one\n"));

    [Fact]
    public void Changes_far_apart_are_hunks_of_their_own()
    {
        var before = string.Concat(Enumerable.Range(1, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}\n")));
        var after = before.Replace("line 4\n", "line four\nand a half\n", StringComparison.Ordinal).Replace("line 25\n", "", StringComparison.Ordinal);
        Assert.Equal(
            """
            --- a/a.txt
            +++ b/a.txt
            @@ -1,7 +1,8 @@
             line 1
             line 2
             line 3
            -line 4
            +line four
            +and a half
             line 5
             line 6
             line 7
            @@ -22,7 +23,6 @@
             line 22
             line 23
             line 24
            -line 25
             line 26
             line 27
             line 28

            """,
            DiffOf("a.txt", before, after));
    }

    [Fact]
    public void A_last_line_without_an_end_says_so() =>
        Assert.Equal("--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-one\n\\ No newline at end of file\n+two\n\\ No newline at end of file\n", DiffOf("a.txt", "one", "two"));

    [Fact]
    public void Line_breaks_stay_as_they_are() =>
        Assert.Equal("--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n one\r\n-two\r\n+too\r\n", DiffOf("a.txt", "one\r\ntwo\r\n", "one\r\ntoo\r\n"));
}
