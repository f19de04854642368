using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Words in quotation marks that none of the newsroom's sources has.</summary>
public sealed class QuotationNotInSources : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0402", "quotation-not-in-sources", RuleGroup.Claims, DiagnosticSeverity.Info,
        "None of the newsroom's sources has these words, so nobody can check them. Add the recording's transcript to the sources, or check them against your notes");

    /// <summary>A word or two in marks are often a term rather than testimony.</summary>
    private const int FewestWords = 3;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterAttributionAction(static (context, attribution) =>
    {
        if (context.Background.Checks.IsEmpty || attribution.Confidence < Attribution.ShownFrom || context.Background.Checks.GetValueOrDefault(attribution.Id) is not { Verdict: Verdict.Absent }) return;
        int words = Quotation.Of(context.Model, attribution).Sum(quotation => quotation.WordCount);
        if (words >= FewestWords) context.Report(Descriptor, attribution.Content[0]);
    });
}
