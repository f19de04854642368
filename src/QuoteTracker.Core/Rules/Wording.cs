using System.Globalization;
using QuoteTracker.Core.Claims;

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

    /// <summary><c>The ledger has this as verified by Ann Lee on 2026-03-12</c>, as much of it as the ledger says.</summary>
    public static string Checked(ClaimCheck check)
    {
        var by = check.CheckedBy is { } name ? $" by {name}" : "";
        var on = check.CheckedOn is { } day ? $" on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        return $"The ledger has this as {check.Status.Name()}{by}{on}";
    }
}
