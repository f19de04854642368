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
        var lines = Lines(copy);
        return HardWrap.Detect(copy, lines) is { } wrap ? wrap.Join(copy, lines) : lines;
    }

    private static ImmutableArray<TextSpan> Lines(string copy)
    {
        var lines = ImmutableArray.CreateBuilder<TextSpan>();
        for (int start = 0; start < copy.Length;)
        {
            int length = copy.AsSpan(start).IndexOfAny(_lineBreaks);
            int end = length < 0 ? copy.Length : start + length;
            var line = Trim(copy, start, end);
            if (line.Length > 0) lines.Add(line);
            start = end + 1;
        }
        return lines.DrainToImmutable();
    }

    private static TextSpan Trim(string copy, int start, int end)
    {
        while (start < end && IsBlank(copy[start])) start++;
        while (end > start && IsBlank(copy[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsBlank(char c) => c is Article.NotCopy or '\uFEFF' or '\u200B' || char.IsWhiteSpace(c);
}
