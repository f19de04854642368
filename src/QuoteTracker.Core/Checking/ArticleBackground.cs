using System.Collections.Immutable;
using QuoteTracker.Core.Claims;

namespace QuoteTracker.Core.Checking;

/// <summary>What the newsroom knows of an article beyond its text; rules read it, whoever runs them provides it. Immutable.</summary>
public sealed record ArticleBackground
{
    /// <summary>Nothing but the text.</summary>
    public static ArticleBackground None { get; } = new();

    /// <summary>By the attribution's id: the check of each direct and mixed quotation. Empty where the newsroom has no sources.</summary>
    public ImmutableDictionary<string, QuotationCheck> Checks { get; init; } = ImmutableDictionary<string, QuotationCheck>.Empty;

    /// <summary>The ledger's entries of the article; null where the newsroom keeps no ledger.</summary>
    public ArticleClaims? Claims { get; init; }
}
