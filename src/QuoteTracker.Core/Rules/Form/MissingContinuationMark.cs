using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A later paragraph of a running quotation that does not open with a mark.</summary>
public sealed class MissingContinuationMark : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0103", "missing-continuation-mark", RuleGroup.Form, DiagnosticSeverity.Warning,
        "The quotation runs on from the paragraph before, but this paragraph does not open with {0}, so its words pass for the writer's own. Open it with {0}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterQuotationAction(Check);

    private static void Check(RuleActionContext context, QuotationRegion region)
    {
        if (!region.Parts[0].IsOpened) return;
        foreach (var part in region.Parts.AsSpan(1..))
            if (!part.IsOpened) context.Report(Descriptor, FirstWord(context.Model, part.Span), context.TextOf(region.Parts[0].OpenMark));
    }

    private static TextSpan FirstWord(ArticleModel model, TextSpan part)
    {
        var copy = model.CopyAt(part);
        int length = 0;
        while (length < copy.Length && !char.IsWhiteSpace(copy[length])) length++;
        return new TextSpan(part.Start, length);
    }
}
