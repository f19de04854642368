using System.Globalization;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Cli.Claims;

/// <summary>Claims in words, for people.</summary>
public static class ClaimText
{
    private const int ShortWords = 60;

    /// <summary>The registry's name of a claim's speaker, or what the claim has; empty where nobody knows.</summary>
    public static string SpeakerOf(Claim claim, Registry registry)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Entries.FirstOrDefault(entry => entry.Id == claim.Speaker)?.Name ?? claim.Speaker ?? "";
    }

    public static string DayOf(ClaimCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check.CheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary><c>verified by Ann Lee on 2026-03-12</c>, as much of it as there is.</summary>
    public static string Of(ClaimCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var by = check.CheckedBy is { } name ? $" by {name}" : "";
        var on = check.CheckedOn is null ? "" : $" on {DayOf(check)}";
        return check.Status.Name() + by + on;
    }

    /// <summary><c>sources/council.vtt, 00:12:31</c>; empty where there is no source.</summary>
    public static string SourceOf(ClaimCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (check.Source is not { } source) return "";
        return (source.Path ?? source.Url) + (source.Locator is { } locator ? $", {locator}" : "");
    }

    /// <summary>The words on one line, between marks, with an ellipsis for what stands between the parts.</summary>
    public static string WordsOf(string exact)
    {
        ArgumentNullException.ThrowIfNull(exact);
        // Words with marks of their own are a statement with a fragment in it.
        return exact.AsSpan().ContainsAny('“', '”', '"') ? exact.Replace("\n", " … ", StringComparison.Ordinal) : "“" + exact.Replace("\n", "” … “", StringComparison.Ordinal) + "”";
    }

    /// <summary>The first of the words.</summary>
    public static string Beginning(string exact)
    {
        ArgumentNullException.ThrowIfNull(exact);
        var words = exact.Replace('\n', ' ');
        if (words.Length <= ShortWords) return words;
        var end = words.LastIndexOf(' ', ShortWords);
        return words[..(end > 0 ? end : ShortWords)] + " …";
    }
}
