using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Text;

/// <summary>Splits copy into paragraphs: a line each, or, where the copy is hard-wrapped, the lines that were one.</summary>
public static class ParagraphSplitter
{
    private static readonly SearchValues<char> _lineBreaks = SearchValues.Create("\n\r\u0085\u2028\u2029");

    /// <summary>In text order, without the white space and line breaks around them; blank ones are left out.</summary>
    /// <param name="copy">The article's copy; what is <see cref="Article.NotCopy"/> counts as blank.</param>
    public static ImmutableArray<TextSpan> Split(string copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return Join(copy, Lines(copy));
    }

    /// <summary>The paragraphs of lines, in text order.</summary>
    internal static ImmutableArray<TextSpan> Join(string copy, ImmutableArray<TextSpan> lines) =>
        HardWrap.Detect(copy, lines) is { } wrap ? wrap.Join(copy, lines) : lines;

    /// <summary>The lines that are not blank, without the white space around them.</summary>
    internal static ImmutableArray<TextSpan> Lines(string copy)
    {
        var lines = ImmutableArray.CreateBuilder<TextSpan>();
        AddLines(copy, 0, copy.Length, lines);
        return lines.DrainToImmutable();
    }

    /// <summary>The same, found from the lines of the copy before an edit.</summary>
    /// <param name="same">How much of the two copies is the same.</param>
    internal static ImmutableArray<TextSpan> Lines(string copy, string before, ImmutableArray<TextSpan> linesBefore, SameEnds same)
    {
        // From behind the last break before the edit to the first one behind it.
        int start = copy.AsSpan(0, same.First).LastIndexOfAny(_lineBreaks) + 1;
        int length = copy.AsSpan(copy.Length - same.Last).IndexOfAny(_lineBreaks);
        int end = length < 0 ? copy.Length : copy.Length - same.Last + length, moved = copy.Length - before.Length;
        int kept = linesBefore.FirstFrom(start, static line => line.Start), rest = length < 0 ? linesBefore.Length : linesBefore.FirstFrom(end - moved, static line => line.Start);
        var lines = ImmutableArray.CreateBuilder<TextSpan>(linesBefore.Length + 16);
        lines.AddRange(linesBefore.AsSpan(0, kept));
        AddLines(copy, start, end, lines);
        foreach (var line in linesBefore.AsSpan(rest..)) lines.Add(new TextSpan(line.Start + moved, line.Length));
        return lines.DrainToImmutable();
    }

    private static void AddLines(string copy, int start, int end, ImmutableArray<TextSpan>.Builder lines)
    {
        while (start < end)
        {
            int length = copy.AsSpan(start, end - start).IndexOfAny(_lineBreaks);
            int lineEnd = length < 0 ? end : start + length;
            var line = Trim(copy, start, lineEnd);
            if (line.Length > 0) lines.Add(line);
            start = lineEnd + 1;
        }
    }

    private static TextSpan Trim(string copy, int start, int end)
    {
        while (start < end && IsBlank(copy[start])) start++;
        while (end > start && IsBlank(copy[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsBlank(char c) => c is Article.NotCopy or '\uFEFF' or '\u200B' || char.IsWhiteSpace(c);
}
