using System.Collections.Immutable;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Attributions;

/// <summary>Tells for each region whose content it is in, and whether its marks quote anybody.</summary>
internal static class RegionRoles
{
    /// <summary>A term has at most so many words: of unattributed regions in news 35 in 100 of up to three words quote nobody, of longer ones 3 in 100.</summary>
    private const int LongestTerm = 6;

    /// <param name="first">The number of the first region that is to be looked at: those before it, and from <paramref name="end"/> on, have the role and the owner that they had.</param>
    /// <param name="firstAttribution">The number of the first attribution that can hold such a region.</param>
    /// <param name="ownersBefore">Those of the regions of a text before.</param>
    /// <param name="attributionsBefore">How many attributions that had.</param>
    /// <param name="owners">For each region the number of its attribution, -1 where it has none.</param>
    public static ImmutableArray<QuotationRegion> Assign(
        ImmutableArray<QuotationRegion> regions, ImmutableArray<Attribution> attributions, string copy, int first, int end, int firstAttribution, int[] ownersBefore, int attributionsBefore, out int[] owners)
    {
        var contents = end > first ? new ContentOrder(attributions, firstAttribution) : default;
        var result = ImmutableArray.CreateBuilder<QuotationRegion>(regions.Length);
        owners = new int[regions.Length];
        for (int k = 0; k < owners.Length; k++)
        {
            var region = regions[k];
            var role = region.Role;
            if (k < first) owners[k] = ownersBefore[k];
            else if (k >= end) owners[k] = ownersBefore[k - regions.Length + ownersBefore.Length] is >= 0 and var owner ? owner - attributionsBefore + attributions.Length : -1;
            else (owners[k], role) = OwnerAndRoleOf(region, attributions, contents, copy);
            var attribution = owners[k] < 0 ? null : attributions[owners[k]];
            result.Add(ReferenceEquals(region.Attribution, attribution) && region.Role == role ? region : region with { Attribution = attribution, Role = role });
        }
        return result.MoveToImmutable();
    }

    private static (int Owner, RegionRole Role) OwnerAndRoleOf(QuotationRegion region, ImmutableArray<Attribution> attributions, in ContentOrder contents, string copy)
    {
        int owner = contents.Around(region.Parts[0].Inner);
        bool doubtful = owner < 0 || attributions[owner].Confidence < Attribution.ShownFrom;
        int words = doubtful ? WordsOfTerm(region, copy) : 0;
        // One word in marks is a scare quote rather than a quotation, unless somebody surely said it.
        return (words == 1 ? -1 : owner, words > 0 ? RegionRole.Term : RegionRole.Quotation);
    }

    /// <summary>How many words the region has, if it looks like a term; else 0.</summary>
    private static int WordsOfTerm(QuotationRegion region, string copy)
    {
        if (region.IsRunning || !region.IsClosed) return 0;
        var inner = region.Parts[0].Inner;
        if (inner.Length == 0) return 1;
        var words = copy.AsSpan(inner.Start, inner.Length);
        if (words[^1] is '.' or '!' or '?') return 0;
        int count = 1;
        foreach (char c in words)
        {
            if (c is ' ' or '\u00A0') count++;
        }
        return count <= LongestTerm ? count : 0;
    }
}
