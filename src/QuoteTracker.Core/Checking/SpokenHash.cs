using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Checking;

/// <summary>Hashes of words without regard to case, accents and the form of an apostrophe: those of <see cref="WordHash"/> for plain letters.</summary>
internal static class SpokenHash
{
    public const uint Empty = 2166136261;

    // U+00C0 to U+017F without their accents; a blank where a letter is one of its own.
    private const string Plain =
        "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiii   jjkk llllll  llnnnnnn   oooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static char Fold(char c)
    {
        if (c is >= '\u00C0' and <= '\u017F' && Plain[c - '\u00C0'] is not ' ' and var plain) return plain;
        return WordHash.Fold(c);
    }

    public static uint Append(uint hash, char c) => WordHash.Append(hash, char.IsAscii(c) ? WordHash.Fold(c) : Fold(c));

    public static uint Of(ReadOnlySpan<char> word)
    {
        uint hash = Empty;
        foreach (char c in word) hash = Append(hash, c);
        return hash;
    }

    /// <summary>Goes on from <paramref name="hash"/> with the letters and digits of a stretch of copy.</summary>
    public static uint Letters(uint hash, ReadOnlySpan<char> copy)
    {
        foreach (char c in copy)
        {
            if (char.IsAsciiLetter(c)) hash = WordHash.Append(hash, (char)(c | 0x20));
            else if (char.IsLetterOrDigit(c)) hash = Append(hash, c);
        }
        return hash;
    }
}
