using System.Text.Json;
using Xunit;
using static QuoteTracker.EndToEnd.Tests.LanguageServer.FeatureNewsroom;

namespace QuoteTracker.EndToEnd.Tests.LanguageServer;

/// <summary>What an editor gets of an article from the server's process: one process for all of it.</summary>
public sealed class ArticleFeatureTests(FeatureNewsroom newsroom) : IClassFixture<FeatureNewsroom>
{
    /// <summary>As the protocol numbers them.</summary>
    private static readonly string[] HighlightKinds = ["", "text", "read", "write"];

    private const string Bill = "\"We looked at the bill twice and it only grew,\"";

    [Fact]
    public async Task Tokens_tell_what_the_words_are() => Check(
        """
        Ada Vaughn: speaker
        "We looked at the bill twice and it only grew,": quotation direct attributed verified
        Vaughn: speaker
        said: cue
        She: speaker
        “The bridge will close in spring,”: quotation direct attributed
        Tom Okafor: speaker
        said: cue
        “Nobody voted for it.: quotation direct attributed
        “Nobody is glad of it.”: quotation direct attributed
        """,
        Tokens(Bridge, Numbers((await newsroom.OfAsync("textDocument/semanticTokens/full", Bridge)).GetProperty("data"))));

    [Fact]
    public async Task Tokens_of_a_range_are_the_share_of_the_whole_that_is_in_it() => Check("“Nobody is glad of it.”: quotation direct attributed", Tokens(Bridge, Numbers((await newsroom.AskAsync("textDocument/semanticTokens/range", new { textDocument = newsroom.Document(Bridge), range = newsroom.RangeOf(Bridge, "“Nobody is glad of it.”") })).GetProperty("data"))));

    [Fact]
    public async Task Changes_of_tokens_make_the_new_whole_of_the_old()
    {
        const string Typed = "typed.txt", Text = "“It holds,” Ada Vaughn said.\n\n“It is new,” Tom Okafor said.\n";
        string uri = newsroom.UriOf(Typed);
        newsroom.Editor.Open(uri, Text);
        var full = await newsroom.OfAsync("textDocument/semanticTokens/full", Typed);
        var tokens = Numbers(full.GetProperty("data"));
        int before = tokens.Count;
        newsroom.Editor.Change(uri, 2, new { range = new { start = new { line = 1, character = 0 }, end = new { line = 1, character = 0 } }, text = "“No,” Tom Okafor said.\n" });
        var delta = await newsroom.AskAsync("textDocument/semanticTokens/full/delta", new { textDocument = new { uri }, previousResultId = full.GetProperty("resultId").GetString() });
        var edit = Assert.Single(delta.GetProperty("edits").EnumerateArray());
        // The first line's tokens are not sent again.
        Assert.True(edit.GetProperty("start").GetInt32() > 0);
        tokens.RemoveRange(edit.GetProperty("start").GetInt32(), edit.GetProperty("deleteCount").GetInt32());
        tokens.InsertRange(edit.GetProperty("start").GetInt32(), Numbers(edit.GetProperty("data")));
        Assert.Equal(Numbers((await newsroom.OfAsync("textDocument/semanticTokens/full", Typed)).GetProperty("data")), tokens);
        Assert.True(tokens.Count > before);
        newsroom.Editor.Notify("textDocument/didClose", new { textDocument = new { uri } });
    }

    [Fact]
    public async Task References_of_a_speaker_are_in_the_registry_and_in_every_article() => Check(
        """
        speakers.yaml:3 Ada Vaughn
        bridge.txt:6 Ada Vaughn
        bridge.txt:6 "We looked at the bill twice and it only grew,"
        bridge.txt:6 Vaughn
        bridge.txt:6 She
        ferry.txt:3 “We looked at the bill twice and it only grew,”
        ferry.txt:3 Ada Vaughn
        """,
        await ReferencesAsync("Vaughn said"));

    [Fact]
    public async Task References_of_words_are_the_same_words_elsewhere() => Check(
        """
        bridge.txt:6 "We looked at the bill twice and it only grew,"
        bridge.txt:6 Vaughn
        bridge.txt:6 said
        ferry.txt:3 “We looked at the bill twice and it only grew,”
        """,
        await ReferencesAsync("the bill"));

    [Fact]
    public async Task Highlights_are_the_parts_of_the_statement() => Check(
        """
        "We looked at the bill twice and it only grew,": text
        Vaughn: write
        said: read
        """,
        await HighlightsAsync("the bill"));

    [Fact]
    public async Task Highlights_of_a_speaker_are_all_the_mentions() => Check(
        """
        Ada Vaughn: write
        "We looked at the bill twice and it only grew,": text
        Vaughn: read
        She: read
        """,
        await HighlightsAsync("Ada Vaughn"));

    [Fact]
    public async Task A_name_can_be_renamed_and_other_words_cannot()
    {
        var prepared = await newsroom.AtAsync("textDocument/prepareRename", Bridge, "Vaughn said");
        Assert.Equal(("Vaughn", "Ada Vaughn"), (newsroom.Words(Bridge, prepared.GetProperty("range")), prepared.GetProperty("placeholder").GetString()));
        Assert.Equal(-32803, (await newsroom.Editor.RequestAsync("textDocument/prepareRename", new { textDocument = newsroom.Document(Bridge), position = newsroom.PositionOf(Bridge, "fair") })).ErrorCode);
    }

    [Fact]
    public async Task The_outline_is_the_article_its_speakers_and_their_words() => Check(
        """
        Bridge to close in spring: Bridge to close in spring
         Ada Vaughn: Ada Vaughn
          "We looked at the bill twice and it only grew,": "We looked at the bill twice and it only grew,"
         Tom Okafor: Tom Okafor
          “The bridge will close in spring,”: “The bridge will close in spring,”
        """,
        Outline(await newsroom.OfAsync("textDocument/documentSymbol", Bridge), Bridge));

    [Fact]
    public async Task Speakers_and_words_are_found_across_the_newsroom()
    {
        Check(
            """
            Tom Okafor (speakers.yaml): speakers.yaml:10 Tom Okafor
            Tom Okafor (Bridge to close in spring): bridge.txt:8 Tom Okafor
            Tom Okafor (The ferry stays): ferry.txt:3 Tom Okafor
            """,
            await SymbolsAsync("okafor"));
        Check(
            """
            "We looked at the bill twice and it only grew," (Ada Vaughn, Bridge to close in spring): bridge.txt:6 "We looked at the bill twice and it only grew,"
            “We looked at the bill twice and it only grew,” (Ada Vaughn, The ferry stays): ferry.txt:3 “We looked at the bill twice and it only grew,”
            """,
            await SymbolsAsync("bill grew"));
        Assert.Empty(await SymbolsAsync("no such words"));
    }

    [Fact]
    public async Task Hints_name_the_pronoun_and_the_one_who_goes_on_and_say_why()
    {
        var hints = (await newsroom.AskAsync("textDocument/inlayHint", new { textDocument = newsroom.Document(Bridge), range = newsroom.RangeOf(Bridge, newsroom.TextOf(Bridge)) })).EnumerateArray().ToList();
        Check(
            """
            Ada Vaughn before ' left early.'
            Tom Okafor before ''
            """,
            hints.Select(hint => $"{hint.GetProperty("label")[0].GetProperty("value").GetString()} before '{Behind(Bridge, hint.GetProperty("position"))}'"));
        var resolved = await newsroom.AskAsync("inlayHint/resolve", hints[0]);
        Check("Ada Vaughn, because: whoever speaks in the sentence before.", [resolved.GetProperty("tooltip").GetProperty("value").GetString()!]);
        Assert.Equal("speakers.yaml:3 Ada Vaughn", newsroom.Place(resolved.GetProperty("label")[0].GetProperty("location")));
    }

    [Fact]
    public async Task A_lens_counts_the_articles_quotations_and_claims()
    {
        var lens = Assert.Single((await newsroom.OfAsync("textDocument/codeLens", Bridge)).EnumerateArray());
        Assert.Equal("Bridge to close in spring", newsroom.Words(Bridge, lens.GetProperty("range")));
        Check("2 quotations · 2 speakers · 2 claims, 1 checked, 1 open", [(await newsroom.AskAsync("codeLens/resolve", lens)).GetProperty("command").GetProperty("title").GetString()!]);
    }

    [Fact]
    public async Task A_name_is_completed_and_told_of()
    {
        const string Typed = "completed.txt", Text = "The bridge failed. Ada V";
        string uri = newsroom.UriOf(Typed);
        newsroom.Editor.Open(uri, Text);
        var items = (await newsroom.AskAsync("textDocument/completion", new { textDocument = new { uri }, position = new { line = 0, character = Text.Length } })).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Ada Vaughn", "Mayor Ada Vaughn"], items.Select(static item => item.GetProperty("label").GetString()));
        var edit = items[1].GetProperty("textEdit");
        Assert.Equal(("Mayor Ada Vaughn", 19, 24), (edit.GetProperty("newText").GetString(), Character(edit, "start"), Character(edit, "end")));
        string told = (await newsroom.AskAsync("completionItem/resolve", items[0])).GetProperty("documentation").GetProperty("value").GetString()!;
        Check(
            """
            **Ada Vaughn**

            she/her

            Mayor, Port Ellery: 2020-01-01 to now
            """,
            [told]);
        newsroom.Editor.Notify("textDocument/didClose", new { textDocument = new { uri } });
    }

    [Fact]
    public async Task The_front_matter_and_a_running_quotation_fold() => Assert.Equal(
        ["0-2 comment", "7-9 region"],
        (await newsroom.OfAsync("textDocument/foldingRange", Bridge)).EnumerateArray().Select(static fold =>
            $"{fold.GetProperty("startLine").GetInt32()}-{fold.GetProperty("endLine").GetInt32()} {fold.GetProperty("kind").GetString()}"));

    [Fact]
    public async Task A_selection_grows_from_the_word_to_the_statement_and_on()
    {
        var selection = (await newsroom.AskAsync("textDocument/selectionRange", new { textDocument = newsroom.Document(Bridge), positions = new[] { newsroom.PositionOf(Bridge, "bi|ll") } }))[0];
        var grown = new List<string>();
        for (JsonElement? at = selection; at is { } one; at = one.TryGetProperty("parent", out var parent) ? parent : null) grown.Add(newsroom.Words(Bridge, one.GetProperty("range")));
        Check(
            """
            bill
            We looked at the bill twice and it only grew,
            "We looked at the bill twice and it only grew,"
            "We looked at the bill twice and it only grew," Vaughn said
            "We looked at the bill twice and it only grew," Vaughn said.
            Mayor Ada Vaughn opened the 🙂 fair. "We looked at the bill twice and it only grew," Vaughn said. She left early.
            """,
            grown[..^1]);
        Assert.Equal(newsroom.TextOf(Bridge), grown[^1].Replace("⏎", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cue_links_to_its_time_in_the_recording()
    {
        var link = Assert.Single((await newsroom.OfAsync("textDocument/documentLink", Bridge)).EnumerateArray());
        Assert.Equal(("said", "https://example.org/hearing.mp4#t=5"), (newsroom.Words(Bridge, link.GetProperty("range")), link.GetProperty("target").GetString()));
    }

    [Fact]
    public async Task Straight_marks_change_together_and_curly_ones_alone()
    {
        var linked = await newsroom.AtAsync("textDocument/linkedEditingRange", Bridge, "\"We looked");
        Assert.Equal(["\"", "\""], linked.GetProperty("ranges").EnumerateArray().Select(range => newsroom.Words(Bridge, range)));
        Assert.Equal(JsonValueKind.Null, (await newsroom.AtAsync("textDocument/linkedEditingRange", Bridge, "“Nobody")).ValueKind);
    }

    [Fact]
    public async Task The_hierarchy_tells_who_quotes_whom()
    {
        var article = Assert.Single((await newsroom.AtAsync("textDocument/prepareCallHierarchy", Bridge, "Bridge to")).EnumerateArray());
        var speakers = (await newsroom.AskAsync("callHierarchy/outgoingCalls", new { item = article })).EnumerateArray().ToList();
        Assert.Equal(["Ada Vaughn", "Tom Okafor"], speakers.Select(static call => call.GetProperty("to").GetProperty("name").GetString()));
        Assert.Equal([Bill], speakers[0].GetProperty("fromRanges").EnumerateArray().Select(range => newsroom.Words(Bridge, range)));
        var articles = (await newsroom.AskAsync("callHierarchy/incomingCalls", new { item = speakers[1].GetProperty("to") })).EnumerateArray().ToList();
        Assert.Equal(["Bridge to close in spring", "The ferry stays"], articles.Select(static call => call.GetProperty("from").GetProperty("name").GetString()));
        Assert.Equal(["“The ferry stays,”"], articles[1].GetProperty("fromRanges").EnumerateArray().Select(range => newsroom.Words(Ferry, range)));
    }

    [Theory]
    [InlineData("definition", "Vaughn said", "speakers.yaml:3 Ada Vaughn")]
    [InlineData("definition", "the bill", "sources/hearing.vtt:8 We looked at the bill twice and it only grew")]
    [InlineData("declaration", "Vaughn said", "bridge.txt:6 Ada Vaughn")]
    [InlineData("declaration", "She left", "bridge.txt:6 Ada Vaughn")]
    [InlineData("typeDefinition", "the bill", "speakers.yaml:3 Ada Vaughn")]
    [InlineData("typeDefinition", "She left", "speakers.yaml:3 Ada Vaughn")]
    [InlineData("implementation", "the bill", "claims.jsonl:1 \"We looked at the bill twice and it only grew,\"")]
    [InlineData("implementation", "Vaughn said", "bridge.txt:6 " + Bill)]
    [InlineData("definition", "fair")]
    [InlineData("declaration", "fair")]
    [InlineData("typeDefinition", "fair")]
    [InlineData("implementation", "fair")]
    public async Task A_place_leads_to(string what, string words, params string[] places)
    {
        var answer = await newsroom.AtAsync($"textDocument/{what}", Bridge, words);
        Assert.Equal(places, answer.ValueKind == JsonValueKind.Null ? [] : newsroom.Places(answer));
    }

    private async Task<List<string>> ReferencesAsync(string words) => newsroom.Places(await newsroom.AskAsync(
        "textDocument/references", new { textDocument = newsroom.Document(Bridge), position = newsroom.PositionOf(Bridge, words), context = new { includeDeclaration = true } }));

    private async Task<IEnumerable<string>> HighlightsAsync(string words) => (await newsroom.AtAsync("textDocument/documentHighlight", Bridge, words)).EnumerateArray()
        .Select(one => $"{newsroom.Words(Bridge, one.GetProperty("range"))}: {HighlightKinds[one.GetProperty("kind").GetInt32()]}");

    private async Task<List<string>> SymbolsAsync(string query) => [.. (await newsroom.AskAsync("workspace/symbol", new { query })).EnumerateArray()
        .Select(symbol => $"{symbol.GetProperty("name").GetString()} ({(symbol.TryGetProperty("containerName", out var container) ? container.GetString() : "")}): {newsroom.Place(symbol.GetProperty("location"))}")];

    private IEnumerable<string> Outline(JsonElement symbols, string name, int depth = 0) => symbols.EnumerateArray().SelectMany(symbol => (IEnumerable<string>)
    [
        $"{new string(' ', depth)}{symbol.GetProperty("name").GetString()}: {newsroom.Words(name, symbol.GetProperty("selectionRange"))}",
        .. symbol.TryGetProperty("children", out var children) ? Outline(children, name, depth + 1) : [],
    ]);

    /// <summary>Each token's words, what they are, and the modifiers.</summary>
    private List<string> Tokens(string name, List<int> data)
    {
        var legend = newsroom.ServerCan.GetProperty("semanticTokensProvider").GetProperty("legend");
        List<string?> kinds = [.. legend.GetProperty("tokenTypes").EnumerateArray().Select(static kind => kind.GetString())];
        List<string?> traits = [.. legend.GetProperty("tokenModifiers").EnumerateArray().Select(static trait => trait.GetString())];
        string[] lines = newsroom.TextOf(name).Split('\n');
        var (line, character) = (0, 0);
        var tokens = new List<string>();
        for (int k = 0; k < data.Count; k += 5)
        {
            (line, character) = (line + data[k], data[k] == 0 ? character + data[k + 1] : data[k + 1]);
            int bits = data[k + 4];
            tokens.Add($"{lines[line].Substring(character, data[k + 2])}: {string.Join(' ', traits.Where((_, bit) => (bits & (1 << bit)) != 0).Prepend(kinds[data[k + 3]]))}");
        }
        return tokens;
    }

    private string Behind(string name, JsonElement position) =>
        newsroom.TextOf(name).Split('\n')[position.GetProperty("line").GetInt32()][position.GetProperty("character").GetInt32()..];

    private static int Character(JsonElement edit, string end) => edit.GetProperty("range").GetProperty(end).GetProperty("character").GetInt32();

    private static List<int> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(static number => number.GetInt32())];
}
