using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>What the README says is so: its commands run as typed, and what it shows is what comes out.</summary>
public sealed partial class ReadmeTests
{
    private const string FromSource = "dotnet run --project src/QuoteTracker.Cli -- ";

    private static readonly string Root = RepositoryFolder.Root;

    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");

    private static readonly string[] Commands =
        [.. BlocksOf("sh").SelectMany(block => block.Split('\n')).Select(line => line.Split(" #")[0].Trim()).Where(line => line.StartsWith("quotetracker ", StringComparison.Ordinal))];

    [Fact]
    public void The_findings_it_shows_are_those_of_the_sample()
    {
        var command = BlocksOf("sh").Select(block => block.Trim()).Single(block => block.StartsWith(FromSource, StringComparison.Ordinal));

        var run = QuoteTrackerProcess.Run(Root, Words(command[FromSource.Length..]));

        Assert.Equal("", run.Error);
        Assert.Equal(1, run.ExitCode);
        var found = run.Output.Split("\n\n");
        var shown = BlocksOf("text").First().TrimEnd().Split("\n\n");
        Assert.True(shown.Length >= 4, "The README shows fewer findings than it did.");
        foreach (var finding in shown) Assert.Contains(finding, found);
    }

    [Fact]
    public void Its_commands_run_as_typed()
    {
        using var folder = new TemporaryFolder();
        CopySample(folder, "samples/newsroom/");
        var story = File.ReadAllText(Path.Combine(Root, "samples/newsroom/blog/back-row.md"));
        folder.Write("story.md", story);
        folder.Write("articles/story.md", story);

        Assert.True(Commands.Length >= 12, "The README has fewer commands than it had.");
        foreach (var command in Commands.Where(command => command != "quotetracker serve"))
        {
            var words = Words(command["quotetracker ".Length..]);
            var redirection = Array.IndexOf(words, "<");
            var input = redirection < 0 ? null : Encoding.UTF8.GetBytes(folder.Read(words[redirection + 1]));

            var run = QuoteTrackerProcess.Run(folder.Root, redirection < 0 ? words : words[..redirection], input);

            Assert.True(run.Error.Length == 0, $"{command}: {run.Error}");
            Assert.True(run.ExitCode == 0 || (run.ExitCode == 1 && (words[0] == "lint" || words[..2] is ["claims", "status"])), $"{command} ended with {run.ExitCode}");
            if (command.Contains("--baseline ", StringComparison.Ordinal)) Assert.StartsWith("No findings", run.Output, StringComparison.Ordinal);
            else Assert.True(run.OutputBytes.Length > 0 || words.Contains("-o"), $"{command} wrote nothing");
        }
        Assert.True(File.Exists(folder.PathOf("articles/speakers.yaml")));
        Assert.StartsWith("<!DOCTYPE html>", folder.Read("report.html"), StringComparison.Ordinal);
        Assert.Equal("2.1.0", (string?)JsonNode.Parse(folder.Read("findings.sarif"))!["version"]);
    }

    [Fact]
    public void The_attributions_it_shows_are_those_of_its_example()
    {
        var command = BlocksOf("sh").Select(block => block.Trim()).Single(block => block.StartsWith("echo ", StringComparison.Ordinal));
        var match = Pipe().Match(command);
        Assert.True(match.Success);

        var run = QuoteTrackerProcess.Run(Root, Words(match.Groups["command"].Value), Encoding.UTF8.GetBytes(match.Groups["input"].Value));

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(WithoutConfidence(BlocksOf("json").Single()), WithoutConfidence(run.Output));
    }

    [Fact]
    public void Its_newsroom_has_no_faults()
    {
        using var folder = new TemporaryFolder();
        foreach (var yaml in BlocksOf("yaml"))
        {
            if (yaml.StartsWith("articles:", StringComparison.Ordinal)) folder.Write("quotetracker.yaml", yaml);
            else if (yaml.StartsWith("speakers:", StringComparison.Ordinal)) folder.Write("speakers.yaml", yaml);
            else if (yaml.StartsWith("house:", StringComparison.Ordinal)) folder.Write("quotetracker.yaml", folder.Read("quotetracker.yaml") + yaml);
        }
        folder.Write("story.md", "---\ndate: 2026-03-12\n---\n“The kettle is on,” Mayor Ruth Calloway said.\n");
        Assert.True(File.Exists(folder.PathOf("quotetracker.yaml")) && File.Exists(folder.PathOf("speakers.yaml")));

        var run = QuoteTrackerProcess.Run(folder.Root, "lint");

        Assert.Equal("No findings in 1 file.\n", run.Output);
    }

    [Fact]
    public void What_it_links_to_is_there()
    {
        var links = Link().Matches(Text).Select(match => match.Groups["target"].Value).Where(target => !target.Contains(':', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Root, link)), $"{link} is not there"));
    }

    private static IEnumerable<string> BlocksOf(string language) =>
        Fence().Matches(Text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["body"].Value);

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>It moves a little whenever the weights are trained again.</summary>
    private static string WithoutConfidence(string json)
    {
        var node = JsonNode.Parse(json)!;
        foreach (var attribution in node["attributions"]!.AsArray()) attribution!.AsObject().Remove("confidence");
        return node.ToJsonString();
    }

    private static void CopySample(TemporaryFolder folder, string sample)
    {
        var from = Path.Combine(Root, sample);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            folder.Write(sample + Path.GetRelativePath(from, file), File.ReadAllBytes(file));
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^echo '(?<input>[^']*)' \| quotetracker (?<command>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pipe();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
