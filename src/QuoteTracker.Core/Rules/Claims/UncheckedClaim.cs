using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// A quotation that the ledger does not have, or has as unchecked. Statements without marks are claims too, but only where somebody wrote them into the
/// ledger: a hint at every one of them would be read by nobody.
/// </summary>
public sealed class UncheckedClaim : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0403", "unchecked-claim", RuleGroup.Claims, DiagnosticSeverity.Hidden,
        "Nobody has checked these words yet, by the ledger of claims. Check them against their source and record it");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterAttributionAction(Check);

    private static void Check(RuleActionContext context, Attribution attribution)
    {
        if (context.Background.Claims is not { } claims || attribution.Confidence < Attribution.ShownFrom) return;
        if (claims.Of(attribution) is { Claim.Status: ClaimStatus.Unchecked })
        {
            context.Report(attribution.Content[0]);
            return;
        }
        if (attribution.Kind == AttributionKind.Indirect || (attribution.Source is null && attribution.Speaker is null)) return;
        // A sentence that was added to a checked quotation is not checked with it.
        if (claims.Uncovered(attribution) is [var part, ..]) context.Report(part);
    }
}
