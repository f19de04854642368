using System.Collections.Immutable;

namespace QuoteTracker.Core.Claims;

/// <summary>
/// The entries whose articles are gone, by the words that they begin with: a ledger may have thousands of them, and an article asks for those that might
/// be its own at every key. Immutable.
/// </summary>
internal sealed class HomelessClaims
{
    /// <summary>Words that a beginning has; entries of fewer come along with others of their article.</summary>
    private const int Beginning = 3;

    public static HomelessClaims None { get; } = new([]);

    private readonly Dictionary<ulong, List<SoughtClaim>> _byBeginning = [];
    private readonly ILookup<string, SoughtClaim> _byArticle;

    public HomelessClaims(IEnumerable<Claim> claims)
    {
        var all = claims.Select(static claim => new SoughtClaim(claim, IsHomeless: true)).Where(static sought => sought.Words.Count > 0).ToList();
        Claims = [.. all.Select(static sought => sought.Claim)];
        _byArticle = all.ToLookup(static sought => sought.Claim.Article, StringComparer.Ordinal);
        foreach (var sought in all)
        {
            if (sought.Words.Count < Beginning) continue;
            var key = KeyOf(sought.Words.Keys);
            if (!_byBeginning.TryGetValue(key, out var list)) _byBeginning[key] = list = [];
            list.Add(sought);
        }
    }

    public ImmutableArray<Claim> Claims { get; }

    /// <summary>Those whose first words stand somewhere among these.</summary>
    public HashSet<SoughtClaim> BeginningIn(ReadOnlySpan<ulong> words)
    {
        var found = new HashSet<SoughtClaim>();
        if (_byBeginning.Count == 0) return found;
        for (int i = 0; i + Beginning <= words.Length; i++)
            if (_byBeginning.TryGetValue(KeyOf(words[i..]), out var list)) found.UnionWith(list);
        return found;
    }

    /// <param name="article">A path that is gone.</param>
    public IEnumerable<SoughtClaim> Of(string article) => _byArticle[article];

    private static ulong KeyOf(ReadOnlySpan<ulong> words)
    {
        ulong key = 0;
        foreach (var word in words[..Beginning]) key = (key * 1099511628211) ^ word;
        return key;
    }
}
