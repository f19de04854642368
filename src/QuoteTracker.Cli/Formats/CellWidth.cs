using System.Text;
using Spectre.Console.Rendering;

namespace QuoteTracker.Cli.Formats;

/// <summary>How many cells of a terminal a text element takes.</summary>
public static class CellWidth
{
    /// <summary>Up to here every visible character takes one cell, but for combining marks, which join an element.</summary>
    private const char LastPlain = '\u10FF';

    private const int EmojiPresentation = 0xFE0F;

    /// <param name="element">One element as <see cref="System.Globalization.StringInfo"/> cuts them; no control character.</param>
    /// <returns>0, 1 or 2: an emoji of several parts is drawn as one.</returns>
    public static int Of(ReadOnlySpan<char> element)
    {
        if (element.IsEmpty) return 0;
        if (element.Length == 1 && element[0] <= LastPlain) return 1;
        if (element.Length == 1 && element[0] is >= '\u2010' and <= '\u2027') return 1;
        var widest = 0;
        foreach (var rune in element.EnumerateRunes())
        {
            if (rune.Value == EmojiPresentation || IsRegionalIndicator(rune)) return 2;
            widest = Math.Max(widest, OfRune(rune));
        }
        return widest;
    }

    private static bool IsRegionalIndicator(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

    private static int OfRune(Rune rune) => rune.Value < 0x300 ? 1 : Math.Clamp(new Segment(rune.ToString()).CellCount(), 0, 2);
}
