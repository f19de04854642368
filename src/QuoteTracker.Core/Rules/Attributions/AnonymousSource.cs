using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>A source that the writer chose not to name, where it first speaks.</summary>
public sealed class AnonymousSource : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0204", "anonymous-source", RuleGroup.Attribution, DiagnosticSeverity.Info,
        "'{0}' is an unnamed source, whose words nobody can check. Name the source, or say why it cannot be named");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        var met = new HashSet<Entity>(ReferenceEqualityComparer.Instance);
        foreach (var attribution in context.Model.Attributions)
        {
            // The words that introduce the source are the ones to look at, and not each 'he' that comes back to it.
            if (attribution is not { IsAnonymous: true, Source: { } source, Confidence: >= Attribution.ShownFrom }) continue;
            if (IsPronoun(context.Model, source) || (attribution.Speaker is { } speaker && !met.Add(speaker))) continue;
            context.Report(Descriptor, source, context.TextOf(source));
        }
    }

    private static bool IsPronoun(ArticleModel model, TextSpan source) => model.Mentions.Any(mention => mention.Form == MentionForm.Pronoun && mention.Span == source);
}
