using System.Text;

namespace QuoteTracker.Workspace.Articles;

/// <summary>How sure the encoding of a file is.</summary>
internal enum DecodedAs
{
    /// <summary>A byte order mark says it, or it is valid UTF-8.</summary>
    Sure,

    /// <summary>The bytes look like it.</summary>
    Guessed,

    /// <summary>UTF-8, but some bytes had to be replaced.</summary>
    Damaged,
}

/// <param name="Encoding">Writes the text back as it was, byte order mark included.</param>
internal sealed record DecodedText(string Text, Encoding Encoding, DecodedAs How);

/// <summary>Finds the encoding of a file from its bytes.</summary>
internal static class TextDecoder
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>Null where the bytes are no text.</returns>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, .. var marked]) return DecodeUtf8(marked, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (bytes is [0xFF, 0xFE, .. var little]) return DecodeUtf16(little, bigEndian: false, hasMark: true);
        if (bytes is [0xFE, 0xFF, .. var big]) return DecodeUtf16(big, bigEndian: true, hasMark: true);
        if (bytes.Contains((byte)0))
            return LooksLikeUtf16(bytes, out var bigEndian) ? DecodeUtf16(bytes, bigEndian, hasMark: false) : null;
        return DecodeUtf8(bytes, Utf8);
    }

    private static DecodedText? DecodeUtf8(ReadOnlySpan<byte> bytes, UTF8Encoding encoding)
    {
        if (bytes.Contains((byte)0)) return null;
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return new DecodedText(encoding.GetString(bytes), encoding, DecodedAs.Sure);
        var (letters, faults) = CountLetters(bytes);
        // One broken letter in a UTF-8 file must not turn all its curly marks into â€œ; without a single good one it is the other encoding.
        if (letters > faults) return new DecodedText(encoding.GetString(bytes), encoding, DecodedAs.Damaged);
        return LooksLikeWindows1252(bytes) && Windows1252() is { } windows ? new DecodedText(windows.GetString(bytes), windows, DecodedAs.Guessed) : null;
    }

    /// <summary>Letters of two and more bytes in UTF-8, and bytes that belong to none.</summary>
    private static (int Letters, int Faults) CountLetters(ReadOnlySpan<byte> bytes)
    {
        int letters = 0, faults = 0;
        while (true)
        {
            var skip = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (skip < 0) return (letters, faults);
            bytes = bytes[skip..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done) letters++;
            else faults++;
            bytes = bytes[length..];
        }
    }

    private static bool LooksLikeWindows1252(ReadOnlySpan<byte> bytes)
    {
        var high = 0;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D)) return false;
            // Not given to any letter in Windows-1252.
            if (b is 0x7F or 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) return false;
            if (b >= 0x80) high++;
        }
        return high <= Math.Max(1, bytes.Length / 3);
    }

    private static Encoding? Windows1252() =>
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Western text in UTF-16 has a zero in nearly every other byte, always on the same side.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, out bool bigEndian)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 8192)];
        int zerosFirst = 0, zerosSecond = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0) zerosFirst++;
            if (sample[i + 1] == 0) zerosSecond++;
        }
        bigEndian = zerosFirst > zerosSecond;
        var (more, less) = bigEndian ? (zerosFirst, zerosSecond) : (zerosSecond, zerosFirst);
        return more * 2 >= sample.Length / 2 && less * 50 <= more;
    }

    private static DecodedText? DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian, bool hasMark)
    {
        if (bytes.Length % 2 != 0) return null;
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: hasMark);
        var text = encoding.GetString(bytes);
        if (text.AsSpan().IndexOfAny('\0', '\uFFFF') >= 0) return null;
        return IsLossless(encoding, text, bytes) ? new DecodedText(text, encoding, hasMark ? DecodedAs.Sure : DecodedAs.Guessed) : null;
    }

    private static bool IsLossless(UnicodeEncoding encoding, string text, ReadOnlySpan<byte> bytes) => bytes.SequenceEqual(encoding.GetBytes(text));

    /// <summary>How an editor calls the encoding.</summary>
    public static string NameOf(Encoding encoding) => encoding switch
    {
        UTF8Encoding => "UTF-8",
        UnicodeEncoding unicode => unicode.CodePage == 1201 ? "UTF-16 (big-endian)" : "UTF-16",
        _ => "Windows-1252 (Western European)",
    };
}
