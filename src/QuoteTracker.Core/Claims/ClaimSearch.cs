using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace QuoteTracker.Core.Claims;

/// <summary>
/// Which entries of a ledger have their words somewhere, told article by article: an entry whose article is there is looked for in it alone, one whose article is gone
/// in all that there are, for it may have been renamed. Thread-safe.
/// </summary>
public sealed class ClaimSearch(ClaimLedger ledger)
{
    private readonly ConcurrentDictionary<string, Claim[]> _lost = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _movedTo = new(StringComparer.Ordinal);

    /// <param name="path">Names the article; what it was told to have lost before counts no more.</param>
    /// <param name="claims">What <see cref="ClaimLedger.Resolve"/> found in it.</param>
    public void Add(string path, ArticleClaims claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (claims.Lost.IsEmpty) _lost.TryRemove(path, out _);
        else _lost[path] = [.. claims.Lost];
        if (ledger.Homeless.IsEmpty) return;
        foreach (var place in claims.Places) _movedTo[place.Claim.Id] = path;
    }

    /// <summary>The entries whose words were not found.</summary>
    /// <param name="isWhole">
    /// Whether all articles of the newsroom were told; asked where it matters. Until then nobody can say of an entry whose article is gone that its words are lost.
    /// </param>
    public IEnumerable<Claim> Lost(Func<bool> isWhole)
    {
        ArgumentNullException.ThrowIfNull(isWhole);
        ImmutableArray<Claim> homeless = [.. ledger.Homeless.Where(claim => !_movedTo.ContainsKey(claim.Id))];
        return _lost.Values.SelectMany(static lost => lost).Concat(homeless.IsEmpty || !isWhole() ? [] : homeless);
    }
}
