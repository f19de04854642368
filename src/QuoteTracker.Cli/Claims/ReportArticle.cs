using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Cli.Claims;

/// <summary>How a quotation stands in a report: the status of its entry, or that the check is stale.</summary>
public enum ReportState
{
    Verified,
    Corrected,
    Unchecked,
    Stale,
    Disputed,
    Retracted,
}

/// <summary>A quotation or a claim as a report shows it.</summary>
/// <param name="Number">From 1, through the whole report.</param>
/// <param name="Place">The ledger's entry and where it stands; null where the ledger has none.</param>
/// <param name="Attribution">Null where the article attributes it to nobody.</param>
/// <param name="Spans">In text order, none of which an earlier item of the article has, unless it has all of them.</param>
/// <param name="Speaker">A name; empty where nobody knows.</param>
public sealed record ReportItem(int Number, ReportState State, ClaimPlace? Place, Attribution? Attribution, ImmutableArray<TextSpan> Spans, string Speaker, Passage? Passage)
{
    /// <summary>It is a quotation, the newsroom has sources, and none has the words.</summary>
    public bool IsNowhere { get; init; }
}

/// <summary>An article as a report shows it.</summary>
/// <param name="Items">In text order.</param>
public sealed record ReportArticle(DeskArticle Article, string Title, ImmutableArray<ReportItem> Items)
{
    /// <summary>The articles of a report, each with what is wanted of it.</summary>
    /// <param name="isWanted">Which entries of the ledger.</param>
    /// <param name="withUnrecorded">Quotations that the ledger does not have as well.</param>
    public static ImmutableArray<ReportArticle> Of(IEnumerable<DeskArticle> articles, Registry registry, PassageBook passages, Func<Claim, bool> isWanted, bool withUnrecorded)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(isWanted);
        var report = ImmutableArray.CreateBuilder<ReportArticle>();
        var number = 1;
        foreach (var article in articles)
        {
            var drafts = article.Claims.Places.Where(place => isWanted(place.Claim)).Select(place => new ReportItem(
                0, StateOf(place), place, place.Attribution, place.Spans,
                NameOf(place, registry), passages.Of(place.Claim, (article, place)))).ToList();
            if (withUnrecorded)
            {
                var recorded = drafts.SelectMany(static item => item.Spans).ToList();
                drafts.AddRange(Unrecorded(article, passages).Where(item => !item.Spans.Any(span => recorded.Exists(span.OverlapsWith))));
            }
            var items = Apart(drafts.OrderBy(static item => item.Spans[0].Start), number).ToImmutableArray();
            if (items.IsEmpty) continue;
            number += items.Length;
            report.Add(new ReportArticle(article, article.FrontMatter.Title ?? FirstLine(article.Model) ?? article.Key, items));
        }
        return report.ToImmutable();
    }

    /// <summary>Every quotation that the ledger does not have: those as well of which nobody can tell for sure who said them.</summary>
    private static IEnumerable<ReportItem> Unrecorded(DeskArticle article, PassageBook passages)
    {
        foreach (var attribution in article.Model.Attributions)
        {
            if (attribution.Kind == AttributionKind.Indirect || article.Claims.Uncovered(attribution) is not { Length: > 0 } open) continue;
            var speaker = attribution.Confidence >= Attribution.ShownFrom ? attribution.Speaker?.Name : null;
            yield return new ReportItem(0, ReportState.Unchecked, null, attribution, open, speaker ?? "", passages.Of(article, attribution))
            {
                IsNowhere = passages.IsNowhere(article, attribution),
            };
        }
        foreach (var region in article.Model.Regions)
        {
            if (region is { Depth: 0, Role: RegionRole.Quotation, Attribution: null })
                yield return new ReportItem(0, ReportState.Unchecked, null, null, [.. region.Parts.Select(static part => part.Span)], "", null);
        }
    }

    private static ReportState StateOf(ClaimPlace place) => place.IsStale ? ReportState.Stale : place.Claim.Status switch
    {
        ClaimStatus.Verified => ReportState.Verified,
        ClaimStatus.Disputed => ReportState.Disputed,
        ClaimStatus.Corrected => ReportState.Corrected,
        ClaimStatus.Retracted => ReportState.Retracted,
        _ => ReportState.Unchecked,
    };

    private static string NameOf(ClaimPlace place, Registry registry) =>
        ClaimText.SpeakerOf(place.Claim, registry) is { Length: > 0 } name ? name : place.Attribution?.Speaker?.Name ?? "";

    /// <summary>Numbered, and without the parts that an earlier item has: text is shown once.</summary>
    private static IEnumerable<ReportItem> Apart(IEnumerable<ReportItem> drafts, int number)
    {
        var end = 0;
        foreach (var draft in drafts)
        {
            var free = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var span in draft.Spans)
            {
                if (span.Start < end) continue;
                free.Add(span);
                end = span.End;
            }
            // One that lies in another has a card of its own, if no words of its own.
            yield return draft with { Number = number++, Spans = free.Count > 0 ? free.ToImmutable() : draft.Spans };
        }
    }

    private static string? FirstLine(ArticleModel model)
    {
        foreach (var paragraph in model.Paragraphs)
        {
            var line = model.Article.Copy.AsSpan(paragraph.Start, paragraph.Length).Trim(" \t\r\n#\uFFFE");
            if (!line.IsEmpty) return line.ToString().Replace(Core.Model.Article.NotCopy.ToString(), "", StringComparison.Ordinal);
        }
        return null;
    }
}
