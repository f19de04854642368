using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FormatTests()
    {
        _folder.Write("a,b.txt", "Mayor Ada Vaughn said: “The <ferry> & all sail on Monday,\" and left the hall.\n");
        _folder.Write("clean.txt", "Rain fell.\n");
    }

    public void Dispose() => _folder.Dispose();

    private RunResult Lint(string format) => QuoteTrackerProcess.Run(_folder.Root, "lint", ".", "--format", format, "--select", "QT0102");

    [Fact]
    public void Json_and_json_lines_hold_the_same()
    {
        var array = JsonDocument.Parse(Lint("json").Output).RootElement.EnumerateArray().Select(finding => finding.GetRawText()).ToArray();
        Assert.Equal(array, Lint("jsonl").OutputLines);
        var finding = JsonDocument.Parse(Assert.Single(array)).RootElement;
        Assert.Equal(["file", "id", "rule", "severity", "message", "span", "start", "end", "fingerprint", "fixes"], finding.EnumerateObject().Select(property => property.Name));
        Assert.True(finding.GetProperty("fixes")[0].GetProperty("safe").GetBoolean());
        Assert.NotEqual(0, finding.GetProperty("fixes")[0].GetProperty("changes").GetArrayLength());
    }

    [SkippableFact]
    public void Odd_letters_of_a_name_stay_where_a_program_reads_and_steer_no_terminal()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such names");
        File.Move(_folder.PathOf("a,b.txt"), _folder.PathOf("a\\b\e[31m\n.txt"));
        Assert.Equal("a\\b\e[31m\n.txt", JsonDocument.Parse(Lint("jsonl").Output).RootElement.GetProperty("file").GetString());
        Assert.StartsWith("::warning file=a\\b␛[31m%0A.txt,", Lint("github").Output, StringComparison.Ordinal);
        foreach (var format in (string[])["text", "github", "checkstyle", "junit"]) Assert.DoesNotContain('\e', Lint(format).Output);
    }

    [Fact]
    public void Nothing_found_is_an_empty_array()
    {
        var run = QuoteTrackerProcess.Run(_folder.Root, "lint", "clean.txt", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, JsonDocument.Parse(run.Output).RootElement.GetArrayLength());
    }

    [Fact]
    public void Checkstyle()
    {
        var root = XDocument.Parse(Lint("checkstyle").Output).Root!;
        var file = Assert.Single(root.Elements("file"));
        Assert.Equal("a,b.txt", file.Attribute("name")!.Value);
        var error = Assert.Single(file.Elements("error"));
        Assert.Equal("1", error.Attribute("line")!.Value);
        Assert.Equal("warning", error.Attribute("severity")!.Value);
        Assert.Equal("quotetracker.mismatched-quotation-marks", error.Attribute("source")!.Value);
    }

    [Fact]
    public void Junit()
    {
        var suites = XDocument.Parse(Lint("junit").Output).Root!.Elements("testsuite").ToList();
        Assert.Equal(["a,b.txt", "clean.txt"], suites.Select(suite => suite.Attribute("name")!.Value));
        Assert.Equal(["1", "0"], suites.Select(suite => suite.Attribute("failures")!.Value));
        Assert.All(suites, suite => Assert.Equal(suite.Attribute("tests")!.Value, suite.Elements("testcase").Count().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Single(suites[0].Descendants("failure"));
    }

    [Fact]
    public void GitHub()
    {
        var line = Assert.Single(Lint("github").OutputLines);
        Assert.Matches("^::warning file=a%2Cb\\.txt,line=1,endLine=1,col=[0-9]+,endColumn=[0-9]+,title=QT0102 mismatched-quotation-marks::This ", line);
    }
}
