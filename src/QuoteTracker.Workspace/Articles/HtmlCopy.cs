using System.Buffers;

namespace QuoteTracker.Workspace.Articles;

/// <summary>Finds the words in a block of HTML: what stands between tags, but not in comments, scripts, styles and preformatted code.</summary>
internal static class HtmlCopy
{
    private static readonly string[] Silent = ["script", "style", "pre", "textarea", "template"];

    private static readonly SearchValues<char> EntityLetters = SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Takes over into <paramref name="copy"/> the words of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/> (exclusive).</summary>
    public static void Take(ReadOnlySpan<char> text, Span<char> copy, int start, int end)
    {
        for (var i = start; i < end;)
        {
            var rest = text[i..end];
            var skip = NotWords(rest);
            if (skip == 0)
            {
                copy[i] = text[i];
                skip = 1;
            }
            i += skip;
        }
    }

    /// <returns>How many units from the start on are markup.</returns>
    private static int NotWords(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '&' => Entity(rest),
        '<' when rest.StartsWith("<!--", StringComparison.Ordinal) => Math.Min(Until(rest, "-->") + 3, rest.Length),
        '<' when rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?') => Tag(rest),
        _ => 0,
    };

    private static int Tag(ReadOnlySpan<char> rest)
    {
        var length = 1;
        for (var quote = '\0'; length < rest.Length && (quote != '\0' || rest[length] != '>'); length++)
        {
            if (rest[length] == quote) quote = '\0';
            else if (quote == '\0' && rest[length] is '"' or '\'') quote = rest[length];
        }
        // A quotation mark that never closes does not make the rest of the block a tag.
        if (length == rest.Length) length = Math.Max(rest.IndexOf('>'), 0);
        length++;
        foreach (var name in Silent)
        {
            if (rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest.Length > name.Length + 1 && !char.IsAsciiLetterOrDigit(rest[name.Length + 1]))
                return length + Until(rest[length..], $"</{name}");
        }
        return length;
    }

    private static int Until(ReadOnlySpan<char> rest, string closing)
    {
        var at = rest.IndexOf(closing, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? rest.Length : at;
    }

    private static int Entity(ReadOnlySpan<char> rest)
    {
        var length = rest[1..].IndexOfAnyExcept(EntityLetters);
        return length is > 0 and < 32 && rest[length + 1] == ';' ? length + 2 : 0;
    }
}
