using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.Claims;

/// <summary>The exports, against files that were read by a person. <c>QUOTETRACKER_UPDATE=1</c> writes them afresh.</summary>
public sealed partial class ClaimExportTests : IDisposable
{
    private readonly ClaimNewsroom _newsroom = new();

    public ClaimExportTests()
    {
        _newsroom.Verify();
        var vaughn = _newsroom.IdOf("toll");
        _newsroom.Claims("dispute", vaughn, "--note", "=1+1 \"so\" <i>she</i> says", "--by", "Bo & Co", "--on", "2026-03-15");
        _newsroom.Article = _newsroom.Article.Replace("14 bolts", "15 bolts", StringComparison.Ordinal);
        _newsroom.Write("claims.jsonl", _newsroom.Ledger + """
            {"id":"zz-ferry","article":"news/bridge.txt","anchor":{"prefix":"","exact":"The ferry will run at night from Monday on,","suffix":"” Vaughn said."},"speaker":"vaughn","kind":"direct","status":"corrected","source":{"url":"https://example.org/ferry?a=1&b=2","locator":"page 3","hash":null},"verdict":null,"checkedBy":"Ann Lee","checkedOn":"2026-03-16","note":"Had said “until midnight”."}

            """);
    }

    public void Dispose() => _newsroom.Dispose();

    [Theory]
    [InlineData("csv", "claims.csv")]
    [InlineData("html", "report.html")]
    [InlineData("claimreview", "reviews.json")]
    [InlineData("markdown", "draft.md")]
    public void An_export_is_as_it_was_read(string format, string golden)
    {
        var run = _newsroom.Claims("export", "--format", format, "-o", "out/" + golden);
        Assert.Equal(2, run.ExitCode);
        Directory.CreateDirectory(_newsroom.PathOf("out"));
        run = _newsroom.Claims("export", "--format", format, "-o", "out/" + golden);
        Assert.Equal(0, run.ExitCode);
        // The folder of a test and the day it runs on are another each time.
        var written = Today().Replace(File.ReadAllText(_newsroom.PathOf("out/" + golden)).Replace(Path.GetFileName(_newsroom.Root), "NEWSROOM", StringComparison.Ordinal), "NEWSROOM, DAY.");
        var path = Path.Combine(RepositoryFolder.Root, "tests/QuoteTracker.EndToEnd.Tests/Claims/Goldens", golden);
        if (Environment.GetEnvironmentVariable("QUOTETRACKER_UPDATE") == "1") File.WriteAllText(path, written);
        Assert.Equal(File.ReadAllText(path), written);
        Assert.Equal(run.OutputBytes, _newsroom.Claims("export", "--format", format, "-o", "again").OutputBytes);
    }

    [Fact]
    public void The_report_is_one_file_in_which_strangers_words_are_nothing_but_text()
    {
        _newsroom.Article = _newsroom.Article.Replace("Bridge shut for good", "<img src=x onerror=alert(1)> '\"&", StringComparison.Ordinal);
        var html = _newsroom.Claims("export", "--format", "html").Output;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)\\s(src|on[a-z]+)\\s*=", string.Concat(Tags().Matches(html).Select(tag => tag.Value)));
        Assert.Contains("default-src 'none'; style-src 'sha256-", html, StringComparison.Ordinal);
        // Every element is closed and every attribute quoted: it reads as XML, but for the void elements of the head.
        var page = XDocument.Parse(VoidElements().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "$0</meta>"));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.Descendants("a").Attributes("href"), href => Assert.True(href.Value.StartsWith("https://", StringComparison.Ordinal) || ids.Contains(href.Value[1..]), href.Value));
        Assert.Contains("<img src=x onerror=alert(1)> '\"&", page.Descendants("p").Select(paragraph => paragraph.Value));
    }

    [Fact]
    public void The_report_shows_what_was_added_to_a_checked_quotation()
    {
        _newsroom.Article = _newsroom.Article.Replace("15 bolts", "14 bolts", StringComparison.Ordinal) + "\n\n“Somebody should have counted them long before.”\n";
        Assert.Contains("<span class=\"mark unchecked\">“Somebody should have counted them long before.”</span>", _newsroom.Claims("export", "--format", "html").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Not checked</span>", _newsroom.Claims("export", "--format", "html", "--recorded").Output.Split("</header>")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_RFC_4180_and_starts_no_formula()
    {
        var csv = _newsroom.Claims("export", "--format", "csv").Output;
        var rows = Rows(csv);
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Contains(rows, row => row[^1] == "'=1+1 \"so\" <i>she</i> says");
        Assert.All(rows.SelectMany(row => row), cell => Assert.False(cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@', cell));
    }

    [Fact]
    public void Only_published_checks_are_claim_reviews()
    {
        var reviews = JsonDocument.Parse(_newsroom.Claims("export", "--format", "claimreview").Output).RootElement.GetProperty("@graph");
        Assert.Equal(["Corrected", "Disputed"], reviews.EnumerateArray().Select(review => review.GetProperty("reviewRating").GetProperty("alternateName").GetString()).Order());
        _newsroom.Article = _newsroom.Article.Replace("url: https://example.org/news/bridge\n", "", StringComparison.Ordinal);
        var none = _newsroom.Claims("export", "--format", "claimreview");
        Assert.Equal(0, JsonDocument.Parse(none.Output).RootElement.GetProperty("@graph").GetArrayLength());
        Assert.Contains("0 of 3 claims are published checks", none.Error, StringComparison.Ordinal);
    }

    /// <summary>As RFC 4180 reads it.</summary>
    private static List<List<string>> Rows(string csv)
    {
        var rows = new List<List<string>> { new() };
        foreach (Match cell in Cell().Matches(csv))
        {
            var text = cell.Groups["quoted"].Success ? cell.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups["plain"].Value;
            rows[^1].Add(text);
            if (cell.Groups["end"].Value == "\r\n") rows.Add([]);
        }
        Assert.Empty(rows[^1]);
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    [GeneratedRegex("\\G(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^\",\r\n]*))(?<end>,|\r\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    [GeneratedRegex(@"NEWSROOM, [0-9]{4}-[0-9]{2}-[0-9]{2}\.", RegexOptions.CultureInvariant)]
    private static partial Regex Today();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex("<meta [^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex VoidElements();
}
