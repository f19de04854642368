using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>Words that were checked and are not the same any more. In the ledger it is also reported of a source that changed since the check.</summary>
public sealed class StaleCheck : ArticleRule
{
    /// <summary>0: the check, 1: what changed.</summary>
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0405", "stale-check", RuleGroup.Claims, DiagnosticSeverity.Warning,
        "{0}, but since then {1}. Check it again, or put back what was checked");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        if (context.Background.Claims is not { } claims) return;
        foreach (var place in claims.Places)
            if (place.IsStale) context.Report(place.Spans[0], Wording.Checked(place.Claim.Check), place.Difference);
    }
}
