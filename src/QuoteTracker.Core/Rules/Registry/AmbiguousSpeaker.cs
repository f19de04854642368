using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>A name that several entries of the registry have, in an article that does not say which.</summary>
public sealed class AmbiguousSpeaker : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0304", "ambiguous-speaker", RuleGroup.Registry, DiagnosticSeverity.Warning,
        "'{0}' could be {1}, and nothing in the article decides. Give the full name or the title");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        var met = new HashSet<(int Story, string Name)>();
        foreach (var mention in context.Model.Mentions)
        {
            if (mention.Rivals.Length < 2) continue;
            var name = context.TextOf(mention.Span);
            if (met.Add((context.Model.StoryIndexAt(mention.Span.Start), name)))
                context.Report(Descriptor, mention.Span, name, Wording.EitherOf(mention.Rivals.Select(rival => rival.Name)));
        }
    }
}
