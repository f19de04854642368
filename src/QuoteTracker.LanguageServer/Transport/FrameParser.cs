using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace QuoteTracker.LanguageServer.Transport;

/// <summary>One message off the stream: its body, or why it was left out.</summary>
/// <param name="Body">The content part; null where the message was skipped.</param>
/// <param name="Fault">Why it was skipped; null where it was not.</param>
public readonly record struct Frame(byte[]? Body, string? Fault);

/// <summary>
/// Cuts a stream of bytes into messages. It keeps what it knows of the message under way, so the bytes may come in any pieces.
/// A header that cannot be read is fatal, for nobody can tell where the next message starts; a body that may not be read is skipped by its length.
/// </summary>
public sealed class FrameParser
{
    /// <summary>Bytes of one message's headers, line ends included.</summary>
    public const int MaxHeader = 8 * 1024;

    /// <summary>Bytes of one message's body.</summary>
    public const int MaxBody = 64 * 1024 * 1024;

    /// <summary>A longer body is taken for a broken length: to wait for its end would be to hang.</summary>
    public const long MaxSkipped = 1024L * 1024 * 1024;

    /// <summary>What HTTP allows in a header's name: JSON without a header is told at its first line.</summary>
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private int _headerBytes;
    private long _length = -1;
    private string? _fault;
    private bool _inBody;

    /// <summary>True between two messages: the stream may end here.</summary>
    public bool IsAtBoundary => !_inBody && _headerBytes == 0;

    /// <summary>Takes the next message off the front of <paramref name="buffer"/>, or as much of it as can be used up.</summary>
    /// <returns>False where more bytes are needed.</returns>
    /// <exception cref="FramingException">The headers are broken.</exception>
    public bool TryRead(ref ReadOnlySequence<byte> buffer, out Frame frame)
    {
        frame = default;
        while (!_inBody)
        {
            if (buffer.PositionOf((byte)'\n') is not { } lineEnd)
            {
                if (_headerBytes + buffer.Length >= MaxHeader) throw HeaderTooLong();
                return false;
            }
            var line = buffer.Slice(0, lineEnd);
            if (_headerBytes + line.Length + 1 > MaxHeader) throw HeaderTooLong();
            _headerBytes += (int)line.Length + 1;
            ReadHeader(line);
            buffer = buffer.Slice(buffer.GetPosition(1, lineEnd));
        }
        if (_fault is not null)
        {
            long skipped = Math.Min(_length, buffer.Length);
            buffer = buffer.Slice(skipped);
            _length -= skipped;
            if (_length > 0) return false;
            frame = new Frame(null, _fault);
        }
        else
        {
            if (buffer.Length < _length) return false;
            frame = new Frame(buffer.Slice(0, _length).ToArray(), null);
            buffer = buffer.Slice(_length);
        }
        (_inBody, _headerBytes, _length, _fault) = (false, 0, -1, null);
        return true;
    }

    private void ReadHeader(ReadOnlySequence<byte> line)
    {
        Span<byte> bytes = stackalloc byte[(int)Math.Min(line.Length, MaxHeader)];
        line.CopyTo(bytes);
        ReadOnlySpan<byte> text = bytes.TrimEnd((byte)'\r');
        if (text.IsEmpty)
        {
            if (_length < 0) throw new FramingException("A message has no Content-Length header.");
            if (_length > MaxBody) _fault ??= $"A message of {_length} bytes is over the limit of {MaxBody}; it was skipped.";
            _inBody = true;
            return;
        }
        int colon = text.IndexOf((byte)':');
        if (colon <= 0 || text[..colon].Trim(" \t"u8).ContainsAnyExcept(NameBytes)) throw new FramingException($"A header line has no name before a colon: {Shown(text)}.");
        var name = text[..colon].Trim(" \t"u8);
        var value = text[(colon + 1)..].Trim(" \t"u8);
        if (Ascii.EqualsIgnoreCase(name, "Content-Length"u8)) ReadLength(value);
        else if (Ascii.EqualsIgnoreCase(name, "Content-Type"u8)) ReadType(value);
    }

    private void ReadLength(ReadOnlySpan<byte> value)
    {
        bool isSigned = value.StartsWith("+"u8) || value.StartsWith("-"u8);
        if (isSigned || !Utf8Parser.TryParse(value, out long length, out int used) || used != value.Length)
            throw new FramingException($"The Content-Length is not a number of bytes: {Shown(value)}.");
        if (length > MaxSkipped) throw new FramingException($"The Content-Length is {length}: no message is that long.");
        if (_length >= 0 && _length != length) throw new FramingException($"A message has two lengths, {_length} and {length}.");
        _length = length;
    }

    private void ReadType(ReadOnlySpan<byte> value)
    {
        string type = Encoding.ASCII.GetString(value);
        int at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return;
        string charset = type[(at + "charset=".Length)..].Split(';')[0].Trim().Trim('"');
        // "utf8" is what early clients wrote; the specification asks servers to take it.
        if (!charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            _fault = $"A message is in the charset {Shown(Encoding.ASCII.GetBytes(charset))}; only utf-8 is spoken here.";
    }

    private static FramingException HeaderTooLong() => new($"The headers of a message are over the limit of {MaxHeader} bytes.");

    /// <summary>The bytes as a message may show them: short, printable.</summary>
    private static string Shown(ReadOnlySpan<byte> bytes)
    {
        const int Most = 40;
        var shown = new StringBuilder("'");
        foreach (byte b in bytes[..Math.Min(bytes.Length, Most)])
            shown.Append(b is >= 0x20 and < 0x7f ? (char)b : '?');
        return shown.Append(bytes.Length > Most ? "…'" : "'").ToString();
    }
}
