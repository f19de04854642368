using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using QuoteTracker.Tests.Workspace;
using Xunit;
using static QuoteTracker.Tests.LanguageServer.EditingClient;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>What can be done at a place, as an editor asks for it and applies it.</summary>
public sealed class CodeActionTests : IDisposable
{
    private const string Registry = "speakers:\n  - id: vaughn\n    name: Ada Vaughn\n    kind: person\n";

    private const string TwoFaults =
        "“We knew the bridge was failing,\" Mayor Ada Vaughn said.\n\n“We acted on it,\" Vaughn said.\n\n“Nobody was hurt,” she said.\n\n“We were lucky,” she said.\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_fix_comes_with_its_finding_and_its_edit_when_it_is_taken()
    {
        await using var server = await OpenAsync(Capabilities, "a.txt", TwoFaults);
        var actions = await ActionsAsync(server.Editor, Uri("a.txt"), PositionIn(TwoFaults, "\""));
        var fix = actions.Find(action => action.TryGetProperty("isPreferred", out _));
        Assert.Equal("quickfix", fix.GetProperty("kind").GetString());
        Assert.Equal("QT0102", fix.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.False(fix.TryGetProperty("edit", out _));
        var resolved = (await server.Editor.RequestAsync("codeAction/resolve", fix)).Ok();
        Assert.Equal(
            TwoFaults.Replace("failing,\"", "failing,”", StringComparison.Ordinal),
            Apply(TwoFaults, EditsOf(resolved.GetProperty("edit"), Uri("a.txt"))));
        server.Editor.Change(Uri("a.txt"), 2, new { text = "Other copy." });
        Assert.Equal(-32801, (await server.Editor.RequestAsync("codeAction/resolve", fix)).ErrorCode);
    }

    [Theory]
    [InlineData("quotetracker.yaml", "registri: speakers.yaml\n", "registri", "Write 'registry'", "registry: speakers.yaml\n")]
    [InlineData("quotetracker.yaml", "rules:\n  unclosed-quotaton: off\n", "unclosed", "Write 'unclosed-quotation'", "rules:\n  unclosed-quotation: off\n")]
    [InlineData("quotetracker.yaml", "rules:\n  QT0101: off\n", "QT0101", "Write 'unclosed-quotation'", "rules:\n  unclosed-quotation: off\n")]
    [InlineData("quotetracker.yaml", "rules:\n  unclosed-quotation: eror\n", "eror", "Write 'error'", "rules:\n  unclosed-quotation: error\n")]
    [InlineData("speakers.yaml", "speakers:\n  - id: a\n    name: A\n    rolls: []\n", "rolls", "Write 'roles'", "speakers:\n  - id: a\n    name: A\n    roles: []\n")]
    [InlineData("speakers.yaml", "speakers:\n  - id: a\n    name: A\n    kind: firm\n", "firm", "Write 'organisation'", "speakers:\n  - id: a\n    name: A\n    kind: organisation\n")]
    [InlineData("speakers.yaml", "speakers:\n  - id: a\n    name: A\n  - id: a-2\n    name: B\n  - id: \"a\"\n    name: C\n", "\"a\"", "Write 'a-3'", "speakers:\n  - id: a\n    name: A\n  - id: a-2\n    name: B\n  - id: a-3\n    name: C\n")]
    public async Task A_wrong_word_in_the_newsrooms_own_files_is_mended(string file, string text, string at, string title, string mended)
    {
        await using var server = await OpenAsync(Simple, file, text);
        var action = Titled(await ActionsAsync(server.Editor, Uri(file), PositionIn(text, at)), title);
        Assert.Equal(("quickfix", 1), (action.GetProperty("kind").GetString(), action.GetProperty("diagnostics").GetArrayLength()));
        Assert.Equal(mended, Apply(text, action.GetProperty("edit").GetProperty("changes").GetProperty(Uri(file))));
    }

    [Fact]
    public async Task A_client_that_cannot_wait_gets_the_edit_at_once()
    {
        await using var server = await OpenAsync(Simple, "a.txt", TwoFaults);
        var actions = await ActionsAsync(server.Editor, Uri("a.txt"), PositionIn(TwoFaults, "\""));
        var edits = Titled(actions, "Change the marks").GetProperty("edit").GetProperty("changes").GetProperty(Uri("a.txt"));
        Assert.Contains("failing,”", Apply(TwoFaults, edits), StringComparison.Ordinal);
        Assert.DoesNotContain(actions, static action => action.GetProperty("kind").GetString() == "source.fixAll");
    }

    [Theory]
    [InlineData("Fix all of mismatched-quotation-marks")]
    [InlineData("Fix all that needs no decision", "source.fixAll")]
    [InlineData("Fix all that needs no decision", "source")]
    [InlineData("Fix all that needs no decision", "source.fixAll.quotetracker")]
    public async Task All_of_a_rule_or_all_that_is_safe_is_mended_in_one_edit(string title, params string[] only)
    {
        await using var server = await OpenAsync(Simple, "a.txt", TwoFaults);
        var action = Titled(await ActionsAsync(server.Editor, Uri("a.txt"), PositionIn(TwoFaults, "\""), only), title);
        var edits = action.GetProperty("edit").GetProperty("changes").GetProperty(Uri("a.txt"));
        Assert.Equal(TwoFaults.Replace('"', '”'), Apply(TwoFaults, edits));
    }

    [Theory]
    [InlineData("a.txt", "“Nobody told us a thing about the noise.”\n\nThe fair opens on Friday.\n")]
    [InlineData("a.txt", "“Nobody told us a thing about the noise.”")]
    [InlineData("a.md", "# The fair\n\n> “Nobody told us a thing about the noise.”\n> The end.\n\nLast words.\n")]
    [InlineData("a.md", "“Nobody told us a thing about the noise.”")]
    public async Task A_finding_is_ignored_once_the_reason_is_typed(string name, string text)
    {
        await using var server = RunningServer.Start();
        await server.Editor.InitializeAsync(Simple, _folder.Root);
        server.Editor.Open(Uri(name), text);
        Assert.Equal(["QT0201"], CodesOf(await server.Editor.DiagnosticsAsync(Uri(name))));
        var action = Titled(await ActionsAsync(server.Editor, Uri(name), PositionIn(text, "Nobody")), "Ignore unattributed-quotation");
        string ignored = Apply(text, action.GetProperty("edit").GetProperty("changes").GetProperty(Uri(name)));
        server.Editor.Change(Uri(name), 2, new { text = ignored });
        Assert.Equal(["QT0201", "QT0932"], CodesOf(await server.Editor.DiagnosticsAsync(Uri(name))).Order());
        server.Editor.Change(Uri(name), 3, new { text = ignored.Replace("unattributed-quotation: ", "unattributed-quotation: it is a banner ", StringComparison.Ordinal)
            .Replace("unattributed-quotation:-", "unattributed-quotation: it is a banner -", StringComparison.Ordinal) });
        Assert.Empty(CodesOf(await server.Editor.DiagnosticsAsync(Uri(name))));
    }

    [Fact]
    public async Task A_speaker_is_added_to_the_registry_as_it_stands()
    {
        _folder.Write("speakers.yaml", Registry);
        const string Text = "“We acted on it,” Bo Lindgren said.\n";
        await using var server = await OpenAsync(Capabilities, "a.txt", Text);
        var action = Titled(await ActionsAsync(server.Editor, Uri("a.txt"), PositionIn(Text, "Lindgren")), "Add Bo Lindgren");
        var edit = (await server.Editor.RequestAsync("codeAction/resolve", action)).Ok().GetProperty("edit");
        string added = Apply(Registry, EditsOf(edit, Uri("speakers.yaml")));
        Assert.StartsWith(Registry + "  - id: lindgren\n    name: Bo Lindgren\n", added, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_registry_one_is_begun_where_the_client_can_make_files()
    {
        const string Text = "“We acted on it,” Bo Lindgren said.\n";
        await using (var server = await OpenAsync(Capabilities, "a.txt", Text))
        {
            var action = Titled(await ActionsAsync(server.Editor, Uri("a.txt"), PositionIn(Text, "Lindgren")), "Add Bo Lindgren");
            var changes = (await server.Editor.RequestAsync("codeAction/resolve", action)).Ok().GetProperty("edit").GetProperty("documentChanges");
            Assert.Equal(("create", Uri("speakers.yaml")), (changes[0].GetProperty("kind").GetString(), changes[0].GetProperty("uri").GetString()));
            Assert.StartsWith("speakers:\n  - id: lindgren\n", Apply("", changes[1].GetProperty("edits")), StringComparison.Ordinal);
        }
        await using var simple = await OpenAsync(Simple, "a.txt", Text);
        Assert.DoesNotContain(await ActionsAsync(simple.Editor, Uri("a.txt"), PositionIn(Text, "Lindgren")), static action => TitleOf(action).StartsWith("Add", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_people_the_one_that_is_picked_is_named()
    {
        _folder.Write("speakers.yaml", "speakers:\n  - id: ann\n    name: Ann Lee\n  - id: bo\n    name: Bo Lee\n");
        const string Text = "“We acted on it,” Councillor Lee said.\n";
        await using var server = await OpenAsync(Simple, "a.txt", Text);
        var action = Titled(await ActionsAsync(server.Editor, Uri("a.txt"), PositionIn(Text, "Lee")), "Name the speaker: Bo Lee");
        Assert.Equal("“We acted on it,” Councillor Bo Lee said.\n", Apply(Text, action.GetProperty("edit").GetProperty("changes").GetProperty(Uri("a.txt"))));
    }

    private async Task<RunningServer> OpenAsync(object capabilities, string name, string text)
    {
        var server = await RunningServer.StartInitializedAsync(capabilities, _folder.Root);
        server.Editor.Open(Uri(name), text);
        return server;
    }

    private string Uri(string name) => ScriptedEditor.UriOf(_folder[name]);

    private static string TitleOf(JsonElement action) => action.GetProperty("title").GetString()!;

    private static JsonElement Titled(List<JsonElement> actions, string start)
    {
        Assert.Contains(actions, action => TitleOf(action).StartsWith(start, StringComparison.Ordinal));
        return actions.First(action => TitleOf(action).StartsWith(start, StringComparison.Ordinal));
    }

    private static IEnumerable<string> CodesOf(JsonElement published) => [.. published.GetProperty("diagnostics").EnumerateArray().Select(static d => d.GetProperty("code").GetString()!)];
}
