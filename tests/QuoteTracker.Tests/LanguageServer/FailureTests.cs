using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;
using Xunit;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;

namespace QuoteTracker.Tests.LanguageServer;

public class FailureTests
{
    [Fact]
    public async Task A_handler_that_fails_costs_its_own_answer()
    {
        await using var server = await RunningServer.StartInitializedAsync(more:
        [
            Handler.Read<InitializedParams, Hover>("textDocument/hover", static () => Json.Default.InitializedParams, static () => Json.Default.Hover, (_, _) => throw new FileNotFoundException("/home/ada/secret.txt")),
            Handler.Read<InitializedParams, Hover>("test/refuses", static () => Json.Default.InitializedParams, static () => Json.Default.Hover, (_, _) => throw new RequestException(ErrorCode.RequestFailed, "Not here.")),
            Handler.Read<InitializedParams, Hover>("test/cancels", static () => Json.Default.InitializedParams, static () => Json.Default.Hover, (_, _) => throw new OperationCanceledException()),
        ]);
        var failed = await server.Editor.RequestAsync("textDocument/hover", new { });
        Assert.Equal((-32603, "textDocument/hover failed (FileNotFoundException)."), (failed.ErrorCode, failed.Message));
        var said = await server.Editor.NextAsync("window/logMessage");
        Assert.Equal(1, said.GetProperty("type").GetInt32());
        Assert.DoesNotContain("secret", said.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("secret", server.Log, StringComparison.Ordinal);

        var refused = await server.Editor.RequestAsync("test/refuses", new { });
        Assert.Equal((-32803, "Not here."), (refused.ErrorCode, refused.Message));
        // A cancellation that nobody asked for is a fault like any other.
        Assert.Equal(-32603, (await server.Editor.RequestAsync("test/cancels", new { })).ErrorCode);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_the_state_as_it_was()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: Handler.Change<InitializedParams>(
            "test/change", static () => Json.Default.InitializedParams, (_, _) => throw new InvalidOperationException("no")));
        server.Editor.Open("untitled:a", "text");
        server.Editor.Notify("test/change", new { });
        var pulled = await server.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri = "untitled:a" } });
        Assert.Null(pulled.ErrorCode);
        await server.Editor.NextAsync("window/logMessage");
    }
}
