using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using QuoteTracker.Tests.Workspace;
using Xunit;
using static QuoteTracker.Tests.LanguageServer.EditingClient;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>Renames as an editor asks for them and applies them.</summary>
public sealed class RenameTests : IDisposable
{
    private const string Registry = "speakers:\n  - id: vaughn\n    name: Ada Vaughn # the mayor\n    kind: person\n    pronouns: she/her\n    aliases: [\"Adeline Vaughn\", Hizzoner]\n  - id: lee\n    name: Bo Lee\n    pronouns: he/him\n";

    private const string Open =
        "VAUGHN BACKS BRIDGE\n\n“We knew the bridge was failing,” Mayor Ada\nVaughn said. “We acted on it.”\n\nVaughn’s deputy, Bo Lee, agreed. “I told Ada Vaughn so,” Lee said.\n";

    private const string Closed = "“Not again,” said Adeline Vaughn, the mayor.\n";

    private const string Unrelated = "“Not again,” said Cy Nash, the baker.\n";

    private readonly TempFolder _folder = new();

    public RenameTests()
    {
        _folder.Write("speakers.yaml", Registry);
        _folder.Write("b/closed.txt", Closed);
        _folder.Write("c.txt", Unrelated);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_speaker_is_renamed_everywhere_and_what_nobody_sees_is_asked_about()
    {
        await using var server = await OpenAsync(Capabilities);
        var prepared = (await Ask(server, "textDocument/prepareRename", PositionIn(Open, "Vaughn’s"))).Ok();
        Assert.Equal("Ada Vaughn", prepared.GetProperty("placeholder").GetString());
        Assert.Equal(6, prepared.GetProperty("range").GetProperty("end").GetProperty("character").GetInt32());

        var edit = (await Ask(server, "textDocument/rename", PositionIn(Open, "Vaughn’s"), "Ada Hartley")).Ok();
        Assert.Equal(Open.Replace("VAUGHN", "HARTLEY", StringComparison.Ordinal).Replace("Vaughn", "Hartley", StringComparison.Ordinal), Apply(Open, EditsOf(edit, Uri("a.txt"))));
        Assert.Equal(Closed.Replace("Vaughn", "Hartley", StringComparison.Ordinal), Apply(Closed, EditsOf(edit, Uri("b/closed.txt"))));
        Assert.Equal(Registry.Replace("Ada Vaughn", "Ada Hartley", StringComparison.Ordinal).Replace("\"Adeline Vaughn\"", "Adeline Hartley", StringComparison.Ordinal), Apply(Registry, EditsOf(edit, Uri("speakers.yaml"))));
        Assert.Equal(3, edit.GetProperty("documentChanges").GetArrayLength());

        bool Asks(JsonElement change) => edit.GetProperty("changeAnnotations").GetProperty(change.GetProperty("annotationId").GetString()!).GetProperty("needsConfirmation").GetBoolean();
        Assert.All(EditsOf(edit, Uri("b/closed.txt")).EnumerateArray(), change => Assert.True(Asks(change)));
        Assert.Equal([false, false, false, true], EditsOf(edit, Uri("a.txt")).EnumerateArray().Select(Asks));
        var documents = edit.GetProperty("documentChanges").EnumerateArray().Select(static change => change.GetProperty("textDocument")).ToDictionary(static d => d.GetProperty("uri").GetString()!);
        Assert.Equal(1, documents[Uri("a.txt")].GetProperty("version").GetInt32());
        Assert.Equal(JsonValueKind.Null, documents[Uri("b/closed.txt")].GetProperty("version").ValueKind);
    }

    [Fact]
    public async Task Where_nobody_is_asked_quoted_words_stay_as_they_were_said()
    {
        await using var server = await OpenAsync(Simple);
        var changes = (await Ask(server, "textDocument/rename", PositionIn(Open, "Vaughn’s"), "Ada Hartley")).Ok().GetProperty("changes");
        Assert.Contains("“I told Ada Vaughn so,”", Apply(Open, changes.GetProperty(Uri("a.txt"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("she said", "stands for Ada Vaughn")]
    [InlineData("bridge failed", "no speaker here")]
    public async Task What_is_no_name_of_a_speaker_is_refused_with_the_reason(string at, string reason)
    {
        const string Text = "The bridge failed.\n\n“We acted on it,” Mayor Ada Vaughn said. “We were lucky,” she said.\n";
        await using var server = await OpenAsync(Capabilities);
        string uri = Uri("d.txt");
        server.Editor.Open(uri, Text);
        foreach (var answer in new[] { await Ask(server, "textDocument/prepareRename", PositionIn(Text, at), uri: uri), await Ask(server, "textDocument/rename", PositionIn(Text, at), "X Y", uri) })
        {
            Assert.Equal(-32803, answer.ErrorCode);
            Assert.Contains(reason, answer.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "no name")]
    [InlineData("Ada\nHartley", "no name")]
    [InlineData("bo lee", "the name of the entry ‘lee’ already")]
    public async Task A_name_that_cannot_be_is_refused(string name, string reason)
    {
        await using var server = await OpenAsync(Capabilities);
        var answer = await Ask(server, "textDocument/rename", PositionIn(Open, "Vaughn’s"), name);
        Assert.Contains(reason, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_aliases_and_ids_are_renamed_from_the_registry()
    {
        await using var server = await OpenAsync(Capabilities);
        string uri = Uri("speakers.yaml");
        server.Editor.Open(uri, Registry, language: "yaml");
        var id = (await Ask(server, "textDocument/rename", PositionIn(Registry, "vaughn"), "ada-vaughn", uri)).Ok();
        Assert.Equal(Registry.Replace("id: vaughn", "id: ada-vaughn", StringComparison.Ordinal), Apply(Registry, EditsOf(id, uri)));
        Assert.Contains("taken", (await Ask(server, "textDocument/rename", PositionIn(Registry, "vaughn"), "lee", uri)).Message, StringComparison.Ordinal);
        var alias = (await Ask(server, "textDocument/rename", PositionIn(Registry, "Adeline"), "Addie Vaughn", uri)).Ok();
        Assert.Equal(Closed.Replace("Adeline", "Addie", StringComparison.Ordinal), Apply(Closed, EditsOf(alias, Uri("b/closed.txt"))));
        Assert.Equal(2, alias.GetProperty("documentChanges").GetArrayLength());
        Assert.Equal("Ada Vaughn", (await Ask(server, "textDocument/prepareRename", PositionIn(Registry, "Ada V"), uri: uri)).Ok().GetProperty("placeholder").GetString());
        Assert.Contains("no speaker", (await Ask(server, "textDocument/prepareRename", PositionIn(Registry, "kind"), uri: uri)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_id_is_renamed_in_the_ledger_and_in_the_rules_of_the_configuration()
    {
        const string Ledger = """{"id":"c1","article":"a.txt","anchor":{"prefix":"","exact":"We acted on it,","suffix":""},"speaker":"lee","kind":"direct","status":"unchecked"}""" + "\n"
            + """{"id":"c2","article":"a.txt","anchor":{"prefix":"","exact":"vaughn","suffix":""},"speaker":"vaughn",  "kind":"direct","status":"unchecked","note":"“vaughn”"}""" + "\n";
        const string Configuration = "house:\n  - { id: HR0101, name: slam, message: m, find: { cue: slam, speaker: [lee, vaughn] } }\n  - { id: HR0102, name: hit, message: m, find: { cue: hit, speaker: Ada vaughn } }\n";
        _folder.Write("claims.jsonl", Ledger);
        _folder.Write("quotetracker.yaml", Configuration);
        await using var server = await OpenAsync(Capabilities);
        string uri = Uri("speakers.yaml");
        server.Editor.Open(uri, Registry, language: "yaml");
        var id = (await Ask(server, "textDocument/rename", PositionIn(Registry, "vaughn"), "ada-vaughn", uri)).Ok();
        Assert.Equal(3, id.GetProperty("documentChanges").GetArrayLength());
        Assert.Equal(Ledger.Replace("\"speaker\":\"vaughn\"", "\"speaker\":\"ada-vaughn\"", StringComparison.Ordinal), Apply(Ledger, EditsOf(id, Uri("claims.jsonl"))));
        Assert.Equal(Configuration.Replace("lee, vaughn", "lee, ada-vaughn", StringComparison.Ordinal), Apply(Configuration, EditsOf(id, Uri("quotetracker.yaml"))));

        var name = (await Ask(server, "textDocument/rename", PositionIn(Registry, "Ada V"), "Ida Vaughn", uri)).Ok();
        Assert.Equal(Configuration.Replace("Ada vaughn", "Ida Vaughn", StringComparison.Ordinal), Apply(Configuration, EditsOf(name, Uri("quotetracker.yaml"))));
    }

    [Fact]
    public async Task A_speaker_that_the_registry_does_not_have_is_renamed_in_its_article()
    {
        await using var server = await OpenAsync(Capabilities);
        server.Editor.Open(Uri("c.txt"), Unrelated);
        var edit = (await Ask(server, "textDocument/rename", PositionIn(Unrelated, "Nash"), "Cyrus Nash", Uri("c.txt"))).Ok();
        Assert.Equal(Unrelated.Replace("Cy ", "Cyrus ", StringComparison.Ordinal), Apply(Unrelated, EditsOf(edit, Uri("c.txt"))));
        Assert.Equal(1, edit.GetProperty("documentChanges").GetArrayLength());
    }

    private async Task<RunningServer> OpenAsync(object capabilities)
    {
        var server = await RunningServer.StartInitializedAsync(capabilities, _folder.Root);
        server.Editor.Open(Uri("a.txt"), Open);
        return server;
    }

    private Task<Answer> Ask(RunningServer server, string method, object position, string? newName = null, string? uri = null) => server.Editor.RequestAsync(
        method, newName is null ? new { textDocument = new { uri = uri ?? Uri("a.txt") }, position } : new { textDocument = new { uri = uri ?? Uri("a.txt") }, position, newName });

    private string Uri(string name) => ScriptedEditor.UriOf(_folder[name]);
}
