using System.Net;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Workspace.Sources;

/// <summary>Puts what a character reference (<c>&amp;rsquo;</c>) stands for into the copy, at its place; the rest of it is no copy.</summary>
internal static class CharacterReference
{
    private const int Longest = 34;

    /// <returns>Behind the reference; behind the ampersand where there is none.</returns>
    public static int Take(ReadOnlySpan<char> text, Span<char> copy, int at, int end)
    {
        int length = text[at..Math.Min(end, at + Longest)].IndexOf(';');
        if (length > 1)
        {
            var decoded = WebUtility.HtmlDecode(text.Slice(at, length + 1).ToString());
            if (decoded.Length <= length && decoded[0] != '&' || decoded == "&")
            {
                copy.Slice(at, length + 1).Fill(Article.NotCopy);
                decoded.CopyTo(copy[at..]);
                return at + length + 1;
            }
        }
        copy[at] = '&';
        return at + 1;
    }
}
