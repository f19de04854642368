using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.LanguageServer.Transport;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

public class FramingTests
{
    [Theory]
    [InlineData("Content-Length: 2\r\n\r\n{}")]
    [InlineData("content-length:2\r\n\r\n{}")]
    [InlineData("CONTENT-LENGTH:   2  \r\n\r\n{}")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n{}")]
    [InlineData("X-Unknown: a:b\r\nContent-Length: 2\r\nX-Other:\r\n\r\n{}")]
    [InlineData("Content-Length: 2\n\n{}")]
    public void Reads_headers_in_any_case_and_order(string stream) => Assert.Equal(["{}"], Read(Encoding.ASCII.GetBytes(stream)));

    [Fact]
    public void Counts_the_length_in_bytes()
    {
        const string First = "\"“naïve” 🙂\"", Second = "2";
        Assert.Equal([First, Second], Read([.. Message(First), .. Message(Second)]));
    }

    [Theory]
    [InlineData("\r\n{}", "no Content-Length")]
    [InlineData("Content-Type: x\r\n\r\n{}", "no Content-Length")]
    [InlineData("Content-Length: two\r\n\r\n{}", "not a number")]
    [InlineData("Content-Length: -2\r\n\r\n{}", "not a number")]
    [InlineData("Content-Length: +2\r\n\r\n{}", "not a number")]
    [InlineData("Content-Length: 2.0\r\n\r\n{}", "not a number")]
    [InlineData("Content-Length:\r\n\r\n{}", "not a number")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n{}", "not a number")]
    [InlineData("Content-Length: 9999999999\r\n\r\n{}", "no message is that long")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "two lengths")]
    [InlineData("{\"jsonrpc\":\"2.0\"\r\n", "has no name")]
    [InlineData("hello\u001b[31m\r\n\r\n", "'hello?[31m'")]
    [InlineData("Content-Length: 20\r\n\r\n{}", "ended inside a message")]
    [InlineData("Content-Length: 2", "ended inside a message")]
    public void Says_what_is_broken(string stream, string expected)
    {
        var fault = Assert.Throws<FramingException>(() => Read(Encoding.ASCII.GetBytes(stream)));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gives_up_on_endless_headers(bool hasLines)
    {
        string endless = string.Concat(Enumerable.Repeat(hasLines ? "X: y\r\n" : "xxxxxx", 2000));
        Assert.Contains("8192", Assert.Throws<FramingException>(() => Read(Encoding.ASCII.GetBytes(endless))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Skips_a_message_that_is_too_long_and_goes_on()
    {
        int length = FrameParser.MaxBody + 1;
        byte[] stream = [.. Encoding.ASCII.GetBytes($"Content-Length: {length}\r\n\r\n"), .. new byte[length], .. Message("1")];
        var frames = new FrameReader(new MemoryStream(stream)).ReadAll().ToList();
        Assert.Equal(2, frames.Count);
        Assert.Contains("over the limit", frames[0].Fault, StringComparison.Ordinal);
        Assert.Equal("1", Encoding.UTF8.GetString(frames[1].Body!));
    }

    [Fact]
    public void Skips_a_message_in_another_charset_and_goes_on()
    {
        byte[] stream = [.. Encoding.ASCII.GetBytes("Content-Length: 2\r\nContent-Type: x; charset=utf-16\r\n\r\n{}"), .. Message("1")];
        var frames = new FrameReader(new MemoryStream(stream)).ReadAll().ToList();
        Assert.Contains("utf-16", frames[0].Fault, StringComparison.Ordinal);
        Assert.Equal("1", Encoding.UTF8.GetString(frames[1].Body!));
    }

    [Fact]
    public void Any_pieces_of_the_stream_give_the_same_messages()
    {
        var bodies = Gen.Elements("{}", "[1,2]", "\"é“🙂”\"", "", "a\r\n\r\nContent-Length: 3\r\n\r\nb").ListOf();
        var pieces = Gen.Choose(1, 40).NonEmptyListOf();
        Prop.ForAll(bodies.Zip(pieces).ToArbitrary(), pair =>
        {
            var (messages, sizes) = pair;
            byte[] stream = [.. messages.SelectMany(Message)];
            return Read(new PieceStream(stream, [.. sizes])).SequenceEqual(messages);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Garbage_ends_in_messages_or_in_a_framing_fault()
    {
        var words = Gen.Elements("Content-Length", ":", " ", "5", "\r\n", "\n", "\r", "{}", "\0", "ÿ", "-1", "Content-Type: charset=", "🙂").ListOf();
        Prop.ForAll(words.ToArbitrary(), list =>
        {
            try
            {
                Read(Encoding.UTF8.GetBytes(string.Concat(list)));
            }
            catch (FramingException e)
            {
                return e.Message.All(static c => !char.IsControl(c));
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Message(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes($"Content-Length: {bytes.Length}\r\n\r\n"), .. bytes];
    }

    private static List<string> Read(byte[] stream) => Read(new MemoryStream(stream));

    private static List<string> Read(Stream stream) => [.. new FrameReader(stream).ReadAll().Select(static frame => Encoding.UTF8.GetString(frame.Body!))];

    /// <summary>Gives a stream in pieces of the sizes asked for.</summary>
    private sealed class PieceStream(byte[] bytes, int[] sizes) : MemoryStream(bytes)
    {
        private int _next;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, sizes[_next++ % sizes.Length])]);
    }
}
