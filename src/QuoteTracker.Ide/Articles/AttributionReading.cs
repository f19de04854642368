using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Ide.Articles;

/// <summary>What features ask of an attribution.</summary>
internal static class AttributionReading
{
    extension(Attribution attribution)
    {
        /// <summary>Sure enough to be shown as a fact.</summary>
        public bool IsShown => attribution.Confidence >= Attribution.ShownFrom;
    }

    extension(Entity entity)
    {
        /// <summary>The same person or body, in this story or in another of the page.</summary>
        public bool IsSameAs(Entity? other) => other is not null && (entity.Entry is { } entry ? entry.Id == other.Entry?.Id : entity == other);
    }

    extension(QuotationRegion region)
    {
        /// <summary>The attribution of the region where it is sure enough to be shown as a fact.</summary>
        public Attribution? ShownAttribution => region.Attribution is { IsShown: true } attribution ? attribution : null;

        /// <summary>Words of somebody, and nobody knows whose.</summary>
        public bool IsUnattributed => region is { Depth: 0, Role: RegionRole.Quotation, ShownAttribution: null };
    }
}
