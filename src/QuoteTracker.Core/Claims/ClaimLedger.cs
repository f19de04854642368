using System.Collections.Immutable;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>What was checked, by whom, against what: the entries of a newsroom's ledger. Immutable and thread-safe.</summary>
public sealed class ClaimLedger
{
    private readonly Dictionary<string, Claim> _byId = new(StringComparer.Ordinal);
    private readonly ILookup<string, Claim> _byArticle;
    private readonly Lazy<HomelessClaims> _homeless;
    private readonly Func<string, bool>? _isThere;

    public static ClaimLedger Empty { get; } = new([]);

    /// <param name="claims">Of those that share an id, the first counts.</param>
    /// <param name="isThere">
    /// Whether there is an article at a path, from the newsroom's root and with slashes: entries of an article that is gone are looked for in others, for
    /// it may have been renamed. Without it no article is taken for gone. Asked at most once for each article.
    /// </param>
    public ClaimLedger(IEnumerable<Claim> claims, Func<string, bool>? isThere = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        _isThere = isThere;
        foreach (var claim in claims) _byId.TryAdd(claim.Id, claim);
        Claims = [.. _byId.Values];
        _byArticle = Claims.ToLookup(static claim => claim.Article, StringComparer.Ordinal);
        _homeless = new(() => isThere is null ? HomelessClaims.None : new HomelessClaims(_byArticle.Where(group => !isThere(group.Key)).SelectMany(static group => group)));
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>Entries whose article is gone.</summary>
    public ImmutableArray<Claim> Homeless => _homeless.Value.Claims;

    /// <summary>True for an entry whose article is gone.</summary>
    public bool IsHomeless(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return _homeless.Value.Of(claim.Article).Any();
    }

    public Claim? Find(string id) => _byId.GetValueOrDefault(id);

    /// <param name="article">A path from the newsroom's root, with slashes.</param>
    public IEnumerable<Claim> Of(string article) => _byArticle[article];

    /// <summary>The same ledger with these entries in it: each replaces the one of its id, or is new.</summary>
    public ClaimLedger With(IEnumerable<Claim> claims)
    {
        var changed = claims.ToDictionary(static claim => claim.Id, StringComparer.Ordinal);
        return changed.Count == 0 ? this
            : new ClaimLedger(Claims.Select(claim => changed.Remove(claim.Id, out var now) ? now : claim).ToList().Concat(changed.Values), _isThere);
    }

    /// <summary>Finds the entries of an article in its text, and those of articles that are gone and whose words stand here.</summary>
    /// <param name="article">The article's path from the newsroom's root, with slashes.</param>
    public ArticleClaims Resolve(string article, ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var own = Of(article).ToList();
        return own.Count == 0 && Homeless.IsEmpty ? ArticleClaims.None : new ClaimFinder(model).Resolve(article, own, _homeless.Value);
    }
}
