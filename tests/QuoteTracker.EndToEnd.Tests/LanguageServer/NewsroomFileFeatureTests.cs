using Xunit;
using static QuoteTracker.EndToEnd.Tests.LanguageServer.FeatureNewsroom;

namespace QuoteTracker.EndToEnd.Tests.LanguageServer;

/// <summary>What an editor gets of the registry and the configuration from the server's process: one process for all of it.</summary>
public sealed class NewsroomFileFeatureTests(FeatureNewsroom newsroom) : IClassFixture<FeatureNewsroom>
{
    [Theory]
    [InlineData(Registry, "QT0317 nicknames")]
    [InlineData(Configuration, "QT0904 no-such-rule")]
    public async Task Its_faults_are_at_their_words(string name, string fault)
    {
        var report = await newsroom.OfAsync("textDocument/diagnostic", name);
        Assert.Equal([fault], report.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("code").GetString()} {newsroom.Words(name, item.GetProperty("range"))}"));
    }

    [Fact]
    public async Task A_hover_tells_of_the_speaker() => Check(
        """
        **Ada Vaughn**

        In the registry: vaughn, person, she/her.

        Roles: Mayor of Port Ellery (since 2020-01-01).

        <https://example.org/vaughn>
        """,
        [(await HoverAsync(Registry, "Ada Vaughn")).TrimEnd()]);

    [Fact]
    public async Task A_hover_on_a_rules_name_is_its_page()
    {
        string page = await HoverAsync(Configuration, "loaded-cue");
        Assert.StartsWith("# loaded-cue (QT0206)\n", page, StringComparison.Ordinal);
        Assert.Contains("Mayor Ada Vaughn claimed that the bridge was safe.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quotetracker.yaml", "rules:\n  loaded-cue: $$", "off", "hint", "info", "warning", "error")]
    [InlineData("quotetracker.yaml", "language: $$", "en")]
    [InlineData("speakers.yaml", "speakers:\n  - id: a\n    kind: $$", "person", "organisation", "document")]
    [InlineData("speakers.yaml", "speakers:\n  - { id: a, name: A, $$ }", "kind", "aliases", "pronouns", "roles", "links", "note")]
    public async Task Keys_and_values_are_completed(string name, string text, params string[] labels)
    {
        // In a newsroom of its own, for all articles stand on these files.
        string folder = $"{Guid.NewGuid():N}", file = $"{folder}/{name}";
        newsroom.Write($"{folder}/{Configuration}", "");
        string uri = newsroom.UriOf(file), plain = text.Replace("$$", "", StringComparison.Ordinal);
        newsroom.Editor.Open(uri, plain, language: "yaml");
        string[] before = text[..text.IndexOf("$$", StringComparison.Ordinal)].Split('\n');
        var items = (await newsroom.AskAsync("textDocument/completion", new { textDocument = new { uri }, position = new { line = before.Length - 1, character = before[^1].Length } })).GetProperty("items");
        Assert.Equal(labels, items.EnumerateArray().Select(static item => item.GetProperty("label").GetString()));
        newsroom.Editor.Notify("textDocument/didClose", new { textDocument = new { uri } });
    }

    [Fact]
    public async Task A_rename_in_the_registry_reaches_every_article()
    {
        var prepared = await newsroom.AtAsync("textDocument/prepareRename", Registry, "Tom Okafor");
        Assert.Equal("Tom Okafor", newsroom.Words(Registry, prepared.GetProperty("range")));
        var edit = await newsroom.AskAsync("textDocument/rename", new { textDocument = newsroom.Document(Registry), position = newsroom.PositionOf(Registry, "Tom Okafor"), newName = "Tom Okoye" });
        Check(
            """
            bridge.txt:8 Okafor → Okoye
            ferry.txt:3 Okafor → Okoye
            speakers.yaml:10 Tom Okafor → Tom Okoye
            """,
            edit.GetProperty("documentChanges").EnumerateArray().SelectMany(file => file.GetProperty("edits").EnumerateArray()
                .Select(change => $"{newsroom.Place(file.GetProperty("textDocument").GetProperty("uri").GetString()!, change.GetProperty("range"))} → {change.GetProperty("newText").GetString()}")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Registry, "Ada Vaughn", "speakers.yaml:3 Ada Vaughn")]
    [InlineData(Configuration, "speakers.yaml", "speakers.yaml:1 ")]
    public async Task A_definition_leads_to_the_entry_and_to_the_registry(string name, string words, string place) =>
        Assert.Equal([place], newsroom.Places(await newsroom.AtAsync("textDocument/definition", name, words)));

    [Fact]
    public async Task An_entry_leads_to_all_that_the_speaker_says() => Check(
        """
        bridge.txt:8 “The bridge will close in spring,”
        ferry.txt:3 “The ferry stays,”
        """,
        newsroom.Places(await newsroom.AtAsync("textDocument/implementation", Registry, "Tom Okafor")));

    [Fact]
    public async Task A_lens_over_an_entry_counts_its_quotations()
    {
        var lenses = (await newsroom.OfAsync("textDocument/codeLens", Registry)).EnumerateArray().ToList();
        Assert.Equal(["vaughn", "okafor"], lenses.Select(lens => newsroom.Words(Registry, lens.GetProperty("range"))));
        Assert.Equal("2 quotations in 2 articles · last on 2026-03-14", (await newsroom.AskAsync("codeLens/resolve", lenses[0])).GetProperty("command").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Entries_fold_and_their_links_open()
    {
        Assert.Equal(["1-7", "8-10"], (await newsroom.OfAsync("textDocument/foldingRange", Registry)).EnumerateArray().Select(static fold => $"{fold.GetProperty("startLine").GetInt32()}-{fold.GetProperty("endLine").GetInt32()}"));
        var link = Assert.Single((await newsroom.OfAsync("textDocument/documentLink", Registry)).EnumerateArray());
        Assert.Equal("https://example.org/vaughn", link.GetProperty("target").GetString());
        link = Assert.Single((await newsroom.OfAsync("textDocument/documentLink", Configuration)).EnumerateArray(), link => newsroom.Words(Configuration, link.GetProperty("range")) == "speakers.yaml");
        Assert.Equal(newsroom.UriOf(Registry), link.GetProperty("target").GetString());
    }

    [Fact]
    public async Task References_of_an_entry_are_in_every_article()
    {
        var found = newsroom.Places(await newsroom.AskAsync(
            "textDocument/references", new { textDocument = newsroom.Document(Registry), position = newsroom.PositionOf(Registry, "Tom Okafor"), context = new { includeDeclaration = false } }));
        Check(
            """
            bridge.txt:8 “The bridge will close in spring,”
            bridge.txt:8 Tom Okafor
            bridge.txt:8 “Nobody voted for it.
            bridge.txt:10 “Nobody is glad of it.”
            ferry.txt:3 “The ferry stays,”
            ferry.txt:3 Tom Okafor
            """,
            found);
    }

    [Fact]
    public async Task The_outline_of_the_registry_is_its_speakers() => Assert.Equal(
        ["Ada Vaughn", "Tom Okafor"],
        (await newsroom.OfAsync("textDocument/documentSymbol", Registry)).EnumerateArray().Select(static symbol => symbol.GetProperty("name").GetString()));

    private async Task<string> HoverAsync(string name, string words) =>
        (await newsroom.AtAsync("textDocument/hover", name, words)).GetProperty("contents").GetProperty("value").GetString()!;
}
