using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using QuoteTracker.Tests.Workspace;
using Xunit;
using static QuoteTracker.Tests.LanguageServer.EditingClient;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>What is offered where <c>$$</c> stands.</summary>
public sealed class CompletionTests : IDisposable
{
    private const string Registry =
        "speakers:\n  - id: vaughn\n    name: Ada Vaughn\n    note: She minds *the* spelling.\n    roles:\n      - { title: Mayor, of: Port Ellery, from: 2020-01-01 }\n  - id: lee\n    name: Bo Lee\n";

    private readonly TempFolder _folder = new();

    public CompletionTests() => _folder.Write("speakers.yaml", Registry);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("The bridge failed. Ad$$", "Ada Vaughn", "Mayor Ada Vaughn")]
    [InlineData("The bridge failed. Ada V$$", "Ada Vaughn", "Mayor Ada Vaughn")]
    [InlineData("The bridge failed. Vau$$", "Ada Vaughn", "Mayor Ada Vaughn")]
    [InlineData("The bridge failed. Mayor A$$ said", "Ada Vaughn", "Mayor Ada Vaughn")]
    [InlineData("“Yes,” Ada Vaughn said. “No,” V$$", "Vaughn", "Ada Vaughn", "Mayor Ada Vaughn")]
    [InlineData("“Yes,” Cy Nash said. “No,” C$$", "Cy Nash")]
    [InlineData("“Yes,” Ada Vaughn and Bo Lee said. “No,” B$$", "Bo Lee")]
    [InlineData("The bridge fa$$")]
    [InlineData("The bridge $$")]
    [InlineData("[quotetracker: $$", "ignore")]
    [InlineData("[quotetracker: ignore loaded-cue: Va$$]")]
    public async Task In_copy(string text, params string[] labels) => Assert.Equal(labels, Labels(await CompleteAsync("a.txt", text)));

    [Fact]
    public async Task A_name_takes_the_place_of_the_words_that_it_begins_with()
    {
        const string Text = "The bridge failed. Mayor Ada V";
        var item = (await CompleteAsync("a.txt", Text + "$$")).Single(static item => LabelOf(item) == "Mayor Ada Vaughn");
        Assert.Equal("The bridge failed. Mayor Ada Vaughn", Apply(Text, JsonSerializer.SerializeToElement(new[] { item.GetProperty("textEdit") })));
    }

    [Theory]
    [InlineData("a.txt", "“Nobody told us a thing about it.”\n\n[quotetracker: ignore $$]\n")]
    [InlineData("a.md", "“Nobody told us a thing about it.” <!-- quotetracker: ignore un$$ -->\n")]
    public async Task Rules_in_an_ignore_comment_those_that_are_broken_first(string name, string text)
    {
        var labels = Labels(await CompleteAsync(name, text));
        Assert.Equal("unattributed-quotation", labels[0]);
        Assert.Contains("loaded-cue", labels);
    }

    [Theory]
    [InlineData("$$", "articles", "exclude", "language", "registry", "sources", "ledger", "house-rules", "house", "rules")]
    [InlineData("exclude: []\nlang$$\nrules:\n  loaded-cue: off\n", "articles", "language", "registry", "sources", "ledger", "house-rules", "house")]
    [InlineData("house:\n  - id: HR0101\n    find:\n      $$\n", "cue", "phrase", "pattern", "source", "first-reference", "partial-quotes", "in", "speaker", "quotation")]
    [InlineData("house:\n  - id: HR0101\n    se$$\n", "name", "message", "severity", "find", "fix", "ok", "flag")]
    [InlineData("house:\n  - id: HR0101\n    find: { cue: slam, speaker: [v$$", "vaughn", "lee")]
    [InlineData("house:\n  - id: HR0101\n    find:\n      cue: slam\n      speaker: [vaughn, l$$]", "vaughn", "lee")]
    [InlineData("house:\n  - id: HR0101\n    find:\n      speaker: $$", "vaughn", "lee")]
    [InlineData("language: $$", "en")]
    [InlineData("rules:\n  loaded-cue: $$", "off", "hint", "info", "warning", "error")]
    [InlineData("rules:\n  # quiet\n  unknown-speaker: w$$\n  loaded-cue: off\n", "off", "hint", "info", "warning", "error")]
    [InlineData("registry: $$")]
    public async Task In_the_configuration(string text, params string[] labels) => Assert.Equal(labels, Labels(await CompleteAsync("quotetracker.yaml", text)));

    [Fact]
    public async Task Rules_in_the_configuration_that_it_does_not_have_yet()
    {
        var items = await CompleteAsync("quotetracker.yaml", "rules:\n  loaded-cue: off\n  $$");
        Assert.Contains("unattributed-quotation", Labels(items));
        Assert.DoesNotContain("loaded-cue", Labels(items));
        Assert.Contains("slam", Labels(await CompleteAsync("quotetracker.yaml", "house:\n  - { id: HR0101, name: slam, message: m, find: { cue: slam } }\nrules:\n  $$")));
        Assert.Equal("unattributed-quotation: ", items.First(static item => LabelOf(item) == "unattributed-quotation").GetProperty("textEdit").GetProperty("newText").GetString());
    }

    [Theory]
    [InlineData("$$", "speakers")]
    [InlineData("speakers:\n  - $$", "id", "name", "kind", "aliases", "pronouns", "roles", "links", "note")]
    [InlineData("speakers:\n  - id: a\n    $$\n    kind: person\n  - id: b\n    note: x\n", "name", "aliases", "pronouns", "roles", "links", "note")]
    [InlineData("speakers:\n  - id: a\n    name: A\n  - id: b\n    n$$", "name", "kind", "aliases", "pronouns", "roles", "links", "note")]
    [InlineData("speakers:\n  - id: a\n    kind: $$", "person", "organisation", "document")]
    [InlineData("speakers: \n  - { id: a, kind: p$$ }", "person", "organisation", "document")]
    [InlineData("speakers:\n  - { id: a, $$ }", "name", "kind", "aliases", "pronouns", "roles", "links", "note")]
    [InlineData("speakers:\n  - id: a\n    roles:\n      - { title: x, $$ }", "of", "from", "until")]
    [InlineData("speakers:\n  - id: a\n    roles: [{ $$", "title", "of", "from", "until")]
    [InlineData("speakers:\n  - id: a\n    roles:\n      - title: x\n        $$", "of", "from", "until")]
    [InlineData("speakers:\n  - id: a\n    name: $$")]
    public async Task In_the_registry(string text, params string[] labels) => Assert.Equal(labels, Labels(await CompleteAsync("speakers.yaml", text)));

    [Fact]
    public async Task What_a_name_and_a_rule_are_is_told_when_it_is_wanted()
    {
        await using var server = await RunningServer.StartInitializedAsync(Capabilities, _folder.Root);
        var name = (await CompleteAsync(server, "a.txt", "Ad$$"))[0];
        Assert.False(name.TryGetProperty("documentation", out _));
        string told = (await server.Editor.RequestAsync("completionItem/resolve", name)).Ok().GetProperty("documentation").GetProperty("value").GetString()!;
        Assert.Contains(@"She minds \*the\* spelling", told, StringComparison.Ordinal);
        Assert.Contains("2020-01-01", told, StringComparison.Ordinal);
        var rule = (await CompleteAsync(server, "b.txt", "[quotetracker: ignore $$]"))[0];
        Assert.Contains("## ", (await server.Editor.RequestAsync("completionItem/resolve", rule)).Ok().GetProperty("documentation").GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> CompleteAsync(string name, string text)
    {
        await using var server = await RunningServer.StartInitializedAsync(Simple, _folder.Root);
        return await CompleteAsync(server, name, text);
    }

    private async Task<List<JsonElement>> CompleteAsync(RunningServer server, string name, string text)
    {
        string uri = ScriptedEditor.UriOf(_folder[name]), plain = text.Replace("$$", "", StringComparison.Ordinal);
        server.Editor.Open(uri, plain);
        var answer = await server.Editor.RequestAsync("textDocument/completion", new { textDocument = new { uri }, position = PositionIn(text, "$$") });
        return [.. answer.Ok().GetProperty("items").EnumerateArray()];
    }

    private static string[] Labels(List<JsonElement> items) => [.. items.Select(LabelOf)];

    private static string LabelOf(JsonElement item) => item.GetProperty("label").GetString()!;
}
