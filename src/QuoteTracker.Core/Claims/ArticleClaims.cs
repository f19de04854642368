using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>The ledger's entries of one article, each at its place in the text of now. Immutable.</summary>
public sealed class ArticleClaims
{
    private readonly Dictionary<string, ClaimPlace> _byAttribution;

    internal ArticleClaims(ImmutableArray<ClaimPlace> places, ImmutableArray<Claim> lost)
    {
        Places = [.. places.OrderBy(static place => place.Spans[0].Start).ThenBy(static place => place.Claim.Id, StringComparer.Ordinal)];
        Lost = lost;
        _byAttribution = [];
        foreach (var place in Places)
            if (place.Attribution is { } attribution) _byAttribution.TryAdd(attribution.Id, place);
    }

    /// <summary>The ledger has nothing of the article.</summary>
    public static ArticleClaims None { get; } = new([], []);

    /// <summary>In text order.</summary>
    public ImmutableArray<ClaimPlace> Places { get; }

    /// <summary>Entries that name this article and whose words stand nowhere in it.</summary>
    public ImmutableArray<Claim> Lost { get; }

    /// <summary>The entry of an attribution of the same model; null where the ledger has none.</summary>
    public ClaimPlace? Of(Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return _byAttribution.GetValueOrDefault(attribution.Id);
    }

    /// <summary>
    /// The parts of an attribution's content in which no entry has a word; all of them where the ledger does not have it. UTF-16 offsets, end exclusive.
    /// </summary>
    public ImmutableArray<TextSpan> Uncovered(Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return attribution.Content.RemoveAll(part => Places.Any(place => place.Spans.Any(part.OverlapsWith)));
    }

    /// <summary>The place of an entry; null where it is lost or another article's.</summary>
    public ClaimPlace? Find(string id) => Places.FirstOrDefault(place => place.Claim.Id == id);
}
