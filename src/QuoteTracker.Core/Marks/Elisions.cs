namespace QuoteTracker.Core.Marks;

/// <summary>Words that English copy writes with an apostrophe for what they lost, those in Dutch names too (<c>'t</c>, <c>'s</c>).</summary>
internal static class Elisions
{
    /// <param name="word">The word after the mark: <c>em</c>, <c>tis</c>.</param>
    public static bool IsClippedAtStart(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 6) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower is "em" or "n" or "tis" or "twas" or "twill" or "til" or "till" or "cause" or "cuz" or "cos" or "bout" or "round" or "nuff"
            or "kay" or "neath" or "gainst" or "tween" or "twixt" or "tude" or "hood" or "bama" or "murica" or "sup" or "ello" or "er" or "im" or "t" or "s";
    }

    /// <param name="word">The word before the mark: <c>goin</c>, <c>ol</c>.</param>
    public static bool IsClippedAtEnd(ReadOnlySpan<char> word)
    {
        if (word.Length >= 4 && word.EndsWith("in", StringComparison.OrdinalIgnoreCase)) return true;
        if (word.Length is 0 or > 3) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower is "ol" or "o" or "an" or "th" or "lil" or "mo" or "n" or "po" or "fo" or "wi" or "yo" or "t";
    }
}
