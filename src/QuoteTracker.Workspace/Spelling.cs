namespace QuoteTracker.Workspace;

/// <summary>Guesses which known word a misspelled one was meant to be.</summary>
public static class Spelling
{
    /// <summary>The property of a finding that says what to write in the finding's place.</summary>
    public const string InsteadProperty = "instead";

    /// <summary><c> Did you mean 'articles'?</c> with its leading blank, or nothing where no known word is near.</summary>
    public static string Suggestion(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>Null where no known word is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var limit = Math.Max(1, word.Length / 3);
        return known.Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            // Hardly anybody gets the first letter wrong.
            .ThenBy(pair => pair.candidate.StartsWith(word[..Math.Min(1, word.Length)], StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>Letters to insert, delete, change or swap with the next, case apart; a stranger's overlong word is far from everything.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8) return int.MaxValue;
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        var (last, row, next) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                next[j] = Math.Min(change, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = Math.Min(next[j], last[j - 2] + 1);
            }
            (last, row, next) = (row, next, last);
        }
        return row[b.Length];
    }
}
