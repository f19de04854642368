using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>What the server answers beyond the protocol.</summary>
public sealed class OwnRequestTests : IDisposable
{
    private const string Article = "“Who pays for it?”\n\nThe crowd laughed and went home early.\n\nMayor Ada Vaughn said on Friday the bridge would close.\n\n“It is not safe,” Vaughn said.\n\n“So will I,” said Tom Okafor.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("quotetracker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_counts_of_an_article_are_of_its_text_in_the_editor()
    {
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        string uri = UriOf("a.txt");
        server.Editor.Open(uri, Article);
        var counts = await AskAsync(server, "quotetracker/articleCounts", new { textDocument = new { uri } });
        Assert.Equal((4, 1), (counts.GetProperty("quotations").GetInt32(), counts.GetProperty("unattributed").GetInt32()));
        server.Editor.Change(uri, 2, new { text = "“Never,” said Tom Okafor.\n" });
        counts = await AskAsync(server, "quotetracker/articleCounts", new { textDocument = new { uri } });
        Assert.Equal((1, 0), (counts.GetProperty("quotations").GetInt32(), counts.GetProperty("unattributed").GetInt32()));
    }

    [Fact]
    public async Task What_is_no_article_has_no_counts()
    {
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        string uri = UriOf("speakers.yaml");
        server.Editor.Open(uri, "speakers: []\n", language: "yaml");
        Assert.Equal(JsonValueKind.Null, (await AskAsync(server, "quotetracker/articleCounts", new { textDocument = new { uri } })).ValueKind);
    }

    [Fact]
    public async Task The_speakers_are_those_of_the_registry_and_then_those_whom_articles_quote()
    {
        File.WriteAllText(Path.Combine(_folder, "speakers.yaml"), """
            speakers:
              - id: vaughn
                name: Ada Vaughn
                roles:
                  - { title: Mayor, of: Port Ellery }
                  - { title: Councillor, until: 2020-01-01 }
              - id: board
                name: Harbour Board
                kind: organisation
            """);
        await using var server = await RunningServer.StartInitializedAsync(folder: _folder);
        string article = UriOf("a.txt");
        server.Editor.Open(article, Article);
        var speakers = (await AskAsync(server, "quotetracker/speakers", new { })).EnumerateArray().ToList();
        Assert.Equal(["Ada Vaughn", "Harbour Board", "Tom Okafor"], speakers.Select(static speaker => speaker.GetProperty("name").GetString()));
        Assert.Equal([2, 0, 1], speakers.Select(static speaker => speaker.GetProperty("quotations").GetInt32()));
        Assert.Equal("vaughn", speakers[0].GetProperty("id").GetString());
        Assert.Equal("Mayor of Port Ellery", speakers[0].GetProperty("role").GetString());
        Assert.Equal(("person", UriOf("speakers.yaml")), (speakers[0].GetProperty("kind").GetString(), speakers[0].GetProperty("uri").GetString()));
        Assert.Equal(2, speakers[0].GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        Assert.Equal("organisation", speakers[1].GetProperty("kind").GetString());
        Assert.False(speakers[2].TryGetProperty("id", out _));
        Assert.Equal(article, speakers[2].GetProperty("uri").GetString());
    }

    private static async Task<JsonElement> AskAsync(RunningServer server, string method, object parameters) => (await server.Editor.RequestAsync(method, parameters)).Ok();

    private string UriOf(string name) => ScriptedEditor.UriOf(Path.Combine(_folder, name));
}
