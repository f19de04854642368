using System.Collections.Immutable;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Attributions;

/// <summary>Tells for each region whose content it is in, and whether its marks quote anybody.</summary>
internal static class RegionRoles
{
    /// <summary>A term has at most so many words: of unattributed regions in news 35 in 100 of up to three words quote nobody, of longer ones 3 in 100.</summary>
    private const int LongestTerm = 6;

    public static ImmutableArray<QuotationRegion> Assign(ImmutableArray<QuotationRegion> regions, ImmutableArray<Attribution> attributions, string copy)
    {
        var result = ImmutableArray.CreateBuilder<QuotationRegion>(regions.Length);
        foreach (var region in regions)
        {
            var owner = OwnerOf(region, attributions);
            bool doubtful = owner is null || owner.Confidence < Attribution.ShownFrom;
            var role = doubtful && LooksLikeTerm(region, copy) ? RegionRole.Term : RegionRole.Quotation;
            result.Add(region with { Attribution = owner, Role = role });
        }
        return result.MoveToImmutable();
    }

    /// <summary>The attribution with the narrowest content around the region's first part.</summary>
    private static Attribution? OwnerOf(QuotationRegion region, ImmutableArray<Attribution> attributions)
    {
        Attribution? best = null;
        int width = int.MaxValue;
        var inner = region.Parts[0].Inner;
        foreach (var attribution in attributions)
        {
            if (attribution.Content[0].Start > inner.Start) break;
            foreach (var content in attribution.Content)
            {
                if (content.Start > inner.Start || content.End < inner.End || content.Length >= width) continue;
                best = attribution;
                width = content.Length;
            }
        }
        return best;
    }

    private static bool LooksLikeTerm(QuotationRegion region, string copy)
    {
        if (region.IsRunning || !region.IsClosed) return false;
        var inner = region.Parts[0].Inner;
        if (inner.Length == 0) return true;
        var words = copy.AsSpan(inner.Start, inner.Length);
        if (words[^1] is '.' or '!' or '?') return false;
        int count = 1;
        foreach (char c in words)
        {
            if (c is ' ' or '\u00A0') count++;
        }
        return count <= LongestTerm;
    }
}
