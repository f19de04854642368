using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Gives the quotation the marks that the article mostly has.</summary>
public sealed class MixedMarkStylesFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = [MixedMarkStyles.Descriptor.Id];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        var mark = diagnostic.Location.SourceSpan;
        var region = model.Regions.FirstOrDefault(region => region.Parts[0].OpenMark == mark);
        if (region is null) return [];
        var style = MarkStyle.Of(model)[model.StoryIndexAt(mark.Start)];
        if (MixedMarkStyles.WantedFor(model, style, region) is not { } wanted) return [];

        // Marks of a quotation inside this one would then be of the same family as those around it.
        var family = MarkPair.FamilyOf(model.Article.Text.ToString(mark));
        bool holdsOthers = model.Regions.Any(other => other.Depth > region.Depth && region.Span.Contains(other.Span));
        if (family != wanted.Family && holdsOthers) return [];

        return [new Fix($"Change the marks to {wanted}", "unify-mark-styles", MarkStyle.Remark(model.Article.Text, region, wanted))];
    }
}
