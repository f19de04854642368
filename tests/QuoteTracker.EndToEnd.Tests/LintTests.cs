using System.Text;
using System.Text.Json;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

public sealed class LintTests : IDisposable
{
    /// <summary>Opens with a single mark and closes with a double one: QT0102, which --fix mends.</summary>
    private const string Mismatched = "Mayor Ada Vaughn said: “The ferry will sail on Monday,\" and left the hall.\n";

    private const string Clean = "Mayor Ada Vaughn said, “The ferry will sail on Monday.”\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private RunResult Lint(params string[] arguments) => QuoteTrackerProcess.Run(_folder.Root, ["lint", .. arguments]);

    private static List<JsonElement> Findings(RunResult run) => [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];

    private static string Rule(JsonElement finding) => finding.GetProperty("rule").GetString()!;

    [Fact]
    public void Text_shows_the_line_the_words_and_the_fault()
    {
        _folder.Write("story.txt", Mismatched);

        var run = Lint("story.txt", "--select", "QT0102");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("story.txt:1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning QT0102 mismatched-quotation-marks\n", run.Output, StringComparison.Ordinal);
        var lines = run.Output.Split('\n');
        var source = Array.FindIndex(lines, line => line.StartsWith("1 | ", StringComparison.Ordinal));
        var underline = lines[source + 1].IndexOf('^', StringComparison.Ordinal);
        Assert.Contains(lines[source][underline], "“\"");
        Assert.Contains("  fix: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public void A_clean_article_ends_with_zero()
    {
        _folder.Write("story.txt", Clean);
        Assert.Equal(0, Lint("story.txt", "--select", "QT01").ExitCode);
    }

    [Fact]
    public void The_severity_shown_is_the_severity_that_counts()
    {
        _folder.Write("empty.txt", "");
        Assert.Equal(0, Lint("empty.txt").ExitCode);
        Assert.Contains("empty-file", Lint("empty.txt").Output, StringComparison.Ordinal);
        Assert.Equal(1, Lint("empty.txt", "--severity", "info").ExitCode);
        Assert.DoesNotContain("empty-file", Lint("empty.txt", "--severity", "error").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fix_mends_once_and_for_all()
    {
        _folder.Write("story.txt", Mismatched);

        var first = Lint("story.txt", "--fix", "--select", "QT0102");
        var mended = _folder.Read("story.txt");
        var second = Lint("story.txt", "--fix", "--select", "QT0102");

        Assert.Equal(0, first.ExitCode);
        Assert.NotEqual(Mismatched, mended);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(mended, _folder.Read("story.txt"));
    }

    [Fact]
    public void Diff_shows_what_fix_would_write_and_writes_nothing()
    {
        _folder.Write("story.txt", "First line.\n\n" + Mismatched);

        var run = Lint("story.txt", "--diff", "--select", "QT0102");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("--- a/story.txt\n+++ b/story.txt\n@@ -1,3 +1,3 @@\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n-" + Mismatched, run.Output, StringComparison.Ordinal);
        Assert.Equal("First line.\n\n" + Mismatched, _folder.Read("story.txt"));
    }

    [Fact]
    public void Fix_keeps_encoding_and_line_breaks()
    {
        var text = Mismatched.ReplaceLineEndings("\r\n") + "Rain fell.\r\n";
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
        _folder.Write("story.txt", bytes);

        Lint("story.txt", "--fix", "--select", "QT0102");

        var after = File.ReadAllBytes(_folder.PathOf("story.txt"));
        Assert.NotEqual(bytes, after);
        Assert.Equal((byte[])[0xFF, 0xFE], after[..2]);
        Assert.EndsWith("\r\nRain fell.\r\n", Encoding.Unicode.GetString(after), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_linted_under_its_name_and_mended_to_standard_output()
    {
        var bytes = Encoding.UTF8.GetBytes(Mismatched);

        var found = QuoteTrackerProcess.Run(_folder.Root, ["lint", "-", "--stdin-filename", "desk/story.txt", "--select", "QT0102"], bytes);
        var mended = QuoteTrackerProcess.Run(_folder.Root, ["lint", "-", "--stdin-filename", "desk/story.txt", "--select", "QT0102", "--fix"], bytes);

        Assert.Equal(1, found.ExitCode);
        Assert.StartsWith("desk/story.txt:1:", found.Output, StringComparison.Ordinal);
        Assert.Equal(0, mended.ExitCode);
        Assert.NotEqual(Mismatched, mended.Output);
        Assert.Equal(Mismatched.Length, mended.Output.Length);
        Assert.Contains("Mended 1 finding", mended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_holds_when_lines_move_and_lets_new_faults_through()
    {
        _folder.Write("story.txt", Mismatched);
        Lint("story.txt", "--select", "QT01", "--write-baseline", "known.json");

        _folder.Write("story.txt", "A paragraph before it.\n\n" + Mismatched);
        var moved = Lint("story.txt", "--select", "QT01", "--baseline", "known.json");
        _folder.Write("story.txt", Mismatched + "\nCouncillor Bo Lind said: “The bridge will open in the spring,\" and sat down.\n");
        var added = Lint("story.txt", "--select", "QT01", "--baseline", "known.json", "--format", "json");

        Assert.Equal(0, moved.ExitCode);
        Assert.Equal(1, added.ExitCode);
        Assert.Equal(3, Assert.Single(Findings(added)).GetProperty("start").GetProperty("line").GetInt32());
    }

    [Fact]
    public void A_baseline_that_is_none_is_told()
    {
        _folder.Write("story.txt", Clean);
        _folder.Write("known.json", "[]");
        var run = Lint("story.txt", "--baseline", "known.json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("known.json: it is not a baseline", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Lint("story.txt", "--baseline", "nowhere.json").ExitCode);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_jobs()
    {
        for (var i = 0; i < 60; i++)
            _folder.Write($"desk{i % 7}/story{i}.txt", string.Concat(Enumerable.Repeat(i % 3 == 0 ? Mismatched : Clean, 1 + i % 11)));
        foreach (var format in (string[])["text", "json", "sarif", "junit"])
        {
            var one = Lint(".", "--format", format, "--jobs", "1");
            var eight = Lint(".", "--format", format, "--jobs", "8");
            Assert.Equal(1, one.ExitCode);
            Assert.Equal(one.Output, eight.Output);
        }
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_culture_and_the_time_zone()
    {
        _folder.Write("INDIGO.txt", Mismatched);
        string[] arguments = ["lint", ".", "--format", "sarif"];
        var plain = QuoteTrackerProcess.Run(_folder.Root, arguments, null, new Dictionary<string, string?> { ["LC_ALL"] = "C", ["TZ"] = "UTC" });
        var turkish = QuoteTrackerProcess.Run(
            _folder.Root, arguments, null,
            new Dictionary<string, string?> { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0", ["TZ"] = "Asia/Istanbul" });
        Assert.Equal(plain.Output, turkish.Output);
        Assert.Contains("mismatched-quotation-marks", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_codes_of_an_article_do_not_reach_the_terminal()
    {
        _folder.Write("evil\e[2J.txt", "Mayor Ada Vaughn said: “The\e[31m ferry \u009b2J will\u202e sail on Monday,\" and left.\n");
        foreach (var format in (string[])["text", "json", "jsonl", "sarif", "checkstyle", "junit"])
        {
            var run = Lint(".", "--format", format);
            Assert.Equal(1, run.ExitCode);
            Assert.DoesNotContain('\e', run.Output);
            Assert.DoesNotContain('\u009b', run.Output);
        }
    }

    [Theory]
    [InlineData("auto", null, false)]
    [InlineData("always", null, true)]
    [InlineData("never", null, false)]
    [InlineData("auto", "1", false)]
    public void Colour_is_for_terminals(string choice, string? noColour, bool expected)
    {
        _folder.Write("story.txt", Mismatched);
        var run = QuoteTrackerProcess.Run(
            _folder.Root, ["lint", "story.txt", "--color", choice], null, new Dictionary<string, string?> { ["NO_COLOR"] = noColour, ["TERM"] = "xterm" });
        Assert.Equal(expected, run.Output.Contains('\e', StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_are_selected_by_id_beginning_and_name()
    {
        _folder.Write("story.txt", Mismatched + "\n“Nobody was told anything about any of it, and nobody asked.”\n");
        string[] RulesFor(params string[] arguments) => [.. Findings(Lint(["story.txt", "--format", "json", .. arguments])).Select(Rule).Distinct().Order()];

        Assert.Equal(["mismatched-quotation-marks"], RulesFor("--select", "QT01"));
        Assert.Equal(["mismatched-quotation-marks"], RulesFor("--select", "mismatched-quotation-marks"));
        Assert.DoesNotContain("mismatched-quotation-marks", RulesFor("--ignore", "qt0102"));
        Assert.Equal([], RulesFor("--select", "QT01", "--ignore", "QT0102,QT0104"));
    }

    [Theory]
    [InlineData("--select", "QT77")]
    [InlineData("--format", "pdf")]
    [InlineData("--jobs", "0")]
    [InlineData("--jobs", "many")]
    [InlineData("--bogus")]
    [InlineData("--fix", "--diff")]
    [InlineData("--statistics", "--format", "sarif")]
    public void A_bad_option_ends_with_two(params string[] arguments)
    {
        _folder.Write("story.txt", Clean);
        var run = Lint(["story.txt", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Statistics_count_by_rule()
    {
        _folder.Write("story.txt", Mismatched + "\n" + Mismatched);
        var run = Lint("story.txt", "--statistics", "--select", "QT0102");
        Assert.Equal("2  QT0102  mismatched-quotation-marks  (2 with --fix)\n", run.Output);
        Assert.Equal(2, Findings(Lint("story.txt", "--statistics", "--format", "json", "--select", "QT0102"))[0].GetProperty("count").GetInt32());
    }

    [Fact]
    public void Output_goes_to_a_file_whole()
    {
        _folder.Write("story.txt", Mismatched);
        var run = Lint("story.txt", "--format", "json", "--output", "findings.json");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal(Lint("story.txt", "--format", "json").Output, _folder.Read("findings.json"));
        Assert.Equal(2, Directory.GetFiles(_folder.Root).Length);
    }

    [Fact]
    public async Task Watch_lints_again_when_an_article_changes()
    {
        _folder.Write("story.txt", Clean);
        using var process = QuoteTrackerProcess.Start(_folder.Root, ["lint", ".", "--watch", "--select", "QT0102", "--format", "jsonl"]);
        try
        {
            await ReadUntil(process.StandardError, "Waiting for changes");
            _folder.Write("story.txt", Mismatched);
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Contains("mismatched-quotation-marks", line, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task ReadUntil(StreamReader reader, string words)
    {
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal)) return;
        }
        Assert.Fail($"the command ended without '{words}'");
    }
}
