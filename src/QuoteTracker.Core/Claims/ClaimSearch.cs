using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace QuoteTracker.Core.Claims;

/// <summary>What one article tells of the ledger's entries.</summary>
/// <param name="Lost">Entries of the article that it does not have any more.</param>
/// <param name="Found">The ids of entries that it has, where some articles are gone; empty where none is.</param>
public sealed record ToldClaims(ImmutableArray<Claim> Lost, ImmutableArray<string> Found)
{
    /// <summary>Null where the article tells nothing that matters.</summary>
    /// <param name="claims">What <see cref="ClaimLedger.Resolve"/> of the same ledger found in it.</param>
    public static ToldClaims? Of(ClaimLedger ledger, ArticleClaims claims)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(claims);
        ImmutableArray<string> found = ledger.Homeless.IsEmpty ? [] : [.. claims.Places.Select(static place => place.Claim.Id)];
        return claims.Lost.IsEmpty && found.IsEmpty ? null : new ToldClaims(claims.Lost, found);
    }
}

/// <summary>
/// Which entries of a ledger have their words somewhere, told article by article: an entry whose article is there is looked for in it alone, one whose article is gone
/// in all that there are, for it may have been renamed. Thread-safe.
/// </summary>
public sealed class ClaimSearch(ClaimLedger ledger)
{
    private readonly ConcurrentDictionary<string, ToldClaims> _articles = new(StringComparer.Ordinal);

    /// <param name="path">Names the article; what was told of it before counts no more.</param>
    /// <param name="told">Null for nothing.</param>
    public void Add(string path, ToldClaims? told)
    {
        if (told is null) _articles.TryRemove(path, out _);
        else _articles[path] = told;
    }

    /// <param name="path">Names the article; what was told of it before counts no more.</param>
    /// <param name="claims">What <see cref="ClaimLedger.Resolve"/> found in it.</param>
    public void Add(string path, ArticleClaims claims) => Add(path, ToldClaims.Of(ledger, claims));

    /// <summary>The entries whose words were not found.</summary>
    /// <param name="isWhole">
    /// Whether all articles of the newsroom were told; asked where it matters. Until then nobody can say of an entry whose article is gone that its words are lost.
    /// </param>
    public IEnumerable<Claim> Lost(Func<bool> isWhole)
    {
        ArgumentNullException.ThrowIfNull(isWhole);
        var found = _articles.Values.SelectMany(static told => told.Found).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Claim> homeless = [.. ledger.Homeless.Where(claim => !found.Contains(claim.Id))];
        return _articles.Values.SelectMany(static told => told.Lost).Concat(homeless.IsEmpty || !isWhole() ? [] : homeless);
    }
}
