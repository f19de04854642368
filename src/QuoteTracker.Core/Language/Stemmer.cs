namespace QuoteTracker.Core.Language;

/// <summary>
/// Brings the inflected forms of a verb to one hash. It strips -s, -ed, -ing, undoubles the consonant before and drops a final e on every form, so that
/// <c>argue</c>, <c>argues</c>, <c>argued</c> and <c>arguing</c> meet; what it makes need not be a word.
/// </summary>
internal static class Stemmer
{
    /// <summary>Words longer than this are their own stem.</summary>
    private const int LongestWord = 24;

    public static uint Stem(ReadOnlySpan<char> word, uint hash)
    {
        int n = word.Length;
        if (n is < 4 or > LongestWord) return n < 4 ? WordHash.Of(word) : hash;
        // Most words have nothing to strip or undouble. Behind a full stop the hash may be that of the word without it.
        char last = WordHash.Fold(word[n - 1]);
        if (last is not ('s' or 'd' or 'g' or 'e' or '.') && last != WordHash.Fold(word[n - 2])) return hash;
        Span<char> w = stackalloc char[LongestWord];
        for (int i = 0; i < n; i++) w[i] = WordHash.Fold(word[i]);
        ReadOnlySpan<char> s = w[..n];
        if (s.EndsWith("ies") || s.EndsWith("ied"))
        {
            w[n - 3] = 'y';
            n -= 2;
        }
        else if (s.EndsWith("ing") && n > 5) n = Undouble(w, n - 3);
        else if (s.EndsWith("ed") && n > 4) n = Undouble(w, n - 2);
        else if (s.EndsWith("es") && n > 4 && w[n - 3] is 's' or 'x' or 'z' or 'h') n -= 2;
        else if (w[n - 1] == 's' && w[n - 2] is not ('s' or 'u' or 'i')) n -= 1;
        n = Undouble(w, n);
        if (n > 3 && w[n - 1] == 'e') n--;
        return WordHash.Of(w[..n]);
    }

    private static int Undouble(ReadOnlySpan<char> w, int n) => n > 3 && w[n - 1] == w[n - 2] && w[n - 1] is not ('e' or 'o') ? n - 1 : n;
}
