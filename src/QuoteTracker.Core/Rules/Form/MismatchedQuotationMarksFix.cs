using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Gives the quotation the pair of marks that the article mostly has.</summary>
public sealed class MismatchedQuotationMarksFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = [MismatchedQuotationMarks.Descriptor.Id];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        var mark = diagnostic.Location.SourceSpan;
        var region = model.Regions.FirstOrDefault(region => region.Parts[0].OpenMark == mark || region.Parts[^1].CloseMark == mark);
        if (region is null) return [];

        var text = model.Article.Text;
        string open = text.ToString(region.Parts[0].OpenMark), close = text.ToString(region.Parts[^1].CloseMark);
        var wanted = MarkStyle.Of(model)[model.StoryIndexAt(mark.Start)].PairFor(model, region, open, close);
        return [new Fix($"Change the marks to {wanted}", "match-quotation-marks", MarkStyle.Remark(text, region, wanted))];
    }
}
