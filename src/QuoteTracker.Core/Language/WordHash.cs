using System.Runtime.CompilerServices;

namespace QuoteTracker.Core.Language;

/// <summary>The identity of a word without regard to case: 32-bit FNV-1a (Fowler, Noll and Vo 1991) over its lower-cased UTF-16 units.</summary>
internal static class WordHash
{
    private const uint Offset = 2166136261, Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> word)
    {
        uint h = Offset;
        foreach (char c in word) h = (h ^ Fold(c)) * Prime;
        return h;
    }

    /// <summary>Lower case, and the curly apostrophe as the straight one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char c)
    {
        if (c < 128) return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        return c == '’' ? '\'' : char.ToLowerInvariant(c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Append(uint hash, char c) => (hash ^ c) * Prime;
}
