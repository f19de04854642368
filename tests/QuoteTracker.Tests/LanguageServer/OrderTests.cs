using System.Diagnostics;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using Xunit;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;

namespace QuoteTracker.Tests.LanguageServer;

public class OrderTests
{
    private const string Uri = "untitled:one";
    private static readonly object At = new { textDocument = new { uri = Uri }, position = new { line = 0, character = 0 } };

    /// <summary>Answers with the document's text.</summary>
    private static readonly Handler ReadsText = Handler.Read(
        "textDocument/hover", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.Hover, static (parameters, context) => Say(context.Document(parameters).Text.ToString()));

    [Fact]
    public async Task A_read_sees_every_change_before_it_and_none_after()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: ReadsText);
        server.Editor.Open(Uri, "", version: 0);
        var answers = new List<Task<QuoteTracker.ProtocolTesting.Answer>>();
        for (int version = 1; version <= 200; version++)
        {
            server.Editor.Change(Uri, version, new { text = $"text {version}" });
            answers.Add(server.Editor.RequestAsync("textDocument/hover", At));
        }
        for (int i = 0; i < answers.Count; i++) Assert.Equal($"text {i + 1}", Said((await answers[i]).Ok()));
    }

    [Fact]
    public async Task A_slow_read_holds_up_nothing()
    {
        var release = new TaskCompletionSource();
        await using var server = await RunningServer.StartInitializedAsync(more:
        [
            ReadsText,
            Handler.ReadAsync("test/slow", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.Hover, async (parameters, context) =>
            {
                await release.Task;
                return Say(context.Document(parameters).Text.ToString());
            }),
        ]);
        server.Editor.Open(Uri, "old");
        var slow = server.Editor.RequestAsync("test/slow", At);
        server.Editor.Change(Uri, 2, new { text = "new" });
        Assert.Equal("new", Said((await server.Editor.RequestAsync("textDocument/hover", At)).Ok()));
        release.SetResult();
        // The slow one answers from what it started on.
        Assert.Equal("old", Said((await slow).Ok()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_is_answered_at_once_even_if_the_work_goes_on(bool looks)
    {
        var stopped = new TaskCompletionSource<TimeSpan>();
        var started = new TaskCompletionSource();
        var clock = new Stopwatch();
        await using var server = await RunningServer.StartInitializedAsync(more: Handler.Read(
            "textDocument/hover", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.Hover, (parameters, context) =>
            {
                started.SetResult();
                if (looks) context.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(10));
                else Thread.Sleep(TimeSpan.FromSeconds(1));
                stopped.SetResult(clock.Elapsed);
                return Say("late");
            }));
        server.Editor.Open(Uri, "");
        var (id, answer) = server.Editor.Ask("textDocument/hover", At);
        await started.Task;
        clock.Start();
        server.Editor.Cancel(id);
        Assert.Equal(-32800, (await answer).ErrorCode);
        Assert.True(clock.Elapsed < TimeSpan.FromMilliseconds(500), $"answered after {clock.Elapsed}");
        if (looks) Assert.True(await stopped.Task < TimeSpan.FromMilliseconds(500));
    }

    /// <summary>
    /// Work that looks at its cancellation stops within 10 ms, as a rule: of many on a machine that does something else as well, the median. One alone
    /// says nothing of the server.
    /// </summary>
    [Fact]
    public async Task Cancelled_work_stops_within_ten_milliseconds()
    {
        const int Requests = 101;
        var started = new SemaphoreSlim(0);
        var stopped = new TaskCompletionSource<long>[Requests];
        for (int k = 0; k < Requests; k++) stopped[k] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int next = 0;
        await using var server = await RunningServer.StartInitializedAsync(more: Handler.Read(
            "textDocument/hover", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.Hover, (_, context) =>
            {
                int number = next++;
                started.Release();
                context.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(10));
                stopped[number].SetResult(Stopwatch.GetTimestamp());
                return Say("late");
            }));
        server.Editor.Open(Uri, "");
        var took = new List<TimeSpan>();
        for (int k = 0; k < Requests; k++)
        {
            var (id, answer) = server.Editor.Ask("textDocument/hover", At);
            Assert.True(await started.WaitAsync(TimeSpan.FromSeconds(30)));
            long cancelled = Stopwatch.GetTimestamp();
            server.Editor.Cancel(id);
            Assert.Equal(-32800, (await answer).ErrorCode);
            took.Add(Stopwatch.GetElapsedTime(cancelled, await stopped[k].Task));
        }
        took.Sort();
        Assert.True(took[Requests / 2] < TimeSpan.FromMilliseconds(10), $"half of them took {took[Requests / 2].TotalMilliseconds} ms and more");
    }

    [Fact]
    public async Task A_request_that_waits_can_be_cancelled_and_is_then_not_run()
    {
        var blocked = new ManualResetEventSlim();
        int runs = 0;
        await using var server = await RunningServer.StartInitializedAsync(more:
        [
            Handler.Change("test/block", static () => Json.Default.InitializedParams, (state, _) =>
            {
                blocked.Wait();
                return state;
            }),
            Handler.Read("textDocument/hover", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.Hover, (_, _) =>
            {
                Interlocked.Increment(ref runs);
                return Say("ran");
            }),
        ]);
        server.Editor.Open(Uri, "");
        server.Editor.Notify("test/block", new { });
        var (id, answer) = server.Editor.Ask("textDocument/hover", At);
        server.Editor.Cancel(id);
        server.Editor.Cancel(id);
        server.Editor.Notify("$/cancelRequest", new { id = "never asked" });
        server.Editor.Notify("$/cancelRequest", new { });
        // While the queue stands still: the reader settles it.
        Assert.Equal(-32800, (await answer).ErrorCode);
        blocked.Set();
        Assert.Equal("ran", Said((await server.Editor.RequestAsync("textDocument/hover", At)).Ok()));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task An_edit_for_a_text_that_changed_meanwhile_is_refused()
    {
        var started = new TaskCompletionSource();
        await using var server = await RunningServer.StartInitializedAsync(more: Handler.Read(
            "textDocument/rename",
            static () => Json.Default.RenameParams,
            static () => Json.Default.WorkspaceEdit,
            (parameters, context) =>
            {
                started.SetResult();
                context.Cancellation.WaitHandle.WaitOne();
                return new WorkspaceEdit();
            },
            mustBeCurrent: true));
        server.Editor.Open(Uri, "a");
        var rename = server.Editor.RequestAsync("textDocument/rename", new { textDocument = new { uri = Uri }, position = new { line = 0, character = 0 }, newName = "b" });
        await started.Task;
        server.Editor.Change(Uri, 2, new { text = "aa" });
        Assert.Equal(-32801, (await rename).ErrorCode);
    }

    [Fact]
    public async Task A_read_may_wait_for_the_client_while_changes_go_on()
    {
        var asked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        await using var server = await RunningServer.StartInitializedAsync(more:
        [
            ReadsText,
            Handler.ReadAsync("textDocument/definition", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.IReadOnlyListLocationOrLink, async (_, context) =>
            {
                var result = await context.Client.RequestAsync(
                    "workspace/applyEdit",
                    new ApplyWorkspaceEditParams(new WorkspaceEdit(), "test"),
                    Json.Default.ApplyWorkspaceEditParams,
                    Json.Default.ApplyWorkspaceEditResult,
                    context.Cancellation);
                return result!.Applied ? [] : null;
            }),
        ]);
        server.Editor.Answers["workspace/applyEdit"] = async _ =>
        {
            asked.SetResult();
            await mayAnswer.Task;
            return new { applied = true };
        };
        server.Editor.Open(Uri, "a");
        var waiting = server.Editor.RequestAsync("textDocument/definition", At);
        await asked.Task;
        server.Editor.Change(Uri, 2, new { text = "b" });
        Assert.Equal("b", Said((await server.Editor.RequestAsync("textDocument/hover", At)).Ok()));
        mayAnswer.SetResult();
        Assert.Equal(0, (await waiting).Ok().GetArrayLength());
    }

    private static Hover Say(string text) => new(new MarkupContent(MarkupKind.PlainText, text));

    private static string? Said(System.Text.Json.JsonElement hover) => hover.GetProperty("contents").GetProperty("value").GetString();
}
