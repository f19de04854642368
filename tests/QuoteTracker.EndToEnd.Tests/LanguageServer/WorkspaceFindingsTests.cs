using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.LanguageServer;

/// <summary>What an editor shows of a newsroom is what the command says of it.</summary>
public sealed class WorkspaceFindingsTests : IDisposable
{
    /// <summary>The articles, the ledger and the sources are read in the background.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    /// <param name="Line">From 0, as is the character.</param>
    private sealed record Place(string File, int Line, int Character, int EndLine, int EndCharacter, string Code, string Message);

    private string Newsroom => _folder.PathOf("newsroom");

    private Dictionary<string, string?> Home => new() { ["XDG_CACHE_HOME"] = _folder.PathOf("cache"), ["XDG_DATA_HOME"] = _folder.PathOf("data") };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Findings_pulled_for_the_workspace_are_those_of_lint_to_the_column_whether_an_article_is_open_or_not()
    {
        CopySample();
        var linted = Lint();
        Assert.Contains(linted, static place => place.Code == "QT0401");
        using var process = QuoteTrackerProcess.Start(Newsroom, ["serve"], Home);
        await using (var editor = new ScriptedEditor(process.StandardInput.BaseStream, process.StandardOutput.BaseStream))
        {
            await editor.InitializeAsync(new { textDocument = new { diagnostic = new { } } }, Newsroom);
            AssertSame(linted, await PulledAsync(editor, linted));
            string article = Path.Combine(Newsroom, "web", "reservoir-page.txt");
            editor.Open(ScriptedEditor.UriOf(article), await File.ReadAllTextAsync(article));
            AssertSame(linted, await PulledAsync(editor, linted));
            (await editor.RequestAsync("shutdown")).Ok();
            editor.Notify("exit");
        }
        Assert.True(process.WaitForExit(Patience));
    }

    private static void AssertSame(List<Place> linted, List<Place> pulled)
    {
        Assert.Empty(linted.Except(pulled));
        Assert.Empty(pulled.Except(linted));
        Assert.Equal(linted, pulled);
    }

    /// <summary>Until they are those that are expected, or patience ends.</summary>
    private async Task<List<Place>> PulledAsync(ScriptedEditor editor, List<Place> expected)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var report = (await editor.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() })).Ok();
            List<Place> pulled = [.. report.GetProperty("items").EnumerateArray().SelectMany(PlacesIn).OrderBy(Order, StringComparer.Ordinal)];
            if (pulled.SequenceEqual(expected) || DateTime.UtcNow > deadline) return pulled;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private IEnumerable<Place> PlacesIn(JsonElement file) => file.GetProperty("items").EnumerateArray().Select(finding =>
    {
        var (start, end) = (finding.GetProperty("range").GetProperty("start"), finding.GetProperty("range").GetProperty("end"));
        return new Place(
            Path.GetRelativePath(Newsroom, new Uri(file.GetProperty("uri").GetString()!).LocalPath).Replace('\\', '/'),
            Number(start, "line"), Number(start, "character"), Number(end, "line"), Number(end, "character"),
            finding.GetProperty("code").GetString()!, finding.GetProperty("message").GetString()!);
    });

    private List<Place> Lint()
    {
        var run = QuoteTrackerProcess.Run(Newsroom, ["lint", "--format", "jsonl", "--severity", "hint"], input: null, Home);
        Assert.Equal("", run.Error);
        return [.. run.OutputLines.Select(static line =>
        {
            var finding = JsonDocument.Parse(line).RootElement;
            var (start, end) = (finding.GetProperty("start"), finding.GetProperty("end"));
            return new Place(
                finding.GetProperty("file").GetString()!,
                Number(start, "line") - 1, Number(start, "column") - 1, Number(end, "line") - 1, Number(end, "column") - 1,
                finding.GetProperty("id").GetString()!, finding.GetProperty("message").GetString()!);
        }).OrderBy(Order, StringComparer.Ordinal)];
    }

    private static string Order(Place place) => $"{place.File} {place.Line:0000} {place.Character:0000} {place.EndLine:0000} {place.EndCharacter:0000} {place.Code} {place.Message}";

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private void CopySample()
    {
        string sample = Path.Combine(RepositoryFolder.Root, "samples", "newsroom");
        foreach (string file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Newsroom, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
