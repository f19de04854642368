using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using Xunit;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;
using Range = QuoteTracker.LanguageServer.Protocol.Range;

namespace QuoteTracker.Tests.LanguageServer;

public class SyncTests
{
    private const string Uri = "untitled:one";

    private static readonly Handler ReadsText = Handler.Read(
        "textDocument/hover",
        static () => Json.Default.TextDocumentPositionParams,
        static () => Json.Default.Hover,
        static (parameters, context) => new Hover(new MarkupContent("plaintext", string.Join(' ', context.Document(parameters).Text.ToString().Select(static c => $"{(int)c:x}")))));

    [Theory]
    [InlineData("utf-8", 4)]
    [InlineData("utf-16", 2)]
    [InlineData("utf-32", 1)]
    public async Task Applies_the_changes_of_a_notification_one_after_the_other(string encoding, int widthOfEmoji)
    {
        await using var server = await RunningServer.StartInitializedAsync(new { general = new { positionEncodings = new[] { encoding } } }, more: ReadsText);
        server.Editor.Open(Uri, "🙂b\r\nc");
        server.Editor.Change(
            Uri,
            2,
            new { range = At(0, widthOfEmoji, 0, widthOfEmoji + 1), text = "xy" },
            new { range = At(0, widthOfEmoji + 1, 0, 99), text = "z" },
            new { range = At(1, 0, 1, 0), text = "e\u0301" });
        Assert.Equal("🙂xz\r\ne\u0301c", await TextAsync(server));
        server.Editor.Change(Uri, 3, new { text = "whole" }, new { range = At(0, 5, 0, 5), text = "!" });
        Assert.Equal("whole!", await TextAsync(server));
    }

    [Fact]
    public async Task Drops_stale_versions_and_takes_skipped_ones()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: ReadsText);
        server.Editor.Open(Uri, "one", version: 5);
        server.Editor.Change(Uri, 5, new { text = "same" });
        server.Editor.Change(Uri, 4, new { text = "older" });
        Assert.Equal("one", await TextAsync(server));
        server.Editor.Change(Uri, 9, new { text = "newer" });
        Assert.Equal("newer", await TextAsync(server));
        server.Editor.Send(new { jsonrpc = "2.0", method = "textDocument/didChange", @params = new { textDocument = new { uri = Uri, version = (int?)null }, contentChanges = new[] { new { text = "no version" } } } });
        Assert.Equal("no version", await TextAsync(server));
    }

    [Fact]
    public async Task Takes_half_of_a_surrogate_pair_as_it_stands()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: ReadsText);
        server.Editor.SendRaw(Encoding.ASCII.GetBytes(
            """{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:one","languageId":"plaintext","version":1,"text":"a\ud83d\n\"\u00e9\/\\\t\uD83D\uDE42"}}}"""));
        Assert.Equal("a\ud83d\n\"é/\\\t🙂", await TextAsync(server));
        server.Editor.SendRaw(Encoding.ASCII.GetBytes(
            """{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:one","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":2},"end":{"line":0,"character":2}},"text":"\ude42"}]}}"""));
        Assert.StartsWith("a🙂\n", await TextAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_to_what_is_not_open_costs_only_itself()
    {
        await using var server = await RunningServer.StartInitializedAsync(more: ReadsText);
        server.Editor.Change("untitled:other", 1, new { text = "x" });
        server.Editor.Notify("textDocument/didClose", new { textDocument = new { uri = "untitled:other" } });
        server.Editor.Notify("textDocument/didChange", new { textDocument = 5 });
        server.Editor.Notify("textDocument/didOpen");
        server.Editor.Open(Uri, "one");
        Assert.Equal("one", await TextAsync(server));
        server.Editor.Notify("textDocument/didClose", new { textDocument = new { uri = Uri } });
        Assert.Equal(-32602, (await server.Editor.RequestAsync("textDocument/hover", Where)).ErrorCode);
    }

    [Fact]
    public void One_document_has_many_uris()
    {
        Assert.Equal("/a b/ü(1).txt", DocumentUri.PathOf("file:///a%20b/%C3%BC%281%29.txt"));
        Assert.Equal(DocumentUri.KeyOf("file:///a%20b/%C3%BC%281%29.txt"), DocumentUri.KeyOf("file:///a b/ü(1).txt"));
        Assert.Equal("/a/b", DocumentUri.PathOf("file:/a/b"));
        Assert.Equal("/a#b/100%", DocumentUri.PathOf(DocumentUri.Of("/a#b/100%")));
        Assert.Null(DocumentUri.PathOf("untitled:Untitled-1"));
        Assert.Null(DocumentUri.PathOf("git:/a/b.txt?ref"));
        Assert.Null(DocumentUri.PathOf("file:///a%00b"));
        Assert.Null(DocumentUri.PathOf("file:"));
    }

    [Fact]
    public void Any_edits_in_any_encoding_give_the_text_that_the_editor_has()
    {
        var piece = Gen.Elements("a", "é", "🙂", "\n", "\r\n", "“", "e\u0301", "\u2028", "");
        var text = piece.ListOf().Select(static parts => string.Concat(parts));
        var edit = Gen.Choose(0, 30).Zip(Gen.Choose(0, 10)).Zip(text);
        var encoding = Gen.Elements(PositionEncoding.Utf8, PositionEncoding.Utf16, PositionEncoding.Utf32);
        Prop.ForAll(text.Zip(edit.ListOf()).Zip(encoding).ToArbitrary(), generated =>
        {
            var ((start, edits), units) = generated;
            string expected = start;
            var document = Document.Open(new TextDocumentItem(Uri, "plaintext", 0, start), "/", units);
            var changes = new List<TextDocumentContentChangeEvent>();
            foreach (var ((from, length), replacement) in edits)
            {
                int first = Boundary(expected, Math.Min(from, expected.Length)), last = Boundary(expected, Math.Min(first + length, expected.Length));
                last = Math.Max(first, last);
                changes.Add(new TextDocumentContentChangeEvent(replacement, new Range(PositionOf(expected, first, units), PositionOf(expected, last, units))));
                expected = expected[..first] + replacement + expected[last..];
            }
            return document.Apply(1, changes).Text.ToString() == expected;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>An editor's own way to a position, which shares nothing with the server's: the lines are split and the units counted by the encoder.</summary>
    private static Position PositionOf(string text, int offset, PositionEncoding units)
    {
        string before = text[..offset].Replace("\r\n", "\n", StringComparison.Ordinal);
        int line = before.Count(static c => c == '\n');
        string rest = before[(before.LastIndexOf('\n') + 1)..];
        return new Position(line, units switch
        {
            PositionEncoding.Utf8 => Encoding.UTF8.GetByteCount(rest),
            PositionEncoding.Utf16 => rest.Length,
            _ => Encoding.UTF32.GetByteCount(rest) / 4,
        });
    }

    private static int Boundary(string text, int offset) =>
        offset > 0 && offset < text.Length && (char.IsLowSurrogate(text[offset]) || text[offset - 1] == '\r' && text[offset] == '\n') ? offset - 1 : offset;

    private static readonly object Where = new { textDocument = new { uri = Uri }, position = new { line = 0, character = 0 } };

    private static object At(int line, int character, int endLine, int endCharacter) =>
        new { start = new { line, character }, end = new { line = endLine, character = endCharacter } };

    private static async Task<string> TextAsync(RunningServer server)
    {
        // As numbers: half a surrogate pair cannot be written in JSON.
        var hover = (await server.Editor.RequestAsync("textDocument/hover", Where)).Ok();
        string codes = hover.GetProperty("contents").GetProperty("value").GetString()!;
        return string.Concat(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static code => (char)Convert.ToInt32(code, 16)));
    }
}
