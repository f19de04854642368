using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// A quotation of which nobody can tell who said it. It takes a whole statement, and no sign of a source anywhere near: a verb of speech beside it is
/// one even where the engine cannot tell whose. An unnamed source is a source: that is <see cref="AnonymousSource"/>.
/// </summary>
public sealed class UnattributedQuotation : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0201", "unattributed-quotation", RuleGroup.Attribution, DiagnosticSeverity.Warning,
        "Nothing here says whose words these are, so readers cannot weigh them. Say who said it, or drop the marks");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        SourcePlaces? places = null;
        foreach (var region in context.Model.Regions)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Check(context, region, ref places);
        }
    }

    private static void Check(RuleActionContext context, QuotationRegion region, ref SourcePlaces? places)
    {
        // A quotation inside another one is the outer speaker's to attribute, and a headline leaves it to the copy below.
        if (region.Role != RegionRole.Quotation || region.Depth > 0 || HasSource(region.Attribution)) return;
        var hints = new SourceHints(context.Model, region);
        if (!hints.IsBare || hints.IsAnnounced) return;
        places ??= new SourcePlaces(context.Model.Attributions);
        if (places.IsAnyIn(hints.Paragraph, region.Attribution)) return;
        context.Report(Descriptor, region.Parts[0].Span);
    }

    private static bool HasSource(Attribution? attribution) =>
        attribution is { Confidence: >= Attribution.ShownFrom }
        && (attribution.Source is not null || attribution.Speaker is not null || attribution.IsAnonymous || !attribution.Candidates.IsEmpty);
}
