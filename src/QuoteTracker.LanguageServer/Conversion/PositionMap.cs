using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Text;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>
/// Turns the protocol's positions into offsets of one text and back. Nothing else in the server does. A line ends at <c>\n</c>, <c>\r\n</c> or
/// <c>\r</c> and nowhere else: <see cref="SourceText.Lines"/> would also end it at U+0085, U+2028 and U+2029, where editors do not.
/// </summary>
public sealed class PositionMap
{
    private readonly LineStarts _starts;

    public PositionMap(SourceText text, PositionEncoding encoding)
        : this(text, encoding, LineStarts.OfEditor(text.ToString()))
    {
    }

    private PositionMap(SourceText text, PositionEncoding encoding, LineStarts starts)
    {
        Text = text;
        Encoding = encoding;
        _starts = starts;
    }

    public SourceText Text { get; }

    public PositionEncoding Encoding { get; }

    public int LineCount => _starts.Count;

    /// <summary>The map of the text in which <paramref name="span"/> is replaced.</summary>
    public PositionMap With(TextSpan span, string text)
    {
        // As one string, not the chain of pieces that SourceText.WithChanges makes: all that reads it reads all of it.
        string before = Text.ToString(), after = string.Concat(before.AsSpan(0, span.Start), text, before.AsSpan(span.End));
        return new PositionMap(SourceText.From(after), Encoding, _starts.After(after, span, text.Length));
    }

    /// <returns>
    /// The offset, UTF-16. A character past the line's end is the line's end, as the specification says; a line past the last is the end of the text;
    /// what falls inside a character is that character's start.
    /// </returns>
    public int OffsetOf(Position position)
    {
        if (position.Line < 0) return 0;
        if (position.Line >= _starts.Count) return Text.Length;
        int start = _starts[position.Line], end = LineEnd(position.Line);
        if (position.Character <= 0) return start;
        if (Encoding == PositionEncoding.Utf16) return (int)Math.Min((long)start + position.Character, end);
        long left = position.Character;
        int offset = start;
        while (offset < end)
        {
            left -= WidthAt(offset, end, out int units);
            if (left < 0) break;
            offset += units;
        }
        return offset;
    }

    /// <param name="offset">UTF-16; outside the text it is the nearest end of it.</param>
    public Position PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        return PositionOf(offset, _starts.LineAt(offset));
    }

    private Position PositionOf(int offset, int line)
    {
        int start = _starts[line], end = Math.Min(offset, LineEnd(line));
        if (Encoding == PositionEncoding.Utf16) return new Position(line, end - start);
        int character = 0;
        for (int at = start; at < end;)
        {
            int width = WidthAt(at, LineEnd(line), out int units);
            if (at + units > end) break;
            character += width;
            at += units;
        }
        return new Position(line, character);
    }

    /// <summary>UTF-16 offsets, end exclusive; a range the wrong way round is empty at its start.</summary>
    public TextSpan SpanOf(Protocol.Range range)
    {
        int start = OffsetOf(range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, OffsetOf(range.End)));
    }

    /// <param name="span">UTF-16 offsets, end exclusive; outside the text they are the nearest end of it.</param>
    public Protocol.Range RangeOf(TextSpan span)
    {
        var start = PositionOf(span.Start);
        int end = Math.Clamp(span.End, 0, Text.Length);
        return new Protocol.Range(start, PositionOf(end, _starts.LineAt(end, start.Line)));
    }

    /// <summary>The line's first offset and its end without its break.</summary>
    public TextSpan LineSpan(int line) => TextSpan.FromBounds(_starts[line], LineEnd(line));

    /// <summary>How many of the encoding's units lie between two offsets of one line.</summary>
    public int Width(TextSpan span)
    {
        if (Encoding == PositionEncoding.Utf16) return span.Length;
        int width = 0;
        for (int at = span.Start; at < span.End;)
        {
            width += WidthAt(at, span.End, out int units);
            at += units;
        }
        return width;
    }

    private int WidthAt(int offset, int end, out int units)
    {
        char c = Text[offset];
        bool isPair = char.IsHighSurrogate(c) && offset + 1 < end && char.IsLowSurrogate(Text[offset + 1]);
        units = isPair ? 2 : 1;
        if (Encoding == PositionEncoding.Utf32) return 1;
        return isPair ? 4 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }

    private int LineEnd(int line)
    {
        if (line + 1 == _starts.Count) return Text.Length;
        int end = _starts[line + 1] - 1;
        return end > _starts[line] && Text[end] == '\n' && Text[end - 1] == '\r' ? end - 1 : end;
    }
}
