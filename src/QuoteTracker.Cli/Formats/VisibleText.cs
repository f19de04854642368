using System.Globalization;
using System.Text;

namespace QuoteTracker.Cli.Formats;

/// <summary>
/// Text of strangers for a terminal: what would steer the terminal or turn the order of the letters is shown as a sign instead. Articles, registries
/// and file names all pass through here.
/// </summary>
public static class VisibleText
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsSuspect)) return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes()) Append(shown, rune);
        return shown.ToString();
    }

    private static void Append(StringBuilder shown, Rune rune)
    {
        if (!rune.IsBmp || !IsSuspect((char)rune.Value)) shown.Append(rune.ToString());
        else if (rune.Value < 0x20) shown.Append((char)(0x2400 + rune.Value));
        else if (rune.Value == 0x7F) shown.Append('\u2421');
        else shown.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
    }

    /// <summary>Control characters, line separators, marks that turn the direction, blanks without width, halves of a pair.</summary>
    private static bool IsSuspect(char c) =>
        c < 0x20 || c is >= '\u007F' and <= '\u009F' or '\u00AD' or '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') || char.IsSurrogate(c);
}
