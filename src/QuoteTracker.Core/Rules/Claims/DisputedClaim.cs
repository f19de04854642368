using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Claims;

namespace QuoteTracker.Core.Rules;

/// <summary>Words that stand in the article although the ledger says that somebody doubts them, or that they were taken back.</summary>
public sealed class DisputedClaim : ArticleRule
{
    /// <summary>In UTF-16 units; who wants more opens the ledger.</summary>
    private const int LongestNote = 300;

    /// <summary>0: the check, 1: the note with its blank and marks, or nothing.</summary>
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0404", "disputed-claim", RuleGroup.Claims, DiagnosticSeverity.Warning,
        "{0}{1}, and the words still stand here. Settle it before readers see it, or take them out");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        if (context.Background.Claims is not { } claims) return;
        foreach (var place in claims.Places)
        {
            // Words that changed since are a stale check: whether the doubt still holds is what has to be found out.
            if (place.IsStale || place.Claim.Status is not (ClaimStatus.Disputed or ClaimStatus.Retracted)) continue;
            var note = place.Claim.Check.Note is { } words ? $" (“{(words.Length > LongestNote ? words[..LongestNote] + " …" : words)}”)" : "";
            context.Report(place.Spans[0], Wording.Checked(place.Claim.Check), note);
        }
    }
}
