namespace QuoteTracker.Ide.Index;

/// <summary>A hash of words: letters and digits alone, small, so that marks, punctuation and a capital do not matter.</summary>
/// <param name="Words">How many words were added.</param>
internal readonly record struct Fingerprint(ulong Hash, int Words)
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public static Fingerprint Start { get; } = new(Basis, 0);

    public Fingerprint Add(ReadOnlySpan<char> text)
    {
        ulong hash = Hash;
        int words = Words;
        bool inside = false;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (!inside && words++ > 0) hash = (hash ^ ' ') * Prime;
                inside = true;
                hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
            }
            // It's and its' apostrophes join: as one word without them.
            else if (c is not ('\'' or '’')) inside = false;
        }
        return new Fingerprint(hash, words);
    }
}
