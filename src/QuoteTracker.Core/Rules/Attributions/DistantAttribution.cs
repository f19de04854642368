using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// A quotation far from the words that say whose it is: more than <see cref="MaxWords"/> words of the writer's own, or more than
/// <see cref="MaxParagraphs"/> paragraphs away.
/// </summary>
public sealed class DistantAttribution : Rule
{
    /// <summary>Words between the quotation and its source or cue, whichever is nearer.</summary>
    public const int MaxWords = 30;

    /// <summary>Paragraphs from the source or cue to the quotation.</summary>
    public const int MaxParagraphs = 2;

    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0205", "distant-attribution", RuleGroup.Attribution, DiagnosticSeverity.Info,
        "The words that say whose quotation this is stand {0} away, so readers may take it for somebody else's. Name the speaker beside it");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        Attribution? named = null;
        foreach (var attribution in context.Model.Attributions)
        {
            if (attribution.Confidence < Attribution.ShownFrom) continue;
            if (attribution.Source is not null || attribution.Cue is not null) named = attribution;
            if (attribution.Kind == AttributionKind.Indirect || named is null || attribution.Speaker != named.Speaker) continue;
            if (DistanceOf(context.Model, attribution, named) is { } distance) context.Report(Descriptor, attribution.Content[0], distance);
        }
    }

    /// <summary>How far it is, in words for the message; null where it is near enough.</summary>
    private static string? DistanceOf(ArticleModel model, Attribution attribution, Attribution named)
    {
        int words = int.MaxValue, paragraphs = int.MaxValue;
        foreach (var naming in (ReadOnlySpan<TextSpan?>)[named.Source, named.Cue])
        {
            if (naming is not { } span) continue;
            foreach (var part in attribution.Content)
            {
                words = Math.Min(words, model.WordsBetween(span, part));
                paragraphs = Math.Min(paragraphs, Math.Abs(model.ParagraphIndexAt(part.Start) - model.ParagraphIndexAt(span.Start)));
            }
        }
        if (paragraphs > MaxParagraphs) return $"{paragraphs} paragraphs";
        return paragraphs == 0 && words > MaxWords ? $"{words} words" : null;
    }
}
