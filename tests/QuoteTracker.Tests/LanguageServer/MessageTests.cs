using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

public class MessageTests
{
    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"m"}""")]
    [InlineData("""{"params":null,"method":"m","x":{"id":[1]},"id":7,"jsonrpc":"2.0"}""")]
    public void Reads_a_request_with_its_members_in_any_order(string json)
    {
        var request = Assert.IsType<IncomingRequest>(Parse(json));
        Assert.Equal((7, "m"), (request.Id, request.Method));
    }

    [Fact]
    public void Tells_a_number_from_a_word()
    {
        Assert.Equal("7", Assert.IsType<IncomingRequest>(Parse("""{"jsonrpc":"2.0","id":"7","method":"m"}""")).Id);
        Assert.NotEqual<IntegerOrString>("7", 7);
    }

    [Theory]
    [InlineData("", ErrorCode.ParseError)]
    [InlineData("{", ErrorCode.ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"m"} x""", ErrorCode.ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":}}""", ErrorCode.ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""", ErrorCode.ParseError)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"m"}]""", ErrorCode.InvalidRequest)]
    [InlineData("3", ErrorCode.InvalidRequest)]
    [InlineData("{}", ErrorCode.InvalidRequest)]
    [InlineData("""{"id":1,"method":"m"}""", ErrorCode.InvalidRequest)]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"m"}""", ErrorCode.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"m"}""", ErrorCode.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1.5,"method":"m"}""", ErrorCode.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"m"}""", ErrorCode.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":5}""", ErrorCode.InvalidRequest)]
    public void Says_what_is_no_message(string json, ErrorCode code) => Assert.Equal(code, Assert.IsType<BrokenMessage>(Parse(json)).Code);

    [Fact]
    public void Keeps_the_id_of_a_bad_request() =>
        Assert.Equal<IntegerOrString?>(5, Assert.IsType<BrokenMessage>(Parse("""{"jsonrpc":"2.0","id":5}""")).Id);

    [Fact]
    public void Never_throws()
    {
        var parts = Gen.Elements("{", "}", "[", "]", ",", ":", "\"id\"", "\"method\"", "\"params\"", "\"error\"", "\"result\"", "\"jsonrpc\"", "\"2.0\"", "1", "null", "\"\\ud83d\"", "\u00ff", " ").ListOf();
        Prop.ForAll(parts.ToArbitrary(), list => Parse(string.Concat(list)) is not null).QuickCheckThrowOnFailure();
        Prop.ForAll(Gen.Choose(0, 255).ListOf().ToArbitrary(), bytes => IncomingMessage.Parse(bytes.Select(static b => (byte)b).ToArray()) is BrokenMessage)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Answers_what_is_no_message_and_goes_on()
    {
        await using var server = await RunningServer.StartInitializedAsync();
        server.Editor.SendRaw("{oops"u8.ToArray());
        server.Editor.SendRaw("[]"u8.ToArray());
        Assert.Equal(-32601, (await server.Editor.RequestAsync("no/such")).ErrorCode);
        Assert.Equal([-32700, -32600], server.Editor.Strays.Select(static stray => stray.ErrorCode));
    }

    [Fact]
    public async Task Ignores_what_it_need_not_know_and_refuses_what_it_cannot_answer()
    {
        await using var server = await RunningServer.StartInitializedAsync();
        server.Editor.Notify("$/setTrace", new { value = "verbose" });
        server.Editor.Notify("$/somethingNew");
        server.Editor.Notify("textDocument/somethingNew");
        Assert.Equal(-32601, (await server.Editor.RequestAsync("$/somethingNew")).ErrorCode);
        Assert.Equal(-32602, (await server.Editor.RequestAsync("textDocument/diagnostic", new { })).ErrorCode);
        Assert.Equal(-32602, (await server.Editor.RequestAsync("textDocument/diagnostic")).ErrorCode);
        Assert.Equal(-32602, (await server.Editor.RequestAsync("textDocument/diagnostic", 5)).ErrorCode);
        Assert.Equal(-32602, (await server.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri = "file:///not-open.txt" } })).ErrorCode);
        Assert.DoesNotContain("window/logMessage", server.Editor.Said());
    }

    [Fact]
    public async Task Speaks_through_any_pieces_and_ends_on_garbage()
    {
        await using var server = RunningServer.Start();
        server.Editor.SendBytes(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n\r\n"));
        Assert.Equal(1, await server.Exit.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Contains("The server ends", server.Log, StringComparison.Ordinal);
        await server.Editor.Closed;
        Assert.Equal(-32700, Assert.Single(server.Editor.Strays).ErrorCode);
    }

    private static IncomingMessage Parse(string json) => IncomingMessage.Parse(Encoding.UTF8.GetBytes(json));
}
