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
        "features/lighthouse.txt:21 missing-continuation-mark",
        "features/lighthouse.txt:25 stale-check",
        "features/lighthouse.txt:27 misspelled-speaker",
        "news/harbour-dredging.txt:19 disputed-claim",
        "tabloid/gull.txt:15 mismatched-quotation-marks",
        "tabloid/gull.txt:25 unattributed-quotation",
        "web/reservoir-page.txt:31 unattributed-quotation",
    ];

    private static readonly string[] Milder =
    [
        "agency/ferry-strike.txt:15 anonymous-source",
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

    private static List<(string Severity, string Place)> Lint()
    {
        var run = QuoteTrackerProcess.Run(Path.Combine(RepositoryFolder.Root, "samples/newsroom"), "lint", "--format", "jsonl");
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
