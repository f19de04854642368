using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Articles;

/// <summary>Words of a text on one line, for a list: what is no letter, mark or sign is left out, what is long is cut.</summary>
public static class Excerpt
{
    public const int DefaultLength = 80;

    /// <param name="span">UTF-16 offsets, end exclusive.</param>
    /// <param name="length">At most so many UTF-16 units, the ellipsis included.</param>
    public static string Of(SourceText text, TextSpan span, int length = DefaultLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        // What is left out may be much; the list is still made from a short stretch.
        int read = Math.Min(span.Length, length * 4);
        string line = OneLine(text.ToString(new TextSpan(span.Start, read)));
        if (line.Length <= length) return read < span.Length ? line + "…" : line;
        int end = length - 1;
        int blank = line.LastIndexOf(' ', end);
        if (blank > length / 2) end = blank;
        else if (char.IsHighSurrogate(line[end - 1])) end--;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    /// <summary>The words with one blank for any white space between them, without what steers a terminal or turns the direction.</summary>
    public static string OneLine(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var line = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                     or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) || rune.Value == 0x200D)
            {
                line.Append(rune.ToString());
            }
        }
        return line.ToString().TrimEnd();
    }
}
