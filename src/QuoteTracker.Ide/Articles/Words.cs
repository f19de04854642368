using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Articles;

/// <summary>The word at a place.</summary>
internal static class Words
{
    /// <summary>Letters, digits, and the marks inside a word; empty between words. UTF-16 offsets, end exclusive.</summary>
    public static TextSpan At(SourceText text, int offset) => Around(text, offset, static c => char.IsLetterOrDigit(c) || c is '\'' or '’' or '-' || char.IsSurrogate(c));

    /// <summary>A name as configuration has them: ASCII letters, digits and dashes.</summary>
    public static TextSpan NameAt(SourceText text, int offset) => Around(text, offset, static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static TextSpan Around(SourceText text, int offset, Func<char, bool> isPart)
    {
        int start = Math.Clamp(offset, 0, text.Length), end = start;
        while (start > 0 && isPart(text[start - 1])) start--;
        while (end < text.Length && isPart(text[end])) end++;
        return TextSpan.FromBounds(start, end);
    }
}
