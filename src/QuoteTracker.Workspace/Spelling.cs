namespace QuoteTracker.Workspace;

/// <summary>Guesses which known word a misspelled one was meant to be.</summary>
public static class Spelling
{
    /// <summary>The property of a finding that says what to write in the finding's place.</summary>
    public const string InsteadProperty = "instead";

    /// <summary><c> Did you mean 'articles'?</c> with its leading blank, or nothing where no known word is near.</summary>
    internal static string Suggestion(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>Null where no known word is near.</summary>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        var limit = Math.Max(1, word.Length / 3);
        return known.Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>Letters to insert, delete or change, case apart; a stranger's overlong word is far from everything.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8) return int.MaxValue;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
