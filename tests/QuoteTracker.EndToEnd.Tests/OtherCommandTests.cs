using System.Text.Json;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

public sealed class OtherCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private RunResult Run(params string[] arguments) => QuoteTrackerProcess.Run(_folder.Root, arguments);

    [Fact]
    public void Rules_as_a_table_and_as_json()
    {
        var rules = JsonDocument.Parse(Run("rules", "--format", "json").Output).RootElement.EnumerateArray().ToList();
        var table = Run("rules").Output;
        Assert.All(rules, rule => Assert.Contains(rule.GetProperty("name").GetString()!, table, StringComparison.Ordinal));
        var mismatched = rules.Single(rule => rule.GetProperty("id").GetString() == "QT0102");
        Assert.True(mismatched.GetProperty("fixable").GetBoolean());
        Assert.Equal("warning", mismatched.GetProperty("default").GetString());
    }

    [Fact]
    public void Every_rule_has_its_page_by_name_and_by_id()
    {
        foreach (var rule in JsonDocument.Parse(Run("rules", "--format", "json").Output).RootElement.EnumerateArray().Take(6))
        {
            var byName = Run("explain", rule.GetProperty("name").GetString()!);
            Assert.Equal(0, byName.ExitCode);
            Assert.StartsWith(rule.GetProperty("name").GetString(), byName.Output, StringComparison.Ordinal);
            Assert.Equal(byName.Output, Run("explain", rule.GetProperty("id").GetString()!.ToLowerInvariant()).Output);
            Assert.Equal(byName.Output, Run("explain", rule.GetProperty("name").GetString()!.ToUpperInvariant()).Output);
            Assert.DoesNotContain("{|", byName.Output, StringComparison.Ordinal);
        }
        Assert.Equal(2, Run("explain", "no-such-rule").ExitCode);
    }

    [Fact]
    public void Init_writes_both_files_once()
    {
        _folder.Write("story.txt", "“The ferry will sail on Monday,” Mayor Ada Vaughn said. “It will be on time,” Vaughn said.\n");

        var first = Run("init");
        var speakers = _folder.Read("speakers.yaml");
        _folder.Write("speakers.yaml", "speakers: []\n");
        var second = Run("init");

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("name: Ada Vaughn", speakers, StringComparison.Ordinal);
        Assert.Equal(2, second.ExitCode);
        Assert.Equal("speakers: []\n", _folder.Read("speakers.yaml"));
        Assert.Equal(0, Run("init", "--force").ExitCode);
        Assert.Equal(speakers, _folder.Read("speakers.yaml"));
        Assert.Equal(0, Run("lint", ".", "--select", "QT09,QT031").ExitCode);
    }

    [Theory]
    [InlineData("Did you mean 'lint'?", "lnit", "articles")]
    [InlineData("Did you mean 'extract'?", "extrct")]
    [InlineData("Did you mean 'status'?", "claims", "satus")]
    [InlineData("Did you mean '--format'?", "lint", "--frmat", "json")]
    [InlineData("Did you mean 'unattributed-quotation'?", "explain", "unatributed-quotation")]
    [InlineData("--status", "claims", "list", "--status")]
    [InlineData("--format", "lint", "--statistics", "--format")]
    [InlineData("-o", "lint", "--watch", "-o")]
    [InlineData("--newsroom", "extract", "--newsroom")]
    [InlineData("--socket takes a number from 1 to 65535.", "serve", "--socket", "abc")]
    [InlineData("--socket", "serve", "--socket")]
    [InlineData("--jobs takes a number from 1 to 256.", "lint", "--jobs", "many")]
    [InlineData("--jobs takes a number from 1 to 256.", "lint", "--jobs", "0")]
    [InlineData("give - as the path", "lint", "--stdin-filename", "story.md")]
    [InlineData("--older-than takes a number", "claims", "list", "--older-than", "-1")]
    public void A_slip_on_the_command_line_is_told_in_words(string told, params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_name_alone_says_what_there_is()
    {
        Assert.Contains("explain <rule>", Run().Output, StringComparison.Ordinal);
        Assert.Contains("verify <path or id>", Run("claims").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run().ExitCode);
    }

    [Fact]
    public void Help_and_version()
    {
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+\n$", Run("--version").Output);
        foreach (var command in (string[])["lint", "extract", "init", "explain"])
            Assert.Contains("Examples:", Run(command, "--help").Output, StringComparison.Ordinal);
    }
}
