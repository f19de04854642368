using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Ide.Checking;

/// <summary>How the quotations of an article stand in the ledger, by their words: holds for the next text as well, until its own entries are found.</summary>
public sealed class ClaimMarks
{
    private readonly Dictionary<string, ClaimStatus> _byWords = new(StringComparer.Ordinal);

    private ClaimMarks()
    {
    }

    public static ClaimMarks None { get; } = new();

    /// <param name="claims">Of the same model; null where there is no ledger.</param>
    internal static ClaimMarks Of(ArticleModel model, ArticleClaims? claims)
    {
        if (claims is null || claims.Places.IsEmpty) return None;
        var marks = new ClaimMarks();
        foreach (var place in claims.Places)
        {
            // A check of other words says nothing about these.
            if (place.Attribution is { } attribution && !place.IsStale) marks._byWords[WordsOf(model, attribution).ToString()] = place.Claim.Status;
        }
        return marks;
    }

    /// <summary>Null where the ledger has no entry.</summary>
    public ClaimStatus? StatusOf(ArticleModel model, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(attribution);
        return _byWords.Count > 0 && _byWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(WordsOf(model, attribution), out var status) ? status : null;
    }

    /// <summary>True where both say the same of all words.</summary>
    public bool Says(ClaimMarks other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _byWords.Count == other._byWords.Count && _byWords.All(pair => other._byWords.TryGetValue(pair.Key, out var status) && status == pair.Value);
    }

    private static ReadOnlySpan<char> WordsOf(ArticleModel model, Attribution attribution) =>
        model.Article.Copy.AsSpan(attribution.Content[0].Start, attribution.Content[^1].End - attribution.Content[0].Start);
}
