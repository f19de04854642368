using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>A name that is nearly one of the registry's.</summary>
/// <param name="Known">The registry's name or alias.</param>
/// <param name="Word">The word of the copy that differs, and its place among the words.</param>
/// <param name="Right">The registry's word for it.</param>
internal sealed record NameMatch(RegistryEntry Entry, string Known, string Word, string Right)
{
    /// <summary>Shorter words differ from one another by a letter too often: <c>Lee</c>, <c>Lea</c>.</summary>
    private const int MinWordLength = 4;

    /// <summary>From this length on two letters may be wrong.</summary>
    private const int LongWordLength = 7;

    /// <summary>
    /// The entry that <paramref name="name"/> misspells: as many words, all the same but one, and in that one a letter wrong, missing, extra or swapped
    /// (two in a long word), never the first. Null where there is none, where it is itself in the registry, or where several come as near.
    /// </summary>
    public static NameMatch? Nearest(string name, Registry registry)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return null;
        NameMatch? nearest = null;
        int least = int.MaxValue;
        // All words but one are the same, so one at least is shared.
        foreach (var known in registry.Names.Sharing(words))
        {
            if (known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return null;
            if (Compare(words, known.Words) is not { } found || found.Distance > least) continue;
            if (found.Distance == least && nearest!.Entry != known.Entry) return null;
            if (found.Distance < least) nearest = new NameMatch(known.Entry, known.Name, found.Word, found.Right);
            least = found.Distance;
        }
        return nearest;
    }

    private static (int Distance, string Word, string Right)? Compare(string[] words, string[] known)
    {
        if (words.Length != known.Length) return null;
        (int, string, string)? differing = null;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Equals(known[i], StringComparison.OrdinalIgnoreCase)) continue;
            if (differing is not null || SlipsBetween(words[i], known[i]) is not { } slips) return null;
            differing = (slips, words[i], known[i]);
        }
        return differing;
    }

    /// <summary>The slips of the pen between two words; null where they are too many or the words too short to tell.</summary>
    private static int? SlipsBetween(string word, string right)
    {
        int length = Math.Min(word.Length, right.Length);
        if (length < MinWordLength || char.ToUpperInvariant(word[0]) != char.ToUpperInvariant(right[0])) return null;
        int limit = length >= LongWordLength ? 2 : 1;
        if (Math.Abs(word.Length - right.Length) > limit) return null;
        int slips = Distance(word.ToUpperInvariant(), right.ToUpperInvariant());
        return slips <= limit ? slips : null;
    }

    /// <summary>Optimal string alignment (Damerau 1964): letters changed, inserted, deleted, or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(previous[j], row[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, previous, row) = (previous, row, before);
        }
        return previous[b.Length];
    }
}
