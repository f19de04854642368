using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Protocol;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

public class PositionTests
{
    // e with a combining acute, a family of four joined emoji, a letter of two bytes, a sign of three.
    private const string Line = "e\u0301x 👨‍👩‍👧‍👦 ö “";

    [Theory]
    [InlineData(PositionEncoding.Utf8, 37)]
    [InlineData(PositionEncoding.Utf16, 19)]
    [InlineData(PositionEncoding.Utf32, 15)]
    public void Counts_a_line_in_the_encodings_units(PositionEncoding encoding, int width)
    {
        var map = new PositionMap(SourceText.From("first\n" + Line + "\nlast"), encoding);
        Assert.Equal(new Position(1, width), map.PositionOf(6 + Line.Length));
        Assert.Equal(6 + Line.Length, map.OffsetOf(new Position(1, width)));
        int check = encoding switch
        {
            PositionEncoding.Utf8 => Encoding.UTF8.GetByteCount(Line),
            PositionEncoding.Utf16 => Line.Length,
            _ => Line.EnumerateRunes().Count(),
        };
        Assert.Equal(check, width);
    }

    [Theory]
    [InlineData(PositionEncoding.Utf8)]
    [InlineData(PositionEncoding.Utf16)]
    [InlineData(PositionEncoding.Utf32)]
    public void Clamps_what_is_out_of_range(PositionEncoding encoding)
    {
        var map = new PositionMap(SourceText.From("ab\r\ncd"), encoding);
        Assert.Equal(2, map.OffsetOf(new Position(0, 99)));
        Assert.Equal(2, map.OffsetOf(new Position(0, int.MaxValue)));
        Assert.Equal(6, map.OffsetOf(new Position(1, 3)));
        Assert.Equal(6, map.OffsetOf(new Position(7, 0)));
        Assert.Equal(6, map.OffsetOf(new Position(int.MaxValue, int.MaxValue)));
        Assert.Equal(0, map.OffsetOf(new Position(-1, 5)));
        Assert.Equal(4, map.OffsetOf(new Position(1, -5)));
        Assert.Equal(TextSpan.FromBounds(5, 5), map.SpanOf(new QuoteTracker.LanguageServer.Protocol.Range(new Position(1, 1), new Position(0, 0))));
        Assert.Equal(new Position(0, 2), map.PositionOf(3));
    }

    [Fact]
    public void A_place_inside_a_character_is_its_start()
    {
        var text = SourceText.From("a🙂é");
        Assert.Equal(1, new PositionMap(text, PositionEncoding.Utf8).OffsetOf(new Position(0, 3)));
        Assert.Equal(3, new PositionMap(text, PositionEncoding.Utf8).OffsetOf(new Position(0, 6)));
        Assert.Equal(new Position(0, 1), new PositionMap(text, PositionEncoding.Utf8).PositionOf(2));
    }

    [Theory]
    [InlineData("a\nb", 2)]
    [InlineData("a\r\nb", 2)]
    [InlineData("a\rb", 2)]
    [InlineData("a\n\rb", 3)]
    [InlineData("a\r\r\nb\n", 4)]
    [InlineData("a\u2028b\u2029c\u0085d\u000ce", 1)]
    [InlineData("", 1)]
    [InlineData("\r", 2)]
    public void Lines_end_where_the_protocol_says(string text, int lines) =>
        Assert.Equal(lines, new PositionMap(SourceText.From(text), PositionEncoding.Utf16).LineCount);

    [Fact]
    public void Finds_line_breaks_across_the_pieces_of_a_long_text()
    {
        // The reader takes 32 K at a time: a \r\n must be one break wherever it falls.
        foreach (int pad in (int[])[32765, 32766, 32767, 32768, 32769])
            Assert.Equal(3, new PositionMap(SourceText.From(new string('x', pad) + "\r\ny\r\nz"), PositionEncoding.Utf16).LineCount);
    }

    [Fact]
    public void Every_offset_comes_back()
    {
        var text = Gen.Elements("a", "é", "🙂", "\n", "\r\n", "\r", "“", "e\u0301", "\ud83d", "\u2028").ListOf().Select(static parts => string.Concat(parts));
        var encoding = Gen.Elements(PositionEncoding.Utf8, PositionEncoding.Utf16, PositionEncoding.Utf32);
        Prop.ForAll(text.Zip(encoding).ToArbitrary(), pair =>
        {
            var (words, units) = pair;
            var map = new PositionMap(SourceText.From(words), units);
            for (int offset = 0; offset <= words.Length; offset++)
            {
                bool isInside = offset > 0 && offset < words.Length
                    && (words[offset - 1] == '\r' && words[offset] == '\n' || char.IsSurrogatePair(words[offset - 1], words[offset]) && units != PositionEncoding.Utf16);
                int back = map.OffsetOf(map.PositionOf(offset));
                if (back != (isInside ? offset - 1 : offset)) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }
}
