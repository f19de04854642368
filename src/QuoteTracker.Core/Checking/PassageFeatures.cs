using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Checking;

/// <summary>What an index knows a passage by: hashes of its pairs of neighbouring words, and of its words that say something.</summary>
internal static class PassageFeatures
{
    private static readonly uint Is = WordHash.Of("is"), Has = WordHash.Of("has"), Would = WordHash.Of("would"), Had = WordHash.Of("had");

    /// <summary>At most so many features a word.</summary>
    public const int PerWord = 2;

    /// <param name="into">Room for <see cref="PerWord"/> times the words.</param>
    /// <returns>How many were written; one may come more than once.</returns>
    public static int Write(ReadOnlySpan<SpokenWord> words, Span<uint> into)
    {
        int count = 0;
        uint before = 0;
        foreach (ref readonly var word in words)
        {
            if (word.Is(WordTraits.Bracketed))
            {
                before = 0;
                continue;
            }
            // A filler stands between two words of a transcript and of no quotation.
            if (word.Is(WordTraits.Skippable) && word.Is(WordTraits.Light) is false) continue;
            uint key = KeyOf(word.Key);
            if (word.Is(WordTraits.AfterEllipsis)) before = 0;
            if (before != 0) into[count++] = Mix(before * 31 + key);
            if (!word.Is(WordTraits.Light)) into[count++] = Mix(key);
            before = key;
        }
        return count;
    }

    /// <summary>The words that <c>'s</c> and <c>'d</c> may stand for are one here.</summary>
    private static uint KeyOf(uint key) => key == Is || key == Has ? SpokenWord.S : key == Would || key == Had ? SpokenWord.D : key;

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
