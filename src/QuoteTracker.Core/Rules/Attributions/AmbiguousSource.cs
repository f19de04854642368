using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A statement whose source could be one of several.</summary>
public sealed class AmbiguousSource : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0202", "ambiguous-source", RuleGroup.Attribution, DiagnosticSeverity.Warning,
        "'{0}' could be {1}, so readers cannot tell who said this. Name the speaker");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterAttributionAction(Check);

    private static void Check(RuleActionContext context, Attribution attribution)
    {
        if (attribution.Candidates.Length < 2 || attribution.Confidence < Attribution.ShownFrom) return;
        var span = attribution.Source ?? attribution.Cue ?? attribution.Content[0];
        context.Report(Descriptor, span, context.TextOf(span), Wording.EitherOf(attribution.Candidates.Select(candidate => candidate.Name)));
    }
}
