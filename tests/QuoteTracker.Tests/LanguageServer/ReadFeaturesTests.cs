using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>The features that read, asked as an editor asks them; the scripted editor holds every answer against the meta model.</summary>
public sealed class ReadFeaturesTests : IAsyncLifetime
{
    private const string Article = "Mayor Ada Vaughn opened the 🙂 bridge.\n\n\"The bridge is safe,\" Vaughn said. She left.\n\nAda Vaughn said: “We tested it.\n\n“We will again.”\n";
    private const string Registry = "speakers:\n  - id: vaughn\n    name: Ada Vaughn\n    pronouns: she/her\n    links: [\"https://example.org/vaughn\"]\n";

    private static readonly object Capabilities = new
    {
        textDocument = new { definition = new { linkSupport = true }, documentSymbol = new { hierarchicalDocumentSymbolSupport = true }, hover = new { contentFormat = new[] { "markdown" } } },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("quotetracker-").FullName;
    private RunningServer _server = null!;

    private string Uri => ScriptedEditor.UriOf(Path.Combine(_folder, "a.txt"));

    private string RegistryUri => ScriptedEditor.UriOf(Path.Combine(_folder, "speakers.yaml"));

    public async Task InitializeAsync()
    {
        // On disk alone: what leads there reads it from there.
        await File.WriteAllTextAsync(Path.Combine(_folder, "speakers.yaml"), Registry);
        _server = await RunningServer.StartInitializedAsync(Capabilities, _folder);
        _server.Editor.Open(Uri, Article);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Tokens_come_whole_as_changes_and_for_a_range()
    {
        var full = await AskAsync("textDocument/semanticTokens/full");
        var data = Numbers(full.GetProperty("data"));
        Assert.NotEmpty(data);
        string id = full.GetProperty("resultId").GetString()!;
        _server.Editor.Change(Uri, 2, new { range = new { start = At(2, 0), end = At(2, 0) }, text = "Well. " });

        var delta = (await _server.Editor.RequestAsync("textDocument/semanticTokens/full/delta", new { textDocument = new { uri = Uri }, previousResultId = id })).Ok();
        foreach (var edit in delta.GetProperty("edits").EnumerateArray())
        {
            int start = edit.GetProperty("start").GetInt32();
            data.RemoveRange(start, edit.GetProperty("deleteCount").GetInt32());
            data.InsertRange(start, Numbers(edit.GetProperty("data")));
        }
        Assert.Equal(Numbers((await AskAsync("textDocument/semanticTokens/full")).GetProperty("data")), data);

        var forgotten = (await _server.Editor.RequestAsync("textDocument/semanticTokens/full/delta", new { textDocument = new { uri = Uri }, previousResultId = "none" })).Ok();
        Assert.Equal(data, Numbers(forgotten.GetProperty("data")));
        var line = await AskAsync("textDocument/semanticTokens/range", new { textDocument = new { uri = Uri }, range = new { start = At(2, 0), end = At(3, 0) } });
        var inLine = Numbers(line.GetProperty("data"));
        Assert.Equal(2, inLine[0]);
        Assert.True(inLine.Count < data.Count);
        Assert.All(inLine.Where(static (_, i) => i > 0 && i % 5 == 0), static lines => Assert.Equal(0, lines));
    }

    [Fact]
    public async Task Hover_shows_the_speaker_of_the_words()
    {
        var hover = await AtAsync("textDocument/hover", 2, 5);
        Assert.Equal("markdown", hover.GetProperty("contents").GetProperty("kind").GetString());
        Assert.Contains("**Ada Vaughn**", hover.GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, hover.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task Going_to_a_speaker_opens_the_registry_or_the_introduction()
    {
        var entry = (await AtAsync("textDocument/definition", 2, 24))[0];
        Assert.Equal(RegistryUri, entry.GetProperty("targetUri").GetString());
        Assert.Equal(2, entry.GetProperty("targetSelectionRange").GetProperty("start").GetProperty("line").GetInt32());
        var introduction = (await AtAsync("textDocument/declaration", 2, 24))[0];
        Assert.Equal(Uri, introduction.GetProperty("uri").GetString());
        Assert.Equal(RegistryUri, (await AtAsync("textDocument/typeDefinition", 2, 5))[0].GetProperty("uri").GetString());
        Assert.Equal(2, (await AtAsync("textDocument/implementation", 2, 24))[0].GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await AtAsync("textDocument/definition", 0, 22)).ValueKind);
    }

    [Fact]
    public async Task References_and_highlights_are_the_speakers()
    {
        var references = await AskAsync("textDocument/references", new { textDocument = new { uri = Uri }, position = At(2, 24), context = new { includeDeclaration = true } });
        Assert.Contains(references.EnumerateArray(), found => found.GetProperty("uri").GetString() == RegistryUri);
        Assert.Contains(references.EnumerateArray(), found => found.GetProperty("uri").GetString() == Uri);
        Assert.NotEmpty((await AtAsync("textDocument/documentHighlight", 2, 24)).EnumerateArray());
    }

    [Fact]
    public async Task Symbols_are_speakers_and_their_words()
    {
        var article = Assert.Single((await AskAsync("textDocument/documentSymbol")).EnumerateArray());
        var speaker = article.GetProperty("children")[0];
        Assert.Equal("Ada Vaughn", speaker.GetProperty("name").GetString());
        Assert.Equal("\"The bridge is safe,\"", speaker.GetProperty("children")[0].GetProperty("name").GetString());
        var found = await AskAsync("workspace/symbol", new { query = "bridge safe" });
        Assert.Equal(Uri, Assert.Single(found.EnumerateArray()).GetProperty("location").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task An_editor_without_a_tree_gets_a_list()
    {
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        server.Editor.Open(Uri, Article);
        var symbols = (await server.Editor.RequestAsync("textDocument/documentSymbol", new { textDocument = new { uri = Uri } })).Ok();
        Assert.Contains(symbols.EnumerateArray(), static symbol => symbol.GetProperty("name").GetString() == "Ada Vaughn");
    }

    [Fact]
    public async Task Quotations_fold_and_selections_grow()
    {
        var fold = Assert.Single((await AskAsync("textDocument/foldingRange")).EnumerateArray());
        Assert.Equal((4, 6), (fold.GetProperty("startLine").GetInt32(), fold.GetProperty("endLine").GetInt32()));
        var selections = await AskAsync("textDocument/selectionRange", new { textDocument = new { uri = Uri }, positions = new[] { At(2, 6), At(0, 0) } });
        Assert.Equal(2, selections.GetArrayLength());
        Assert.True(selections[0].TryGetProperty("parent", out _));
    }

    [Fact]
    public async Task The_registrys_links_open_and_straight_marks_change_together()
    {
        _server.Editor.Open(RegistryUri, Registry, language: "yaml");
        var link = Assert.Single((await AskAsync("textDocument/documentLink", new { textDocument = new { uri = RegistryUri } })).EnumerateArray());
        Assert.Equal("https://example.org/vaughn", link.GetProperty("target").GetString());
        Assert.Equal(2, (await AtAsync("textDocument/linkedEditingRange", 2, 0)).GetProperty("ranges").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, (await AtAsync("textDocument/linkedEditingRange", 2, 8)).ValueKind);
    }

    [Fact]
    public async Task The_hierarchy_leads_from_the_article_to_its_speakers_and_back()
    {
        var article = (await AtAsync("textDocument/prepareCallHierarchy", 0, 22))[0];
        var speaker = Assert.Single((await AskAsync("callHierarchy/outgoingCalls", new { item = article })).EnumerateArray()).GetProperty("to");
        Assert.Equal("Ada Vaughn", speaker.GetProperty("name").GetString());
        var caller = Assert.Single((await AskAsync("callHierarchy/incomingCalls", new { item = speaker })).EnumerateArray());
        Assert.Equal(Uri, caller.GetProperty("from").GetProperty("uri").GetString());
        Assert.Empty((await AskAsync("callHierarchy/incomingCalls", new { item = article })).EnumerateArray());
    }

    [Fact]
    public async Task Hints_name_who_goes_on_and_say_why_when_asked()
    {
        var hints = await AskAsync("textDocument/inlayHint", new { textDocument = new { uri = Uri }, range = new { start = At(0, 0), end = At(9, 0) } });
        var last = hints.EnumerateArray().Last();
        Assert.Equal(6, last.GetProperty("position").GetProperty("line").GetInt32());
        var resolved = await AskAsync("inlayHint/resolve", last);
        Assert.Contains("Ada Vaughn", resolved.GetProperty("tooltip").GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal(RegistryUri, resolved.GetProperty("label")[0].GetProperty("location").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task Lenses_count_when_they_are_resolved()
    {
        var lens = Assert.Single((await AskAsync("textDocument/codeLens")).EnumerateArray());
        Assert.False(lens.TryGetProperty("command", out _));
        string title = (await AskAsync("codeLens/resolve", lens)).GetProperty("command").GetProperty("title").GetString()!;
        Assert.StartsWith("2 quotations · 1 speaker", title, StringComparison.Ordinal);
        var strange = await AskAsync("codeLens/resolve", new { range = new { start = At(0, 0), end = At(0, 1) }, data = new { uri = 5 } });
        Assert.Equal("…", strange.GetProperty("command").GetProperty("title").GetString());
    }

    private static object At(int line, int character) => new { line, character };

    private static List<int> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(static number => number.GetInt32())];

    private async Task<JsonElement> AskAsync(string method, object? parameters = null) =>
        (await _server.Editor.RequestAsync(method, parameters ?? new { textDocument = new { uri = Uri } })).Ok();

    private Task<JsonElement> AtAsync(string method, int line, int character) =>
        AskAsync(method, new { textDocument = new { uri = Uri }, position = At(line, character) });
}
