namespace QuoteTracker.Core.Rules;

/// <summary>Turns of phrase in messages.</summary>
internal static class Wording
{
    private const int MaxNames = 4;

    /// <summary><c>Ann Lee, Bo Lee or Cy Lee</c>; the first few where there are many.</summary>
    public static string EitherOf(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        if (all.Count > MaxNames) return $"{string.Join(", ", all.Take(MaxNames))} or {all.Count - MaxNames} more";
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} or {all[^1]}";
    }
}
