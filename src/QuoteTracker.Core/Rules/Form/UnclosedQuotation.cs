using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A quotation that is opened and never closed. A running one, whose next paragraph takes it up again, is not.</summary>
public sealed class UnclosedQuotation : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0101", "unclosed-quotation", RuleGroup.Form, DiagnosticSeverity.Warning,
        "This quotation is never closed, so readers cannot tell where the quoted words end. Add the closing mark");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterQuotationAction(Check);

    private static void Check(RuleActionContext context, QuotationRegion region)
    {
        if (!region.IsClosed && !region.IsRunning) context.Report(Descriptor, region.Parts[0].OpenMark);
    }
}
