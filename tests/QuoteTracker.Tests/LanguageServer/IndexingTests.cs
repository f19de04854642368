using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>The workspace's articles beside the open ones: read in the background, their findings pulled.</summary>
public sealed class IndexingTests : IDisposable
{
    /// <summary>A finding that needs no analysis: the comment names no rule.</summary>
    private const string Faulty = "The fair opens on Friday.\u2028\n[quotetracker: ignore no-such-rule: 🙂]\n";
    private const string Clean = "The fair opens on Friday.\n";

    private static readonly object Refreshable = new
    {
        workspace = new { diagnostics = new { refreshSupport = true } },
        textDocument = new { diagnostic = new { } },
        window = new { workDoneProgress = true },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("quotetracker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Findings_of_articles_that_are_not_open_can_be_pulled()
    {
        Write("a.txt", Faulty);
        Write("b.txt", Clean);
        Write(".hidden/c.txt", Faulty);
        await using var server = await RunningServer.StartInitializedAsync(Refreshable, _folder);
        await server.Editor.NextAsync("workspace/diagnostic/refresh");
        var report = Assert.Single(await PullAsync(server));
        Assert.Equal((UriOf("a.txt"), "full", JsonValueKind.Null), (Text(report, "uri"), Text(report, "kind"), report.GetProperty("version").ValueKind));
        var finding = Assert.Single(report.GetProperty("items").EnumerateArray());
        // An editor's lines do not end at U+2028.
        Assert.Equal(1, finding.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task An_answer_says_what_changed_since_the_one_before()
    {
        Write("a.txt", Faulty);
        Write("b.txt", Faulty);
        await using var server = await RunningServer.StartInitializedAsync(Refreshable, _folder);
        await server.Editor.NextAsync("workspace/diagnostic/refresh");
        var known = (await PullAsync(server)).Select(report => new { uri = Text(report, "uri"), value = Text(report, "resultId") }).ToArray();
        Assert.Equal(2, known.Length);
        Assert.All(await PullAsync(server, known), report => Assert.Equal("unchanged", Text(report, "kind")));

        Write("a.txt", Clean);
        File.Delete(Path.Combine(_folder, "b.txt"));
        server.Editor.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = UriOf("a.txt"), type = 2 }, new { uri = UriOf("b.txt"), type = 3 } } });
        await server.Editor.NextAsync("workspace/diagnostic/refresh");
        var changed = await PullAsync(server, known);
        Assert.Equal([UriOf("a.txt"), UriOf("b.txt")], changed.Select(report => Text(report, "uri")).Order());
        Assert.All(changed, report => Assert.Empty(report.GetProperty("items").EnumerateArray()));
    }

    [Fact]
    public async Task Findings_of_a_configuration_and_a_registry_that_are_not_open_can_be_pulled()
    {
        Write("quotetracker.yaml", "registri: speakers.yaml\n");
        Write("speakers.yaml", "speakers:\n  - id: vaughn\n    nam: Ada Vaughn\n");
        Write("a.txt", Clean);
        await using var server = await RunningServer.StartInitializedAsync(Refreshable, _folder);
        await server.Editor.NextAsync("workspace/diagnostic/refresh");
        var reports = await PullAsync(server);
        Assert.Equal([UriOf("quotetracker.yaml"), UriOf("speakers.yaml")], reports.Select(report => Text(report, "uri")));
        Assert.Equal(["QT0902", "QT0317"], reports.Select(report => report.GetProperty("items").EnumerateArray().Last().GetProperty("code").GetString()));
        var known = reports.Select(report => new { uri = Text(report, "uri"), value = Text(report, "resultId") }).ToArray();
        Assert.All(await PullAsync(server, known), report => Assert.Equal("unchanged", Text(report, "kind")));

        server.Editor.Open(UriOf("speakers.yaml"), "speakers: []\n", version: 3, language: "yaml");
        var open = (await PullAsync(server, known)).Single(report => Text(report, "uri") == UriOf("speakers.yaml"));
        Assert.Equal((3, 0), (open.GetProperty("version").GetInt32(), open.GetProperty("items").GetArrayLength()));
    }

    [Fact]
    public async Task An_open_article_counts_as_it_is_in_the_editor()
    {
        Write("a.txt", Clean);
        await using var server = await RunningServer.StartInitializedAsync(Refreshable, _folder);
        await server.Editor.NextAsync("workspace/diagnostic/refresh");
        server.Editor.Open(UriOf("a.txt"), Faulty, version: 7);
        var report = Assert.Single(await PullAsync(server));
        Assert.Equal(7, report.GetProperty("version").GetInt32());
        Assert.Single(report.GetProperty("items").EnumerateArray());
    }

    /// <summary>A file that came and went again is neither on disk nor in the index, and what needs all articles must not wait for it for ever.</summary>
    [Fact]
    public async Task All_is_read_though_an_article_was_gone_before_it_was_read()
    {
        Write("quotetracker.yaml", "articles: [\"*.txt\"]\n");
        Write("claims.jsonl", Entry("c1"));
        Write("a.txt", Clean);
        await using var server = await RunningServer.StartInitializedAsync(Refreshable, _folder);
        await WaitForLostAsync(server, 1);

        Write("claims.jsonl", Entry("c1") + Entry("c2"));
        server.Editor.Notify("workspace/didChangeWatchedFiles", new
        {
            changes = new[] { new { uri = UriOf("gone.txt"), type = 1 }, new { uri = UriOf("quotetracker.yaml"), type = 2 }, new { uri = UriOf("claims.jsonl"), type = 2 } },
        });
        await WaitForLostAsync(server, 2);
    }

    private static string Entry(string id) =>
        $$"""{"id":"{{id}}","article":"never.txt","anchor":{"prefix":"","exact":"Nobody wrote this.","suffix":""},"speaker":"ada","kind":"direct","status":"unchecked"}""" + "\n";

    private static async Task WaitForLostAsync(RunningServer server, int entries)
    {
        int found = -1;
        for (var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(20); found != entries && DateTime.UtcNow < deadline; await Task.Delay(20))
            found = (await PullAsync(server)).SelectMany(static report => report.GetProperty("items").EnumerateArray()).Count(static finding => Text(finding, "code") == "QT0414");
        Assert.Equal(entries, found);
    }

    [Fact]
    public async Task The_reading_of_many_articles_is_shown()
    {
        for (int k = 0; k < 60; k++) Write($"{k}.txt", Clean);
        await using var server = await RunningServer.StartInitializedAsync(Refreshable, _folder);
        await server.Editor.NextAsync("window/workDoneProgress/create");
        await server.Editor.NextAsync("$/progress", said => Text(said.GetProperty("value"), "kind") == "begin");
        var report = await server.Editor.NextAsync("$/progress", said => Text(said.GetProperty("value"), "kind") == "report");
        Assert.Equal(100, report.GetProperty("value").GetProperty("percentage").GetInt32());
        await server.Editor.NextAsync("$/progress", said => Text(said.GetProperty("value"), "kind") == "end");
    }

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    private static async Task<List<JsonElement>> PullAsync(RunningServer server, object[]? known = null) =>
        [.. (await server.Editor.RequestAsync("workspace/diagnostic", new { previousResultIds = known ?? [] })).Ok().GetProperty("items").EnumerateArray()];

    private string UriOf(string name) => ScriptedEditor.UriOf(Path.Combine(_folder, name));

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
