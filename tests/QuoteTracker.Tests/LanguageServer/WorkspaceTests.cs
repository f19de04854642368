using System.Text.Json;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Features;
using QuoteTracker.ProtocolTesting;
using QuoteTracker.Tests.RuleTests;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>Findings as they reach the editor, and what changes them: typing, the registry, the disk, the settings.</summary>
public sealed class WorkspaceTests : IDisposable
{
    private const string GoodRegistry = "speakers:\n  - id: vaughn\n    name: Ada Vaughn\n";
    private const string BadRegistry = "speakers:\n  - id: vaughn\n    nam: Ada Vaughn\n";

    /// <summary>An ignore comment that names no rule: a finding that needs no analysis.</summary>
    private const string Article = "The fair opens on Friday.\n\n[quotetracker: ignore no-such-rule: 🙂]\n";

    private static readonly object CanWatch = new
    {
        workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true }, didChangeConfiguration = new { dynamicRegistration = true } },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("quotetracker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Findings_are_published_for_every_version_and_withdrawn_at_the_close()
    {
        await using var server = await RunningServer.StartInitializedAsync(new { textDocument = new { publishDiagnostics = new { versionSupport = true } } }, _folder);
        string uri = UriOf("a.txt");
        server.Editor.Open(uri, Article, version: 3);
        var finding = Assert.Single(FindingsOf(await server.Editor.DiagnosticsAsync(uri, 3)));
        Assert.Equal("QT0904", finding.GetProperty("code").GetString());
        Assert.Equal("quotetracker", finding.GetProperty("source").GetString());
        Assert.Equal(2, finding.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        server.Editor.Change(uri, 4, new { text = "Nothing to see." });
        Assert.Empty(FindingsOf(await server.Editor.DiagnosticsAsync(uri, 4)));
        server.Editor.Notify("textDocument/didClose", new { textDocument = new { uri } });
        Assert.False((await server.Editor.DiagnosticsAsync(uri)).TryGetProperty("version", out _));
    }

    [Theory]
    [InlineData("utf-8", 47)]
    [InlineData("utf-16", 41)]
    [InlineData("utf-32", 40)]
    public async Task Findings_stand_where_the_encoding_has_them(string encoding, int column)
    {
        await using var server = await RunningServer.StartInitializedAsync(new { general = new { positionEncodings = new[] { encoding } } }, _folder);
        string uri = UriOf("speakers.yaml");
        server.Editor.Open(uri, "speakers: [{ id: a, name: A, note: “🙂”, x: 1 }]\n", language: "yaml");
        var finding = Assert.Single(FindingsOf(await server.Editor.DiagnosticsAsync(uri)));
        Assert.Equal(column, finding.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task Articles_follow_the_configuration_typed_in_the_editor()
    {
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        string article = UriOf("a.txt"), configuration = UriOf("quotetracker.yaml");
        server.Editor.Open(article, Article);
        Assert.Single(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
        server.Editor.Open(configuration, "exclude: [\"a.txt\"]\n", language: "yaml");
        Assert.Empty(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
        server.Editor.Change(configuration, 2, new { text = "exclude: []\nregistri: x\n" });
        Assert.Single(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
        Assert.Single(FindingsOf(await server.Editor.NextAsync(
            "textDocument/publishDiagnostics", said => said.GetProperty("uri").GetString() == configuration && FindingsOf(said).Count > 0)));
    }

    [Fact]
    public async Task A_client_that_watches_is_asked_to_and_its_news_are_heard()
    {
        await using var server = await RunningServer.StartInitializedAsync(CanWatch, _folder);
        var registrations = (await server.Editor.NextAsync("client/registerCapability")).GetProperty("registrations").EnumerateArray().ToList();
        Assert.Equal(["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"], registrations.Select(static registration => registration.GetProperty("method").GetString()));
        // Of a folder that goes an editor may tell without a word of the files that were in it; of what does not concern us it need not.
        Assert.Equal(
            [(WatchedFiles.Glob, 7), ("**/*", 4)],
            registrations[0].GetProperty("registerOptions").GetProperty("watchers").EnumerateArray().Select(static watcher =>
                (watcher.GetProperty("globPattern").GetString()!, watcher.TryGetProperty("kind", out var kind) ? kind.GetInt32() : 7)));
        string registry = UriOf("speakers.yaml");
        File.WriteAllText(PathOf("speakers.yaml"), GoodRegistry);
        string article = UriOf("a.txt");
        server.Editor.Open(article, Article);
        await server.Editor.DiagnosticsAsync(article);
        // On disk the registry becomes the configured one that is not there: seen through the client's word alone.
        File.WriteAllText(PathOf("quotetracker.yaml"), "exclude: [\"a.txt\"]\n");
        server.Editor.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = UriOf("quotetracker.yaml"), type = 1 }, new { uri = registry, type = 2 } } });
        Assert.Empty(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
    }

    [Fact]
    public async Task For_a_client_that_does_not_watch_the_server_does()
    {
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        string article = UriOf("a.txt");
        server.Editor.Open(article, Article);
        Assert.Single(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
        File.WriteAllText(PathOf("quotetracker.yaml"), "exclude: [\"a.txt\"]\n");
        Assert.Empty(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
        Assert.DoesNotContain("client/registerCapability", server.Editor.Said());
    }

    [Fact]
    public async Task Where_no_folder_can_be_watched_the_newsrooms_files_are_looked_at()
    {
        // Nothing watches a folder that is not there yet.
        await using var server = await RunningServer.StartInitializedAsync(folder: PathOf("later"));
        string article = UriOf("later/a.txt");
        server.Editor.Open(article, Article);
        Assert.Single(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
        Assert.Contains("cannot be watched", server.Log);
        Directory.CreateDirectory(PathOf("later"));
        File.WriteAllText(PathOf("later/quotetracker.yaml"), "exclude: [\"a.txt\"]\n");
        Assert.Empty(FindingsOf(await server.Editor.DiagnosticsAsync(article)));
    }

    [Fact]
    public async Task A_pull_says_what_a_push_says_and_then_that_nothing_changed()
    {
        string uri = UriOf("a.txt");
        await using var pushing = await RunningServer.StartInitializedAsync(folder: _folder);
        pushing.Editor.Open(uri, Article);
        var pushed = FindingsOf(await pushing.Editor.DiagnosticsAsync(uri));
        await using var server = await RunningServer.StartInitializedAsync(new { textDocument = new { diagnostic = new { } } }, _folder);
        server.Editor.Open(uri, Article);
        var full = (await server.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri } })).Ok();
        Assert.Equal("full", full.GetProperty("kind").GetString());
        Assert.Equal(pushed.Select(static d => d.GetRawText()), full.GetProperty("items").EnumerateArray().Select(static d => d.GetRawText()));
        string? id = full.GetProperty("resultId").GetString();
        var again = (await server.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri }, previousResultId = id })).Ok();
        Assert.Equal(("unchanged", id), (again.GetProperty("kind").GetString(), again.GetProperty("resultId").GetString()));
    }

    [Theory]
    [InlineData(null, false, false, "pushed")]
    [InlineData(null, true, false, "offered")]
    [InlineData(null, true, true, "registered")]
    [InlineData("push", true, false, "pushed")]
    [InlineData("push", true, true, "pushed")]
    [InlineData("pull", true, true, "registered")]
    [InlineData("pull", false, false, "offered")]
    public async Task Findings_reach_a_client_one_way(string? wish, bool canPull, bool isDynamic, string way)
    {
        await using var server = RunningServer.Start();
        object? diagnostic = canPull ? new { dynamicRegistration = isDynamic } : null;
        var result = await server.Editor.InitializeAsync(new { textDocument = new { diagnostic } }, _folder, new { diagnostics = wish });
        Assert.Equal(way == "offered", result.GetProperty("capabilities").TryGetProperty("diagnosticProvider", out _));
        if (way == "registered")
        {
            var registration = Assert.Single((await server.Editor.NextAsync("client/registerCapability")).GetProperty("registrations").EnumerateArray());
            Assert.Equal("textDocument/diagnostic", registration.GetProperty("method").GetString());
            Assert.Equal(JsonValueKind.Null, registration.GetProperty("registerOptions").GetProperty("documentSelector").ValueKind);
            Assert.True(registration.GetProperty("registerOptions").GetProperty("workspaceDiagnostics").GetBoolean());
        }
        string uri = UriOf("a.txt");
        server.Editor.Open(uri, Article);
        var pulled = (await server.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri } })).Ok();
        Assert.Equal("full", pulled.GetProperty("kind").GetString());
        if (way == "pushed") await server.Editor.DiagnosticsAsync(uri);
        else Assert.DoesNotContain("textDocument/publishDiagnostics", server.Editor.Said());
        if (way != "registered") Assert.DoesNotContain("client/registerCapability", server.Editor.Said());
    }

    [Fact]
    public async Task A_client_that_can_is_told_to_ask_again_when_the_newsroom_changed()
    {
        await using var server = await RunningServer.StartInitializedAsync(new { workspace = new { diagnostics = new { refreshSupport = true } } }, _folder);
        server.Editor.Open(UriOf("a.txt"), Article);
        await server.Editor.DiagnosticsAsync(UriOf("a.txt"));
        Assert.DoesNotContain("workspace/diagnostic/refresh", server.Editor.Said());
        server.Editor.Open(UriOf("speakers.yaml"), BadRegistry, language: "yaml");
        await server.Editor.NextAsync("workspace/diagnostic/refresh");
    }

    [Fact]
    public async Task Settings_are_asked_for_where_the_client_answers_and_again_when_they_change()
    {
        await using var server = RunningServer.Start();
        server.Editor.Answers["workspace/configuration"] = asked =>
        {
            Assert.Equal("quotetracker", asked.GetProperty("items")[0].GetProperty("section").GetString());
            return Task.FromResult<object?>(new[] { new { a = 1 } });
        };
        await server.Editor.InitializeAsync(new { workspace = new { configuration = true } }, _folder);
        await server.Editor.NextAsync("workspace/configuration");
        server.Editor.Notify("workspace/didChangeConfiguration", new { settings = (object?)null });
        await server.Editor.NextAsync("workspace/configuration");
        Assert.Equal(-32601, (await server.Editor.RequestAsync("no/such")).ErrorCode);
    }

    [Theory]
    [InlineData("textDocument/codeLens", "counts")]
    [InlineData("textDocument/inlayHint", "inlineNames")]
    public async Task What_is_switched_off_is_not_shown(string method, string setting)
    {
        const string copy = "Ada Vaughn opened the fair. She said: “It is a fair day.”\n";
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        server.Editor.Open(UriOf("a.txt"), copy);
        object parameters = new { textDocument = new { uri = UriOf("a.txt") }, range = new { start = new { line = 0, character = 0 }, end = new { line = 1, character = 0 } } };
        Assert.NotEqual(0, (await server.Editor.RequestAsync(method, parameters)).Result.GetArrayLength());
        server.Editor.Notify("workspace/didChangeConfiguration", new { settings = new { quotetracker = new Dictionary<string, bool> { [setting] = false } } });
        Assert.Equal(JsonValueKind.Null, (await server.Editor.RequestAsync(method, parameters)).Result.ValueKind);
    }

    [Fact]
    public void What_the_extension_lets_people_set_is_what_the_server_takes()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("editor-client", "package.json")));
        var offered = manifest.RootElement.GetProperty("contributes").GetProperty("configuration").EnumerateArray()
            .Single(static section => section.GetProperty("title").GetString() == "Reading and checking").GetProperty("properties").EnumerateObject()
            .Select(static property => OfferedSetting(property.Name["quotetracker.".Length..], property.Value));
        // npm run settings, in editor-client, makes them anew.
        Assert.Equal(EditorSettings.All, offered);
    }

    private static EditorSetting OfferedSetting(string name, JsonElement property)
    {
        string description = property.GetProperty("description").GetString()!;
        if (property.GetProperty("type").GetString() == "boolean") return new EditorSwitch(name, property.GetProperty("default").GetBoolean(), description);
        Assert.Equal("", property.GetProperty("default").GetString());
        Assert.Equal("machine", property.GetProperty("scope").GetString());
        return new EditorText(name, description);
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        Directory.CreateDirectory(PathOf("one"));
        Directory.CreateDirectory(PathOf("two/march"));
        File.WriteAllText(PathOf("two/speakers.yaml"), GoodRegistry);
        await using var server = await RunningServer.StartInitializedAsync(new { }, PathOf("one"));
        // Its newsroom is its own folder until that above is one of the workspace's, and with it the registry.
        string uri = UriOf("two/march/a.txt");
        server.Editor.Open(uri, "“It is safe,” Ada Vaughan said.\n");
        Assert.DoesNotContain(FindingsOf(await server.Editor.DiagnosticsAsync(uri)), static finding => finding.GetProperty("code").GetString() == "QT0302");
        server.Editor.Notify("workspace/didChangeWorkspaceFolders", new
        {
            @event = new { added = new[] { new { uri = UriOf("two"), name = "two" } }, removed = new[] { new { uri = UriOf("one"), name = "one" } } },
        });
        Assert.Contains(FindingsOf(await server.Editor.DiagnosticsAsync(uri)), static finding => finding.GetProperty("code").GetString() == "QT0302");
    }

    [Fact]
    public async Task What_an_editor_shows_besides_is_left_alone()
    {
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        server.Editor.Open("git:/a.txt?HEAD", Article);
        server.Editor.Open("untitled:Untitled-1", Article);
        Assert.Single(FindingsOf(await server.Editor.DiagnosticsAsync("untitled:Untitled-1")));
        Assert.DoesNotContain("textDocument/publishDiagnostics", server.Editor.Said());
    }

    private static List<JsonElement> FindingsOf(JsonElement published) => [.. published.GetProperty("diagnostics").EnumerateArray()];

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string UriOf(string name) => ScriptedEditor.UriOf(PathOf(name));
}
