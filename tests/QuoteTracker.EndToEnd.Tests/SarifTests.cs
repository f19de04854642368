using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>What the schema of SARIF 2.1.0 demands of the parts that the command writes, and what GitHub needs beyond it.</summary>
public sealed class SarifTests : IDisposable
{
    private const string Story = "Rain fell on 東京 😀.\n\nMayor Ada Vaughn said: “The ferry will sail on Monday,\" and left the hall.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private JsonElement Lint(params string[] paths) =>
        JsonDocument.Parse(QuoteTrackerProcess.Run(_folder.Root, ["lint", .. paths, "--format", "sarif"]).Output).RootElement;

    private static JsonElement Run(JsonElement log) => Assert.Single(log.GetProperty("runs").EnumerateArray());

    private static void HasOnly(JsonElement element, params string[] known) =>
        Assert.Empty(element.EnumerateObject().Select(property => property.Name).Except(known));

    [Fact]
    public void The_log_is_what_the_schema_demands()
    {
        _folder.Write("a story.txt", Story);
        var log = Lint(".", "nowhere.txt");

        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("sarif-2.1.0.json", log.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        HasOnly(log, "$schema", "version", "runs");
        var run = Run(log);
        HasOnly(run, "tool", "columnKind", "newlineSequences", "results", "invocations");
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.False(Assert.Single(run.GetProperty("invocations").EnumerateArray()).GetProperty("executionSuccessful").GetBoolean());

        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
        foreach (var rule in rules)
        {
            HasOnly(rule, "id", "name", "shortDescription", "help", "helpUri", "defaultConfiguration", "properties");
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), (string[])["note", "warning", "error"]);
        }
        foreach (var result in run.GetProperty("results").EnumerateArray()) CheckResult(result, rules);
    }

    private void CheckResult(JsonElement result, List<JsonElement> rules)
    {
        HasOnly(result, "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "fixes");
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), (string[])["note", "warning", "error"]);
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        Assert.Matches(new Regex("^[0-9a-f]{32}$"), result.GetProperty("partialFingerprints").GetProperty("quotetracker/v1").GetString());
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative), uri);
        if (!place.TryGetProperty("region", out var region)) return;
        var text = SourceText.From(_folder.Read(Uri.UnescapeDataString(uri)));
        CheckRegion(region, text);
        if (!result.TryGetProperty("fixes", out var fixes)) return;
        foreach (var replacement in fixes.EnumerateArray().SelectMany(fix => fix.GetProperty("artifactChanges").EnumerateArray()).SelectMany(change => change.GetProperty("replacements").EnumerateArray()))
        {
            CheckRegion(replacement.GetProperty("deletedRegion"), text);
            Assert.True(replacement.GetProperty("insertedContent").TryGetProperty("text", out _));
        }
    }

    private static void CheckRegion(JsonElement region, SourceText text)
    {
        int Number(string name) => region.GetProperty(name).GetInt32();
        var span = new TextSpan(Number("charOffset"), Number("charLength"));
        Assert.InRange(span.End, 0, text.Length);
        var lines = text.Lines.GetLinePositionSpan(span);
        Assert.Equal(lines, new LinePositionSpan(new LinePosition(Number("startLine") - 1, Number("startColumn") - 1), new LinePosition(Number("endLine") - 1, Number("endColumn") - 1)));
        if (region.TryGetProperty("snippet", out var snippet)) Assert.Equal(text.ToString(span), snippet.GetProperty("text").GetString());
    }

    [Fact]
    public void Fingerprints_stay_when_lines_move_and_differ_between_findings()
    {
        string[] Prints() => [.. Run(Lint("story.txt")).GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString() == "QT0102")
            .Select(result => result.GetProperty("partialFingerprints").GetProperty("quotetracker/v1").GetString()!)];
        _folder.Write("story.txt", Story + "\n" + Story);
        var before = Prints();
        _folder.Write("story.txt", "Something new at the top.\n\n" + Story + "\n" + Story);

        Assert.Equal(2, before.Distinct().Count());
        Assert.Equal(before, Prints());
    }

    [Fact]
    public void The_rules_page_comes_with_the_rule()
    {
        _folder.Write("story.txt", Story);
        var rule = Run(Lint("story.txt")).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == "QT0102");
        Assert.StartsWith("# mismatched-quotation-marks", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("{|", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }
}
