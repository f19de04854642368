using System.Text.Json;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using Xunit;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;

namespace QuoteTracker.Tests.LanguageServer;

public class ProgressTests
{
    private static readonly object CanShow = new { window = new { workDoneProgress = true } };

    private static readonly Handler Works = Handler.ReadAsync("workspace/symbol", static () => Json.Default.WorkspaceSymbolParams, static () => Json.Default.IReadOnlyListWorkspaceSymbol, async (parameters, context) =>
    {
        using var progress = await context.BeginProgressAsync("Reading articles", parameters);
        progress.Report("1 of 2", 50);
        if (parameters.Query == "wait") await Task.Delay(Timeout.Infinite, progress.Cancellation).ContinueWith(static _ => { }, TaskScheduler.Default);
        return [];
    });

    [Fact]
    public async Task Work_is_shown_under_the_clients_token()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: Works);
        (await server.Editor.RequestAsync("workspace/symbol", new { query = "", workDoneToken = "mine" })).Ok();
        Assert.Equal(["mine begin Reading articles", "mine report 1 of 2 50", "mine end"], await ProgressAsync(server, 3));
    }

    [Fact]
    public async Task Work_is_shown_under_a_token_of_the_servers_where_the_client_can()
    {
        await using var server = await RunningServer.StartInitializedAsync(CanShow, more: Works);
        (await server.Editor.RequestAsync("workspace/symbol", new { query = "" })).Ok();
        string token = (await server.Editor.NextAsync("window/workDoneProgress/create")).GetProperty("token").GetString()!;
        Assert.Equal([$"{token} begin Reading articles", $"{token} report 1 of 2 50", $"{token} end"], await ProgressAsync(server, 3));
    }

    [Fact]
    public async Task Work_is_not_shown_to_a_client_that_cannot()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: Works);
        (await server.Editor.RequestAsync("workspace/symbol", new { query = "" })).Ok();
        Assert.Empty(server.Editor.Said());
    }

    [Fact]
    public async Task The_user_can_stop_the_work()
    {
        await using var server = await RunningServer.StartInitializedAsync(CanShow, more: Works);
        var answer = server.Editor.RequestAsync("workspace/symbol", new { query = "wait" });
        string token = (await server.Editor.NextAsync("window/workDoneProgress/create")).GetProperty("token").GetString()!;
        Assert.Equal(2, (await ProgressAsync(server, 2)).Count);
        server.Editor.Notify("window/workDoneProgress/cancel", new { token });
        (await answer).Ok();
        Assert.Equal([$"{token} end"], await ProgressAsync(server, 1));
        server.Editor.Notify("window/workDoneProgress/cancel", new { token });
        (await server.Editor.RequestAsync("workspace/symbol", new { query = "", workDoneToken = 1 })).Ok();
    }

    [Fact]
    public async Task Answers_come_in_parts_only_where_asked()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: Handler.Read(
            "textDocument/references", static () => Json.Default.ReferenceParams, static () => Json.Default.IReadOnlyListLocation, static (parameters, context) =>
            {
                IReadOnlyList<Location> found = [new Location("file:///a.txt", default)];
                return context.TrySendPart(parameters, found, Json.Default.IReadOnlyListLocation) ? [] : found;
            }));
        var at = new { uri = "untitled:a" };
        var position = new { line = 0, character = 0 };
        var context = new { includeDeclaration = true };
        var whole = (await server.Editor.RequestAsync("textDocument/references", new { textDocument = at, position, context })).Ok();
        Assert.Equal(1, whole.GetArrayLength());
        Assert.Empty(server.Editor.Said());
        var rest = (await server.Editor.RequestAsync("textDocument/references", new { textDocument = at, position, context, partialResultToken = 9 })).Ok();
        Assert.Equal(0, rest.GetArrayLength());
        var part = await server.Editor.NextAsync("$/progress");
        Assert.Equal((9, 1), (part.GetProperty("token").GetInt32(), part.GetProperty("value").GetArrayLength()));
    }

    private static async Task<List<string>> ProgressAsync(RunningServer server, int count)
    {
        var shown = new List<string>();
        while (shown.Count < count)
        {
            var said = await server.Editor.NextAsync("$/progress");
            var value = said.GetProperty("value");
            shown.Add(string.Join(' ', ((IEnumerable<string>)[said.GetProperty("token").ToString(), .. Texts(value, "kind", "title", "message", "percentage")])));
        }
        return shown;
    }

    private static IEnumerable<string> Texts(JsonElement value, params string[] names) =>
        names.Where(name => value.TryGetProperty(name, out _)).Select(name => value.GetProperty(name).ToString());
}
