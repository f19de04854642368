using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>A quotation opened with one kind of mark and closed with another, or with a mark that points the wrong way.</summary>
public sealed class MismatchedQuotationMarks : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0102", "mismatched-quotation-marks", RuleGroup.Form, DiagnosticSeverity.Warning,
        "This quotation opens with {0} and closes with {1}, which do not belong together. Write {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        var model = context.Model;
        ImmutableArray<MarkStyle> styles = default;
        foreach (var region in model.Regions)
        {
            var (first, last) = (region.Parts[0], region.Parts[^1]);
            if (!first.IsOpened || !last.IsClosed || MarkStyle.PairOf(model, region) is not null) continue;
            if (styles.IsDefault) styles = MarkStyle.Of(model);

            string open = context.TextOf(first.OpenMark), close = context.TextOf(last.CloseMark);
            var wanted = styles[model.StoryIndexAt(region.Span.Start)].PairFor(model, region, open, close);
            context.Report(Descriptor, wanted.Close == close ? first.OpenMark : last.CloseMark, open, close, wanted);
        }
    }
}
