using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;

/// <summary>Finds an article in which everything comes from one speaker: somebody should have been asked for the other side.</summary>
/// <example>
/// {|HR0002:“We knew,”|} said Mayor Ada Vaughn. “It was old,” she said. “It leaked,” she said. “We closed it,” Vaughn said.
///
/// -- two-speakers.txt --
/// “We knew,” said Mayor Ada Vaughn. “It was old,” she said. “It leaked,” she said. “Nobody asked us,” said Cy Orr, the engineer.
///
/// -- short.txt --
/// “We knew,” said Mayor Ada Vaughn. “It was old,” she said.
/// </example>
public sealed class SingleSourceStory : ArticleRule
{
    /// <summary>A brief may have one source.</summary>
    private const int FewestStatements = 4;

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "HR0002", "single-source-story", RuleGroup.House, DiagnosticSeverity.Info,
        "All {1} statements of this article are {0}'s. Ask somebody else, or say that nobody else would speak");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        var sure = context.Model.Attributions.Where(attribution => attribution.Confidence >= Attribution.ShownFrom).ToList();
        var speakers = sure.Select(attribution => attribution.Speaker).OfType<Entity>().Distinct().ToList();
        if (sure.Count < FewestStatements || speakers is not [var only] || sure.Any(attribution => attribution.Speaker is null)) return;
        context.Report(sure[0].Content[0], only.Name, sure.Count);
    }
}
