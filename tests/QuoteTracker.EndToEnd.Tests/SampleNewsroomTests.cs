using System.Globalization;
using System.Text.Json;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>The sample newsroom has the faults that were put into it, and no others that would be warned of.</summary>
public sealed class SampleNewsroomTests
{
    private static readonly string[] Warnings =
    [
        "agency/ferry-strike.txt:27 unclosed-quotation",
        "blog/back-row.md:11 role-mismatch",
        "blog/back-row.md:38 office-holder-without-office",
        "features/lighthouse.txt:21 missing-continuation-mark",
        "features/lighthouse.txt:25 stale-check",
        "features/lighthouse.txt:27 misspelled-speaker",
        "news/harbour-dredging.txt:19 disputed-claim",
        "tabloid/gull.txt:15 mismatched-quotation-marks",
        "tabloid/gull.txt:25 unattributed-quotation",
        "web/reservoir-page.txt:19 quotation-differs-from-source",
        "web/reservoir-page.txt:31 unattributed-quotation",
        "web/reservoir-page.txt:47 office-holder-without-office",
    ];

    private static readonly string[] Milder =
    [
        "house-rules/idle-speaker.cs:1 code-rules-not-run",
        "agency/ferry-strike.txt:15 anonymous-source",
        "agency/ferry-strike.txt:15 unapproved-unnamed-source",
        "tabloid/gull.txt:15 showy-cue",
        "agency/ferry-strike.txt:27 quotation-not-in-sources",
        "news/harbour-dredging.txt:11 unknown-speaker",
        "news/harbour-dredging.txt:15 loaded-cue",
        "news/harbour-dredging.txt:21 anonymous-source",
        "tabloid/gull.txt:15 loaded-cue",
        "tabloid/gull.txt:29 loaded-cue",
        "web/reservoir-page.txt:25 unknown-speaker",
        "web/reservoir-page.txt:47 first-reference-incomplete",
    ];

    private static readonly List<(string Severity, string Place)> Found = Lint();

    [Fact]
    public void It_is_warned_of_its_faults_and_of_nothing_else() => Assert.Equal(Warnings, Found.Where(finding => finding.Severity == "warning").Select(finding => finding.Place));

    [Fact]
    public void It_is_told_of_what_an_editor_may_want_to_know() => Assert.Empty(Milder.Except(Found.Select(finding => finding.Place)));

    [Fact]
    public void The_source_that_the_editor_knows_is_let_be() =>
        Assert.DoesNotContain(Found, finding => finding.Place.StartsWith("blog/", StringComparison.Ordinal) && finding.Place.EndsWith("anonymous-source", StringComparison.Ordinal));

    [Fact]
    public void Its_own_rules_find_what_they_are_for_and_pass_their_tests()
    {
        using var home = new TemporaryFolder();
        Assert.Equal(
            ["blog/back-row.md:31 mixed-cue-tense", "speakers.yaml:71 idle-speaker", "speakers.yaml:75 idle-speaker"],
            Lint(home, "--allow-code-rules", "--select", "HR0001,HR0002,HR0003").Select(finding => finding.Place));
        var tested = QuoteTrackerProcess.Run(Newsroom, ["rules", "test", "--allow-code-rules"], input: null, HomeIn(home));
        Assert.Equal("8 rules, 15 examples: all is as it should be.", tested.OutputLines[^1]);
    }

    private static string Newsroom => Path.Combine(RepositoryFolder.Root, "samples/newsroom");

    private static Dictionary<string, string?> HomeIn(TemporaryFolder folder) => new() { ["XDG_CACHE_HOME"] = folder.PathOf("cache"), ["XDG_DATA_HOME"] = folder.PathOf("data") };

    private static List<(string Severity, string Place)> Lint()
    {
        using var home = new TemporaryFolder();
        return Lint(home);
    }

    private static List<(string Severity, string Place)> Lint(TemporaryFolder home, params string[] options)
    {
        var run = QuoteTrackerProcess.Run(Newsroom, ["lint", "--format", "jsonl", .. options], input: null, HomeIn(home));
        Assert.Equal("", run.Error);
        return [.. run.OutputLines.Select(line =>
        {
            var finding = JsonDocument.Parse(line).RootElement;
            var place = string.Create(CultureInfo.InvariantCulture, $"{Text("file")}:{finding.GetProperty("start").GetProperty("line").GetInt32()} {Text("rule")}");
            return (Text("severity"), place);

            string Text(string name) => finding.GetProperty(name).GetString()!;
        })];
    }
}
