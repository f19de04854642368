using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Opens the paragraph with the mark that opened the quotation.</summary>
public sealed class MissingContinuationMarkFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = [MissingContinuationMark.Descriptor.Id];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        int start = diagnostic.Location.SourceSpan.Start;
        var region = model.Regions.FirstOrDefault(region => region.Parts.Any(part => part.Span.Start == start && !part.IsOpened));
        if (region is null) return [];

        var mark = model.Article.Text.ToString(region.Parts[0].OpenMark);
        return [new Fix($"Open the paragraph with {mark}", "open-continuation-paragraph", [new TextChange(new TextSpan(start, 0), mark)])];
    }
}
