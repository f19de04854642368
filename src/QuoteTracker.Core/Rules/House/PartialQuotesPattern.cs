using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules.House;

/// <summary>
/// More partial quotes in a row than the newsroom lets pass: fragments in marks inside what is told without. A whole quotation ends the row, and so does a
/// paragraph without a quotation.
/// </summary>
/// <param name="Limit">How many may stand in a row; at least 1. The one after is found, with the length of the row.</param>
public sealed record PartialQuotesPattern(int Limit) : HousePattern
{
    public override IEnumerable<HouseMatch> FindIn(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var row = new List<TextSpan>();
        int last = -1;
        foreach (var region in model.Regions)
        {
            if (region is not { Depth: 0, Role: RegionRole.Quotation }) continue;
            int paragraph = model.ParagraphIndexAt(region.Span.Start);
            bool isPartial = region.Attribution is { Kind: AttributionKind.Mixed };
            if (!isPartial || paragraph > last + 1 || (last >= 0 && model.StoryIndexAt(region.Span.Start) != model.StoryIndexAt(row.Count > 0 ? row[^1].Start : region.Span.Start)))
            {
                if (row.Count > Limit) yield return new HouseMatch(row[Limit], Count: row.Count);
                row.Clear();
            }
            if (isPartial) row.Add(region.Span);
            last = model.ParagraphIndexAt(region.Span.End - 1);
        }
        if (row.Count > Limit) yield return new HouseMatch(row[Limit], Count: row.Count);
    }
}
