using System.Diagnostics;
using QuoteTracker.LanguageServer.Hosting;
using Xunit;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;

namespace QuoteTracker.Tests.LanguageServer;

public class LifeTests
{
    [Fact]
    public async Task Before_initialize_requests_are_refused_and_notifications_dropped()
    {
        await using var server = RunningServer.Start();
        server.Editor.Open("untitled:a", "text");
        Assert.Equal(-32002, (await server.Editor.RequestAsync("textDocument/hover", new { })).ErrorCode);
        Assert.Equal(-32002, (await server.Editor.RequestAsync("shutdown")).ErrorCode);
        Assert.Equal(-32602, (await server.Editor.RequestAsync("initialize", new { processId = (int?)null })).ErrorCode);
        await server.Editor.InitializeAsync();
        Assert.Equal(-32600, (await server.Editor.RequestAsync("initialize", new { capabilities = new { } })).ErrorCode);
        Assert.Equal(-32602, (await server.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri = "untitled:a" } })).ErrorCode);
    }

    [Fact]
    public async Task After_shutdown_requests_are_refused_and_exit_is_0()
    {
        await using var server = await RunningServer.StartInitializedAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await server.Editor.RequestAsync("shutdown")).Ok().ValueKind);
        Assert.Equal(-32600, (await server.Editor.RequestAsync("textDocument/hover", new { })).ErrorCode);
        Assert.Equal(-32600, (await server.Editor.RequestAsync("shutdown")).ErrorCode);
        server.Editor.Notify("exit");
        Assert.Equal(0, await server.Exit.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Exit_without_shutdown_is_1(bool isInitialized)
    {
        await using var server = RunningServer.Start();
        if (isInitialized) await server.Editor.InitializeAsync();
        server.Editor.Notify("exit");
        Assert.Equal(1, await server.Exit.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task The_end_of_the_input_ends_the_server(bool isShutDown, int code)
    {
        await using var server = await RunningServer.StartInitializedAsync();
        if (isShutDown) (await server.Editor.RequestAsync("shutdown")).Ok();
        server.Editor.CloseInput();
        Assert.Equal(code, await server.Exit.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_request_under_way_at_the_end_is_answered()
    {
        var started = new TaskCompletionSource();
        await using var server = await RunningServer.StartInitializedAsync(more: Handler.Read(
            "textDocument/hover", static () => Json.Default.InitializedParams, static () => Json.Default.Hover, (_, context) =>
            {
                started.SetResult();
                context.Cancellation.WaitHandle.WaitOne();
                return null;
            }));
        var answer = server.Editor.RequestAsync("textDocument/hover", new { });
        await started.Task;
        server.Editor.Notify("exit");
        Assert.Equal(-32800, (await answer).ErrorCode);
    }

    [SkippableFact]
    public async Task The_server_ends_with_the_process_that_it_was_started_for()
    {
        Skip.If(OperatingSystem.IsWindows(), "uses sleep(1)");
        using var parent = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        await using var server = RunningServer.Start();
        (await server.Editor.RequestAsync("initialize", new { processId = parent.Id, capabilities = new { } })).Ok();
        server.Editor.Notify("initialized", new { });
        Assert.Equal(-32601, (await server.Editor.RequestAsync("no/such")).ErrorCode);
        parent.Kill();
        Assert.Equal(1, await server.Exit.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("utf-16", null)]
    [InlineData("utf-16", new string[0])]
    [InlineData("utf-8", new[] { "utf-8", "utf-16" })]
    [InlineData("utf-32", new[] { "utf-7", "utf-32", "utf-8" })]
    [InlineData("utf-16", new[] { "utf-7" })]
    public async Task The_clients_first_encoding_that_is_spoken_here_is_taken(string expected, string[]? offered)
    {
        await using var server = RunningServer.Start();
        var result = await server.Editor.InitializeAsync(new { general = new { positionEncodings = offered } });
        Assert.Equal(expected, result.GetProperty("capabilities").GetProperty("positionEncoding").GetString());
    }
}
