using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace QuoteTracker.Core.Claims;

/// <summary>
/// Which entries of a ledger have their words somewhere, told article by article: an entry whose article is there is looked for in it alone, one whose article is gone
/// in all that there are, for it may have been renamed. Thread-safe.
/// </summary>
public sealed class ClaimSearch(ClaimLedger ledger)
{
    private readonly ConcurrentDictionary<string, Told> _articles = new(StringComparer.Ordinal);

    /// <param name="Lost">Entries of the article that it does not have any more.</param>
    /// <param name="Found">The ids of entries that it has, where some articles are gone.</param>
    private sealed record Told(ImmutableArray<Claim> Lost, ImmutableArray<string> Found);

    /// <param name="path">Names the article; what was told of it before counts no more.</param>
    /// <param name="claims">What <see cref="ClaimLedger.Resolve"/> found in it.</param>
    public void Add(string path, ArticleClaims claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ImmutableArray<string> found = ledger.Homeless.IsEmpty ? [] : [.. claims.Places.Select(static place => place.Claim.Id)];
        if (claims.Lost.IsEmpty && found.IsEmpty) _articles.TryRemove(path, out _);
        else _articles[path] = new Told(claims.Lost, found);
    }

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
