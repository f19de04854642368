using System.Text.Json;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.Claims;

/// <summary><c>quotetracker claims</c> as a fact-checker uses it.</summary>
public sealed class ClaimsTests : IDisposable
{
    private readonly ClaimNewsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void Verify_records_what_the_sources_have_word_for_word_and_nothing_else()
    {
        var run = _newsroom.Claims("verify", "news", "--on", "2026-03-13");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("2 of 4 quotations stand in the sources word for word; 2 entries of claims.jsonl written.\n", run.Output);
        var entries = _newsroom.LedgerLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["vaughn", "orr"], entries.Select(entry => entry.GetProperty("speaker").GetString()).OrderDescending());
        foreach (var entry in entries)
        {
            Assert.Equal("news/bridge.txt", entry.GetProperty("article").GetString());
            Assert.Equal("verified", entry.GetProperty("status").GetString());
            Assert.Equal("sources/council.vtt", entry.GetProperty("source").GetProperty("path").GetString());
            Assert.Equal(64, entry.GetProperty("source").GetProperty("hash").GetString()!.Length);
            Assert.Equal("2026-03-13", entry.GetProperty("checkedOn").GetString());
        }
        Assert.Contains("00:02:10", _newsroom.LedgerLines.Single(line => line.Contains("bolts", StringComparison.Ordinal)), StringComparison.Ordinal);

        var ledger = _newsroom.Ledger;
        _newsroom.Claims("verify", "news", "--on", "2026-04-01");
        Assert.Equal(ledger, _newsroom.Ledger);
    }

    [Fact]
    public void A_check_survives_edits_around_the_words_and_a_new_name_of_the_article()
    {
        _newsroom.Verify();
        _newsroom.Article = _newsroom.Article.Replace("Bridge shut for good\n\n", "", StringComparison.Ordinal).Replace("Orr recalled", "the engineer Orr recalled later", StringComparison.Ordinal);
        File.Move(_newsroom.PathOf("news/bridge.txt"), _newsroom.PathOf("news/crossing.txt"));

        Assert.Equal(0, _newsroom.Claims("status").ExitCode);
        var linted = _newsroom.Run("lint", "--severity", "hint").Output;
        Assert.DoesNotContain("stale-check", linted, StringComparison.Ordinal);
        Assert.DoesNotContain("lost-claim", linted, StringComparison.Ordinal);
        Assert.Contains("news/crossing.txt:", _newsroom.Claims("show", _newsroom.IdOf("bolts")).Output, StringComparison.Ordinal);

        Assert.Equal(0, _newsroom.Claims("verify", "news").ExitCode);
        Assert.All(_newsroom.LedgerLines, line => Assert.Contains("\"article\":\"news/crossing.txt\"", line, StringComparison.Ordinal));
        Assert.Equal(2, _newsroom.LedgerLines.Length);
    }

    [Fact]
    public void Words_that_change_make_a_check_stale_and_a_new_check_keeps_the_old_one()
    {
        _newsroom.Verify();
        var id = _newsroom.IdOf("bolts");
        _newsroom.Article = _newsroom.Article.Replace("14 bolts", "15 bolts", StringComparison.Ordinal);

        var status = _newsroom.Claims("status");
        Assert.Equal(1, status.ExitCode);
        Assert.Contains($"{id}  news/bridge.txt:14  verified, but “14” is now “15”", status.Output, StringComparison.Ordinal);
        Assert.Contains("QT0405 stale-check", _newsroom.Run("lint", "--select", "QT0405").Output, StringComparison.Ordinal);

        var run = _newsroom.Claims("verify", id, "--by", "Ann Lee", "--on", "2026-03-14", "--source", "sources/council.vtt", "--locator", "00:02:10", "--note", "He miscounted on the day; she rang him.");
        Assert.Equal($"{id}: verified by Ann Lee on 2026-03-14\n", run.Output);
        Assert.Equal(0, _newsroom.Claims("status").ExitCode);
        var shown = _newsroom.Claims("show", id).Output;
        Assert.Contains("We counted 15 bolts", shown, StringComparison.Ordinal);
        Assert.Contains("before:   verified by quotetracker on 2026-03-13", shown, StringComparison.Ordinal);
        Assert.Contains("We counted 14 bolts", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_are_gone_from_their_article_are_told_at_their_line_of_the_ledger()
    {
        _newsroom.Verify();
        Assert.DoesNotContain("QT0414", _newsroom.Run("lint").Output, StringComparison.Ordinal);
        _newsroom.Article = string.Join("\n\n", _newsroom.Article.Split("\n\n").Where(paragraph => !paragraph.Contains("bolts", StringComparison.Ordinal)));

        var run = _newsroom.Run("lint");
        var lost = Assert.Single(run.OutputLines, line => line.Contains("QT0414 lost-claim", StringComparison.Ordinal));
        int line = Array.FindIndex(_newsroom.LedgerLines, entry => entry.Contains("bolts", StringComparison.Ordinal)) + 1;
        Assert.StartsWith($"claims.jsonl:{line}:", lost, StringComparison.Ordinal);
        Assert.Contains("These words stand nowhere in news/bridge.txt", run.Output, StringComparison.Ordinal);
        // One article is as good as all, and another one says nothing of it.
        Assert.Contains("QT0414", _newsroom.Run("lint", "news/bridge.txt").Output, StringComparison.Ordinal);
        _newsroom.Write("news/other.txt", "Nothing was said.\n");
        Assert.DoesNotContain("QT0414", _newsroom.Run("lint", "news/other.txt").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_and_status_agree_on_what_an_article_lost_with_its_name()
    {
        _newsroom.Verify();
        var other = _newsroom.Write("news/other.txt", "Nothing was said.\n");
        // Half of it goes to another article, the rest is cut.
        var toll = _newsroom.Article.Split("\n\n").Where(paragraph => !paragraph.Contains("bolts", StringComparison.Ordinal));
        _newsroom.Write("news/crossing.txt", string.Join("\n\n", toll));
        File.Delete(_newsroom.PathOf("news/bridge.txt"));
        int cut = Array.FindIndex(_newsroom.LedgerLines, entry => entry.Contains("bolts", StringComparison.Ordinal)) + 1;

        var lost = Assert.Single(_newsroom.Run("lint").OutputLines, line => line.Contains("lost-claim", StringComparison.Ordinal));
        Assert.StartsWith($"claims.jsonl:{cut}:", lost, StringComparison.Ordinal);
        var status = JsonDocument.Parse(_newsroom.Claims("status", "--format", "json").Output).RootElement;
        Assert.Equal(_newsroom.IdOf("bolts"), Assert.Single(status.GetProperty("lost").EnumerateArray()).GetProperty("id").GetString());

        // All that there are is enough, however they are named; of some nobody can tell.
        Assert.Contains("lost-claim", _newsroom.Run("lint", "news").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lost-claim", _newsroom.Run("lint", other).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lost-claim", _newsroom.Run("lint", "claims.jsonl").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_changed_makes_its_checks_stale()
    {
        _newsroom.Verify();
        _newsroom.Write("sources/council.vtt", File.ReadAllText(_newsroom.PathOf("sources/council.vtt")).Replace("fourteen", "forty", StringComparison.Ordinal));
        var status = _newsroom.Claims("status");
        Assert.Equal(1, status.ExitCode);
        Assert.Contains("verified, but sources/council.vtt has changed", status.Output, StringComparison.Ordinal);
        Assert.Contains("claims.jsonl:1:", _newsroom.Run("lint", "--select", "QT0405").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubt_is_recorded_with_its_reason_and_lint_warns_of_it()
    {
        _newsroom.Verify();
        var id = _newsroom.IdOf("toll");
        Assert.Equal(2, _newsroom.Claims("dispute", id).ExitCode);

        Assert.Equal(0, _newsroom.Claims("dispute", id, "--note", "She says it was \u001b[31mnever\u001b[0m said.", "--by", "Bo", "--on", "2026-03-15").ExitCode);

        var finding = _newsroom.Run("lint", "--select", "QT0404").Output;
        Assert.Contains("The ledger has this as disputed by Bo on 2026-03-15", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", finding + _newsroom.Claims("show", id).Output + _newsroom.Claims("list").Output, StringComparison.Ordinal);
        Assert.Equal(0, _newsroom.Claims("verify", "news").ExitCode);
        Assert.Contains("\"status\":\"disputed\"", _newsroom.LedgerLines.Single(line => line.Contains(id, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void List_filters_and_gives_the_ledgers_own_lines()
    {
        _newsroom.Verify();
        Assert.Equal(_newsroom.Ledger, _newsroom.Claims("list", "--format", "jsonl").Output);
        Assert.Contains("bolts", Assert.Single(_newsroom.Claims("list", "--format", "jsonl", "--speaker", "Cy Orr").OutputLines), StringComparison.Ordinal);
        Assert.Single(_newsroom.Claims("list", "--format", "jsonl", "--speaker", "orr").OutputLines);
        Assert.Empty(_newsroom.Claims("list", "--format", "jsonl", "--status", "disputed,unchecked").OutputLines);
        Assert.Equal(2, _newsroom.Claims("list", "--format", "jsonl", "--article", "news", "--older-than", "30").OutputLines.Length);
        Assert.Empty(_newsroom.Claims("list", "--format", "jsonl", "--article", "features").OutputLines);
        Assert.Empty(_newsroom.Claims("list", "--format", "jsonl", "--newer-than", "0").OutputLines);
        Assert.Equal("No claims.\n", _newsroom.Claims("list", "--status", "retracted").Output);
        Assert.Equal(2, _newsroom.Claims("list", "--status", "done").ExitCode);
        var table = _newsroom.Claims("list").Output;
        Assert.Contains("Cy Orr", table, StringComparison.Ordinal);
        Assert.Contains("2026-03-13, quotetracker", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_told_and_kept()
    {
        _newsroom.Write("claims.jsonl", "<<<<<<< mine\n");
        var run = _newsroom.Claims("verify", "news");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("claims.jsonl:1: This line of the ledger cannot be read", run.Error, StringComparison.Ordinal);
        Assert.Equal("<<<<<<< mine", _newsroom.LedgerLines[0]);
        Assert.Equal(3, _newsroom.LedgerLines.Length);
    }

    [Fact]
    public void A_newsroom_inside_has_a_ledger_of_its_own()
    {
        _newsroom.Write("news/valley/quotetracker.yaml", "");
        _newsroom.Write("news/valley/a.txt", "“We looked at the bill twice, and it only grew,” Ada Vaughn said.");
        var run = _newsroom.Claims("verify", "news");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("news/valley is a newsroom of its own", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _newsroom.LedgerLines.Length);
    }

    [Theory]
    [InlineData("show", "nobody-00000000")]
    [InlineData("verify", "nobody-00000000")]
    [InlineData("verify", "missing.txt")]
    [InlineData("list", "--newsroom", "nowhere")]
    [InlineData("list", "--older-than", "-1")]
    [InlineData("verify", "news", "--on", "yesterday")]
    [InlineData("export", "--format", "pdf")]
    public void What_cannot_be_done_is_told(params string[] arguments)
    {
        var run = _newsroom.Claims(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void Without_a_ledger_there_are_no_claims_and_no_hints()
    {
        Assert.Equal("No claims.\n", _newsroom.Claims("list").Output);
        Assert.Equal("0 claims in claims.jsonl\n", _newsroom.Claims("status").Output);
        Assert.DoesNotContain("unchecked-claim", _newsroom.Run("lint", "--severity", "hint").Output, StringComparison.Ordinal);
        _newsroom.Write("claims.jsonl", "");
        Assert.Equal(4, _newsroom.Run("lint", "--severity", "hint", "--select", "unchecked-claim").Output.Split("QT0403 unchecked-claim").Length - 1);
    }
}
