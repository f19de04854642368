using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using Xunit;

namespace QuoteTracker.Tests.Claims;

/// <summary>The ledger's text: read, changed, and kept.</summary>
public class LedgerDocumentTests
{
    private const string Minimal = """{"id":"b","article":"a.txt","anchor":{"prefix":"","exact":"We knew","suffix":""}}""";

    private const string Full = """{"id":"a","article":"news/é.txt","anchor":{"prefix":"She said: “","exact":"We knew,\nall of us","suffix":"”","hash":"00"},"speaker":"vaughn","kind":"mixed","status":"disputed","source":{"path":"sources/x.vtt","locator":"00:12:31","hash":"ab"},"verdict":"edited","checkedBy":"Ann Lee","checkedOn":"2026-03-12","note":"Says \"no\" & <b>","history":[{"exact":"We know","status":"verified","source":{"url":"https://example.org/x","locator":null,"hash":null},"verdict":null,"checkedBy":"Bo","checkedOn":"2026-01-02","note":null}]}""";

    private static LedgerDocument Read(string text) => LedgerDocument.Read("claims.jsonl", SourceText.From(text));

    private static string With(string file, params Claim[] claims) => Encoding.UTF8.GetString(LedgerLines.With(Encoding.UTF8.GetBytes(file), claims));

    private static Claim Claim(string line) => Read(line).Claims.Single();

    [Fact]
    public void An_entry_is_read_and_written_as_it_was()
    {
        var claim = Claim(Full);
        Assert.Equal(("a", "news/é.txt", "We knew,\nall of us", "vaughn"), (claim.Id, claim.Article, claim.Anchor.Exact, claim.Speaker));
        Assert.Equal((AttributionKind.Mixed, ClaimStatus.Disputed, Verdict.Edited, new DateOnly(2026, 3, 12)), (claim.Kind, claim.Status, claim.Check.Verdict, claim.Check.CheckedOn));
        Assert.Equal(("sources/x.vtt", "00:12:31"), (claim.Check.Source!.Path, claim.Check.Source.Locator));
        Assert.Equal(("We know", "https://example.org/x"), (claim.History[0].Exact, claim.History[0].Check.Source!.Url));
        Assert.Equal(Full, Encoding.UTF8.GetString(ClaimWriter.Line(claim)));
    }

    [Fact]
    public void What_is_left_out_is_unchecked_and_unknown()
    {
        var claim = Claim(Minimal);
        Assert.Equal(ClaimStatus.Unchecked, claim.Status);
        Assert.Null(claim.Speaker);
        Assert.Null(claim.Kind);
        Assert.Null(claim.Check.Source);
    }

    [Theory]
    [InlineData("""{"id":"b","article":"a.txt","x":1,"anchor":{"exact":"We knew","y": [1, {"z":"\u00e9"}]},"source":{"path":"s.txt","page" : 1.0},"history":[{"w":true}], "v\u0041" : {"a":{}} }""")]
    public void Members_that_nobody_knows_survive_a_change(string line)
    {
        var written = With(line, Claim(line).With(new ClaimCheck { Status = ClaimStatus.Verified, Source = Claim(line).Check.Source }));
        foreach (var member in (string[])[""" "x":1""", """ "y": [1, {"z":"\u00e9"}]""", """ "page" : 1.0""", """ "w":true""", """ "v\u0041" : {"a":{}}"""])
            Assert.Contains(member.Trim(), written, StringComparison.Ordinal);
        Assert.Null(Read(written).Lines[0].Fault);
        Assert.Equal(written, With(written, Claim(written) with { Speaker = null }));
    }

    [Theory]
    [InlineData("nonsense", "not one JSON object", 1)]
    [InlineData("{\"id\":\"a\"", "not one JSON object", 9)]
    [InlineData("[]", "not one JSON object", 0)]
    [InlineData("{} {}", "not one JSON object", 3)]
    [InlineData("<<<<<<< HEAD", "not one JSON object", 0)]
    [InlineData("""{"article":"a","anchor":{"exact":"x"}}""", "no 'id'", 37)]
    [InlineData("""{"id":"a","article":"a","anchor":{}}""", "no 'exact'", 34)]
    [InlineData("""{"id":"é","article":"a","anchor":{"exact":"x"},"status":"done"}""", "'status' should be one of unchecked, verified", 56)]
    [InlineData("""{"id":"a","article":"a","anchor":{"exact":"x"},"checkedOn":"12.3.2026"}""", "'checkedOn' should be year-month-day", 59)]
    [InlineData("""{"id":"a","id":"b","article":"a","anchor":{"exact":"x"}}""", "'id' is given twice", 10)]
    [InlineData("""{"id":"a","article":"a","anchor":{"exact":"\ud83d"}}""", "letters are damaged", 42)]
    [InlineData("""{"id":7,"article":"a","anchor":{"exact":"x"}}""", "'id' should be text", 6)]
    [InlineData("""{"id":"a","article":"a","anchor":{"exact":"x"},"source":{}}""", "'source' should have a path or a url", 57)]
    public void A_line_that_is_no_entry_is_told_at_its_place_and_kept(string bad, string fault, int at)
    {
        var file = $"{bad}\n{Minimal}\n{bad}\n";
        var document = Read(file);

        Assert.Equal(["b"], document.Claims.Select(claim => claim.Id));
        var line = document.Lines[2];
        Assert.Contains(fault, line.Fault, StringComparison.Ordinal);
        Assert.Equal(at, line.FaultSpan.Start - line.Span.Start);
        var changed = With(file, Claim(Full), Claim(Minimal) with { Speaker = "x" });
        Assert.StartsWith($"{bad}\n{{\"id\":\"a\"", changed, StringComparison.Ordinal);
        Assert.EndsWith($"}}\n{bad}\n", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_cost_their_line_alone_and_stay()
    {
        byte[] bad = [.. "{\"id\":\"x\",\"article\":\""u8, 0xFF, 0x00, .. "\",\"anchor\":{\"exact\":\"é\"}}"u8];
        byte[] file = [.. Encoding.UTF8.Preamble, .. bad, (byte)'\n', .. Encoding.UTF8.GetBytes(Minimal)];
        var document = LedgerDocument.Read("claims.jsonl", file);

        Assert.Equal(["b"], document.Claims.Select(claim => claim.Id));
        Assert.NotNull(document.Lines[0].Fault);
        var changed = LedgerLines.With(file, [Claim(Full)]);
        Assert.True(changed.AsSpan().StartsWith([.. Encoding.UTF8.Preamble, .. bad, (byte)'\n']));
        Assert.Equal(["a", "b"], LedgerLines.ClaimsIn(changed).Select(claim => claim.Id));
    }

    [Fact]
    public void Entries_are_sorted_and_others_keep_their_bytes()
    {
        var spaced = Minimal.Replace(":", " : ", StringComparison.Ordinal);
        var written = With($"{spaced}\n", Claim(Minimal) with { Id = "c" }, Claim(Minimal) with { Id = "B" }, Claim(Full));
        Assert.Equal(["B", "a", "b", "c"], Read(written).Claims.Select(claim => claim.Id));
        Assert.Equal(spaced, written.Split('\n')[2]);
    }

    [Fact]
    public void A_file_of_Windows_stays_one()
    {
        var written = With($"{Full}\r\n", Claim(Minimal));
        Assert.Equal(2, written.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(written.Split("\r\n"), line => line.Contains('\n', StringComparison.Ordinal));
        Assert.Equal(["a", "b"], Read(written).Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void Of_two_entries_with_one_id_the_first_counts_and_both_stay()
    {
        var second = Minimal.Replace("We knew", "We know", StringComparison.Ordinal);
        var file = $"{Minimal}\n{second}\n";
        Assert.Equal("We knew", Claim(file).Anchor.Exact);
        Assert.EndsWith(second + "\n", With(file, Claim(file) with { Speaker = "x" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_found_where_they_stand()
    {
        var text = $"\n{Full}\n";
        var values = Read(text).Find("a")!.Values;
        Assert.Equal("\"a\"", At(values.Id));
        Assert.Equal("\"news/é.txt\"", At(values.Article));
        Assert.Equal("\"vaughn\"", At(values.Speaker));
        Assert.Equal("\"disputed\"", At(values.Status));
        Assert.Equal("\"sources/x.vtt\"", At(values.Source));
        Assert.Equal("\"ab\"", At(values.SourceHash));
        Assert.Equal("a", Read(text).LineAt(30)!.Claim!.Id);

        string At(TextSpan span) => text.Substring(span.Start, span.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Full + "\n")]
    [InlineData(Full + "\n" + Minimal)]
    [InlineData("x\r\n" + Full + "\r\n" + Minimal + "\r\n")]
    public void An_open_ledger_is_edited_in_whole_lines(string text)
    {
        Claim[] claims = [Claim(Minimal) with { Speaker = "x" }, Claim(Minimal) with { Id = "aa" }];
        var document = Read(text);
        var change = Assert.Single(document.ChangesFor(claims));
        Assert.Equal(With(text, claims), document.Text.WithChanges(change).ToString());
        Assert.True(change.Span.Start == 0 || text[change.Span.Start - 1] == '\n');
        if (text.StartsWith(Full, StringComparison.Ordinal)) Assert.True(change.Span.Start >= Full.Length);
        Assert.Empty(document.ChangesFor([]));
    }
}
