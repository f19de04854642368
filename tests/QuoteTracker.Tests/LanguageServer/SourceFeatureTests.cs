using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using QuoteTracker.Tests.Workspace;
using Xunit;
using static QuoteTracker.Tests.LanguageServer.EditingClient;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>From a quotation to where it was said, and to what was checked: as an editor asks for it.</summary>
public sealed class SourceFeatureTests : IDisposable
{
    private const string Hearing = """
        WEBVTT

        NOTE
        title: Harbour hearing
        date: 2026-03-02
        url: https://example.org/hearing.mp4

        00:00:05.000 --> 00:00:09.000
        <v Ada Vaughn>We looked at the bill twice and it only grew.

        00:12:31.000 --> 00:12:35.000
        <v Tom Okafor>The bridge will close in spring, and nobody is glad of it.
        """;

    private const string Article =
        "“We looked at the bill twice and it only grew,” said Mayor Ada Vaughn.\n\n“The bridge will close in autumn, and nobody is glad of it,” Tom Okafor said.\n";

    private const string Registry = "speakers:\n  - id: vaughn\n    name: Ada Vaughn\n  - id: okafor\n    name: Tom Okafor\n";

    private static readonly object Client = new
    {
        workspace = new { applyEdit = true, workspaceEdit = new { documentChanges = true }, semanticTokens = new { refreshSupport = true } },
        window = new { showDocument = new { support = true } },
        textDocument = new
        {
            publishDiagnostics = new { versionSupport = true, relatedInformation = true },
            definition = new { linkSupport = true },
            codeAction = new { codeActionLiteralSupport = new { codeActionKind = new { valueSet = Array.Empty<string>() } } },
        },
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();

    private string ArticleUri => Uri("a.txt");

    private string LedgerUri => Uri("claims.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_definition_of_a_quotation_is_its_words_in_the_source()
    {
        await using var server = await OpenAsync();
        var link = (await DefinitionAsync(server, "bill"))[0];
        Assert.Equal(Uri("sources/hearing.vtt"), link.GetProperty("targetUri").GetString());
        var words = link.GetProperty("targetSelectionRange");
        Assert.Equal((8, 14, 8, 58), (Number(words, "start", "line"), Number(words, "start", "character"), Number(words, "end", "line"), Number(words, "end", "character")));
        Assert.Equal(0, Number(link.GetProperty("targetRange"), "start", "character"));
    }

    [Fact]
    public async Task A_hover_shows_what_differs_and_where_it_was_said()
    {
        await using var server = await OpenAsync();
        await DefinitionAsync(server, "autumn");
        string hover = await HoverAsync(server, ArticleUri, Article, "autumn");
        Assert.Contains("Sources: edited. Harbour hearing, 2026-03-02, Tom Okafor, 00:12:31.", hover, StringComparison.Ordinal);
        Assert.Contains("close in **spring**", hover, StringComparison.Ordinal);
        Assert.Contains("Here “autumn”, in the source “spring”.", hover, StringComparison.Ordinal);
        Assert.Contains("<https://example.org/hearing.mp4#t=751>", hover, StringComparison.Ordinal);
        Assert.Contains("Sources: exact.", await HoverAsync(server, ArticleUri, Article, "bill"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_leads_to_the_words_in_the_source()
    {
        await using var server = await OpenAsync();
        var published = await server.Editor.NextAsync("textDocument/publishDiagnostics", said => said.GetProperty("uri").GetString() == ArticleUri && Differing(said).Any());
        var finding = Assert.Single(Differing(published));
        var related = Assert.Single(finding.GetProperty("relatedInformation").EnumerateArray().ToList());
        Assert.Equal("What the source has, 00:12:31", related.GetProperty("message").GetString());
        Assert.Equal(Uri("sources/hearing.vtt"), related.GetProperty("location").GetProperty("uri").GetString());
        Assert.Equal((11, 14), (Number(related.GetProperty("location").GetProperty("range"), "start", "line"), Number(related.GetProperty("location").GetProperty("range"), "start", "character")));

        static IEnumerable<JsonElement> Differing(JsonElement published) =>
            published.GetProperty("diagnostics").EnumerateArray().Where(static item => item.GetProperty("code").GetString() == "QT0401");
    }

    [Theory]
    [InlineData("QT0404", "disputed", "We looked at the bill twice and it only grew,")]
    [InlineData("QT0405", "verified", "We looked at the bill three times and it only grew,")]
    public async Task A_finding_about_a_check_leads_to_its_line_in_the_ledger(string rule, string status, string words)
    {
        const string Other = """{"id":"c0","article":"b.txt","anchor":{"prefix":"","exact":"Nobody was there,","suffix":""},"speaker":"okafor","kind":"direct","status":"unchecked"}""";
        string entry = $$"""{"id":"c1","article":"a.txt","anchor":{"prefix":"","exact":"{{words}}","suffix":"” said Mayor Ada Vaughn."},"speaker":"vaughn","kind":"direct","status":"{{status}}","note":"She says otherwise now.","checkedBy":"ida","checkedOn":"2026-03-03"}""";
        await using var server = await OpenAsync(ledger: Other + "\n" + entry + "\n");
        var published = await server.Editor.NextAsync("textDocument/publishDiagnostics", said => said.GetProperty("uri").GetString() == ArticleUri && Of(said, rule).Count == 1);
        var related = Assert.Single(Of(published, rule)[0].GetProperty("relatedInformation").EnumerateArray());
        Assert.Equal("What the ledger has of it", related.GetProperty("message").GetString());
        var place = related.GetProperty("location");
        // With the marks of the JSON.
        int start = entry.IndexOf(words, StringComparison.Ordinal) - 1;
        Assert.Equal(
            (LedgerUri, 1, start, 1, start + words.Length + 2),
            (place.GetProperty("uri").GetString(), Number(place.GetProperty("range"), "start", "line"), Number(place.GetProperty("range"), "start", "character"),
             Number(place.GetProperty("range"), "end", "line"), Number(place.GetProperty("range"), "end", "character")));
    }

    [Fact]
    public async Task The_cue_of_a_quotation_links_to_its_time_on_the_web()
    {
        await using var server = await OpenAsync();
        await DefinitionAsync(server, "bill");
        var links = (await AskAsync(server, "textDocument/documentLink", new { textDocument = new { uri = ArticleUri } })).EnumerateArray().ToList();
        Assert.Equal(["https://example.org/hearing.mp4#t=5", "https://example.org/hearing.mp4#t=751"], links.Select(static link => link.GetProperty("target").GetString()));
    }

    [Fact]
    public async Task A_source_that_changes_on_disk_is_read_again()
    {
        await using var server = await OpenAsync();
        await DefinitionAsync(server, "autumn");
        _folder.Write("sources/hearing.vtt", Hearing.Replace("spring", "autumn", StringComparison.Ordinal));
        server.Editor.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = Uri("sources/hearing.vtt"), type = 2 } } });
        await UntilAsync(async () => (await HoverAsync(server, ArticleUri, Article, "autumn")).Contains("Sources: exact.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quotation_marked_as_verified_is_in_the_ledger_and_shown_so()
    {
        await using var server = await OpenAsync(ledger: "");
        await DefinitionAsync(server, "bill");
        Assert.Empty(await AskClaimsAsync(server));
        Assert.Equal("2 quotations · 2 speakers · 2 claims, 0 checked, 2 open", await LensAsync(server));
        var action = (await ActionsAsync(server.Editor, ArticleUri, PositionIn(Article, "bill"))).Single(action => action.GetProperty("title").GetString() == "Mark as verified");
        var done = await AskAsync(server, "workspace/executeCommand", action.GetProperty("command"));
        Assert.Equal("verified", done.GetProperty("status").GetString());

        await server.Editor.NextAsync("quotetracker/claimsChanged");
        var written = JsonDocument.Parse(File.ReadAllText(_folder["claims.jsonl"])).RootElement;
        Assert.Equal(("verified", "exact", "sources/hearing.vtt", "00:00:05"), (
            written.GetProperty("status").GetString(), written.GetProperty("verdict").GetString(),
            written.GetProperty("source").GetProperty("path").GetString(), written.GetProperty("source").GetProperty("locator").GetString()));
        var claim = Assert.Single(await AskClaimsAsync(server));
        Assert.Equal((ArticleUri, "verified", "vaughn", "Ada Vaughn"), (
            claim.GetProperty("uri").GetString(), claim.GetProperty("status").GetString(),
            claim.GetProperty("speaker").GetProperty("id").GetString(), claim.GetProperty("speaker").GetProperty("name").GetString()));
        Assert.Equal(Uri("sources/hearing.vtt"), claim.GetProperty("source").GetProperty("uri").GetString());
        Assert.Equal("2 quotations · 2 speakers · 2 claims, 1 checked, 1 open", await LensAsync(server));
        Assert.Contains("Ledger: verified by", await HoverAsync(server, ArticleUri, Article, "bill"), StringComparison.Ordinal);
        var line = await AskAsync(server, "textDocument/implementation", At(ArticleUri, Article, "bill"));
        Assert.Equal((LedgerUri, 0), (line[0].GetProperty("uri").GetString(), Number(line[0].GetProperty("range"), "start", "line")));
        await UntilAsync(async () => Traits(await AskAsync(server, "textDocument/semanticTokens/full", new { textDocument = new { uri = ArticleUri } })).Any(static traits => (traits & 32) != 0));
        var counts = await AskAsync(server, "quotetracker/articleCounts", new { textDocument = new { uri = ArticleUri } });
        Assert.Equal(1, counts.GetProperty("openClaims").GetInt32());
    }

    [Fact]
    public async Task A_ledger_with_changes_that_are_not_saved_is_changed_in_the_editor()
    {
        await using var server = await OpenAsync(ledger: "");
        server.Editor.Open(LedgerUri, "\n", language: "json");
        var applied = new TaskCompletionSource<JsonElement>();
        server.Editor.Answers["workspace/applyEdit"] = edit =>
        {
            applied.SetResult(edit);
            return Task.FromResult<object?>(new { applied = true });
        };
        var range = new { start = PositionIn(Article, "bill"), end = PositionIn(Article, "bill") };
        await AskAsync(server, "workspace/executeCommand", new
        {
            command = "quotetracker.setClaimStatus",
            arguments = new[] { new { uri = ArticleUri, range, status = "disputed", note = "She denies it.", by = "ida" } },
        });
        string edit = (await applied.Task).GetProperty("edit").GetRawText();
        Assert.Contains("disputed", edit, StringComparison.Ordinal);
        Assert.Equal("", File.ReadAllText(_folder["claims.jsonl"]));
    }

    [Theory]
    [InlineData("{\"command\":\"quotetracker.nothing\"}")]
    [InlineData("{\"command\":\"quotetracker.setClaimStatus\"}")]
    [InlineData("{\"command\":\"quotetracker.setClaimStatus\",\"arguments\":[{\"id\":\"none\",\"status\":\"verified\"}]}")]
    [InlineData("{\"command\":\"quotetracker.setClaimStatus\",\"arguments\":[{\"id\":\"none\",\"status\":\"sure\"}]}")]
    [InlineData("{\"command\":\"quotetracker.setClaimStatus\",\"arguments\":[{\"id\":\"none\"}]}")]
    public async Task A_command_that_cannot_be_understood_is_refused(string parameters)
    {
        await using var server = await OpenAsync();
        Assert.Equal(-32602, (await server.Editor.RequestAsync("workspace/executeCommand", JsonDocument.Parse(parameters).RootElement)).ErrorCode);
        Assert.False(File.Exists(_folder["claims.jsonl"]));
    }

    [Fact]
    public async Task Findings_of_claims_come_when_the_typing_pauses_and_go_with_their_words()
    {
        await using var server = await OpenAsync(ledger: "");
        var found = await server.Editor.NextAsync("textDocument/publishDiagnostics", said => Of(said, "QT0403").Count == 2);
        int line = Number(Of(found, "QT0403")[1].GetProperty("range"), "start", "line");
        server.Editor.Change(ArticleUri, 2, new { range = new { start = new { line = 1, character = 0 }, end = new { line = 1, character = 0 } }, text = "\nThe hall was full.\n" });
        var quick = await server.Editor.NextAsync("textDocument/publishDiagnostics", static said => said.GetProperty("version").GetInt32() == 2);
        Assert.Equal([0, line + 2], Of(quick, "QT0403").Select(static finding => Number(finding.GetProperty("range"), "start", "line")));
    }

    [Fact]
    public async Task The_ledger_is_a_document_too()
    {
        const string Words = "We looked at the bill twice and it only grew,";
        string entry = $$"""{"id":"c1","article":"a.txt","anchor":{"prefix":"","exact":"{{Words}}","suffix":""},"speaker":"nobody","kind":"direct","status":"verified","source":{"url":"https://example.org/talk","locator":"00:01:05"},"checkedBy":"ida","checkedOn":"2026-03-03"}""" + "\n";
        await using var server = await OpenAsync(ledger: entry);
        server.Editor.Open(LedgerUri, entry, language: "json");
        var found = await server.Editor.NextAsync("textDocument/publishDiagnostics", said => said.GetProperty("uri").GetString() == LedgerUri && Of(said, "QT0412").Count == 1);
        Assert.Equal(entry.IndexOf("\"nobody\"", StringComparison.Ordinal), Number(Of(found, "QT0412")[0].GetProperty("range"), "start", "character"));
        string hover = await HoverAsync(server, LedgerUri, entry, "c1");
        Assert.Contains("Ledger: verified by ida on 2026-03-03, against https://example.org/talk at 00:01:05.", hover.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var target = (await AskAsync(server, "textDocument/definition", At(LedgerUri, entry, "c1")))[0];
        Assert.Equal((ArticleUri, 0), (target.GetProperty("targetUri").GetString(), Number(target.GetProperty("targetSelectionRange"), "start", "line")));
        var link = Assert.Single((await AskAsync(server, "textDocument/documentLink", new { textDocument = new { uri = LedgerUri } })).EnumerateArray());
        Assert.Equal("https://example.org/talk#t=65", link.GetProperty("target").GetString());

        server.Editor.Change(ArticleUri, 2, new { text = Article.Replace("twice", "three times", StringComparison.Ordinal) });
        var stale = await server.Editor.NextAsync("textDocument/publishDiagnostics", said => said.GetProperty("uri").GetString() == ArticleUri && Of(said, "QT0405").Count == 1);
        Assert.Contains("three times", Of(stale, "QT0405")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<RunningServer> OpenAsync(string? ledger = null)
    {
        _folder.Write("quotetracker.yaml", "articles: [\"*.txt\"]\nsources: [\"sources/**\"]\n");
        _folder.Write("speakers.yaml", Registry);
        _folder.Write("sources/hearing.vtt", Hearing);
        if (ledger is not null) _folder.Write("claims.jsonl", ledger);
        var server = await RunningServer.StartInitializedAsync(Client, _folder.Root);
        server.Editor.Open(ArticleUri, Article);
        return server;
    }

    /// <summary>Once the sources are read.</summary>
    private async Task<List<JsonElement>> DefinitionAsync(RunningServer server, string word)
    {
        List<JsonElement> links = [];
        await UntilAsync(async () =>
        {
            var answer = await AskAsync(server, "textDocument/definition", At(ArticleUri, Article, word));
            links = answer.ValueKind == JsonValueKind.Array ? [.. answer.EnumerateArray()] : [];
            return links.Exists(static link => link.GetProperty("targetUri").GetString()!.EndsWith(".vtt", StringComparison.Ordinal));
        });
        return links;
    }

    private async Task<string> LensAsync(RunningServer server)
    {
        var lens = (await AskAsync(server, "textDocument/codeLens", new { textDocument = new { uri = ArticleUri } }))[0];
        return (await AskAsync(server, "codeLens/resolve", lens)).GetProperty("command").GetProperty("title").GetString()!;
    }

    private static async Task<string> HoverAsync(RunningServer server, string uri, string text, string word) =>
        (await AskAsync(server, "textDocument/hover", At(uri, text, word))).GetProperty("contents").GetProperty("value").GetString()!;

    private static async Task<List<JsonElement>> AskClaimsAsync(RunningServer server) => [.. (await AskAsync(server, "quotetracker/claims", new { })).EnumerateArray()];

    private static async Task<JsonElement> AskAsync(RunningServer server, string method, object parameters) => (await server.Editor.RequestAsync(method, parameters)).Ok();

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var end = DateTime.UtcNow + Patience; !await isSo(); await Task.Delay(50)) Assert.True(DateTime.UtcNow < end, "it never came");
    }

    private static object At(string uri, string text, string word) => new { textDocument = new { uri }, position = PositionIn(text, word) };

    private static List<JsonElement> Of(JsonElement published, string code) =>
        [.. published.GetProperty("diagnostics").EnumerateArray().Where(finding => finding.GetProperty("code").GetString() == code)];

    private static IEnumerable<int> Traits(JsonElement tokens) => tokens.GetProperty("data").EnumerateArray().Where(static (_, i) => i % 5 == 4).Select(static number => number.GetInt32());

    private static int Number(JsonElement range, string end, string part) => range.GetProperty(end).GetProperty(part).GetInt32();

    private string Uri(string name) => ScriptedEditor.UriOf(_folder[name]);
}
