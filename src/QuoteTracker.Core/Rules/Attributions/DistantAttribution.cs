using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// A quotation far from the words that say whose it is: more than <see cref="MaxWords"/> words of other copy between, or more than
/// <see cref="MaxParagraphs"/> paragraphs on. A running quotation counts from where it starts.
/// </summary>
public sealed class DistantAttribution : ArticleRule
{
    /// <summary>Words between the quotation and its source, its cue, or more of the same speaker's words.</summary>
    public const int MaxWords = 30;

    /// <summary>Paragraphs from the source or cue to the quotation.</summary>
    public const int MaxParagraphs = 2;

    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0205", "distant-attribution", RuleGroup.Attribution, DiagnosticSeverity.Info,
        "The words that say whose quotation this is stand {0} away, so readers may take it for somebody else's. Name the speaker beside it");

    private const string LineBreaks = "\n\r\u0085\u2028\u2029";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        var model = context.Model;
        HashSet<int>? continuations = null;
        foreach (var attribution in model.Attributions)
        {
            if (attribution.Confidence < Attribution.ShownFrom || attribution.Kind == AttributionKind.Indirect || IsBeside(model, attribution)) continue;
            continuations ??= ContinuationsIn(model);
            Check(context, attribution, continuations);
        }
    }

    private static void Check(RuleActionContext context, Attribution attribution, HashSet<int> continuations)
    {
        if (NamingOf(attribution) is not { } naming) return;
        var near = new List<TextSpan>(naming);
        foreach (var part in attribution.Content)
        {
            if (continuations.Contains(part.Start) || DistanceOf(context.Model, part, naming, near) is not { } distance) near.Add(part);
            else context.Report(Descriptor, part, distance);
        }
    }

    private static bool IsBeside(ArticleModel model, Attribution attribution)
    {
        if (attribution.Notes.IsBeside == Noted.Unknown) attribution.Notes.IsBeside = AreAllBeside(model, attribution) ? Noted.Yes : Noted.No;
        return attribution.Notes.IsBeside == Noted.Yes;
    }

    /// <summary>True where all of the content stands so near to the source or the cue that no word need be counted.</summary>
    private static bool AreAllBeside(ArticleModel model, Attribution attribution)
    {
        foreach (var part in attribution.Content)
        {
            if (!IsBeside(model, part, attribution.Source) && !IsBeside(model, part, attribution.Cue)) return false;
        }
        return true;
    }

    /// <summary>In the same line, and too near for so many words.</summary>
    private static bool IsBeside(ArticleModel model, TextSpan part, TextSpan? naming)
    {
        if (naming is not { } span) return false;
        int start = Math.Min(part.End, span.End), end = Math.Max(part.Start, span.Start);
        return end - start < 2 * MaxWords && (start >= end || model.Article.Copy.AsSpan(start, end - start).IndexOfAny(LineBreaks) < 0);
    }

    private static HashSet<int> ContinuationsIn(ArticleModel model)
    {
        var starts = new HashSet<int>();
        foreach (var region in model.Regions)
        {
            for (int k = 1; k < region.Parts.Length; k++) starts.Add(region.Parts[k].Span.Start);
        }
        return starts;
    }

    /// <summary>Null where nothing names the speaker: then nothing is far from it.</summary>
    private static ImmutableArray<TextSpan>? NamingOf(Attribution attribution) => (attribution.Source, attribution.Cue) switch
    {
        ({ } source, { } cue) => [source, cue],
        ({ } source, null) => [source],
        (null, { } cue) => [cue],
        _ => null,
    };

    /// <summary>How far it is, in words for the message; null where it is near enough.</summary>
    private static string? DistanceOf(ArticleModel model, TextSpan part, ImmutableArray<TextSpan> naming, List<TextSpan> near)
    {
        int paragraph = model.ParagraphIndexAt(part.Start);
        int paragraphs = int.MaxValue, words = int.MaxValue;
        foreach (var span in naming) paragraphs = Math.Min(paragraphs, Math.Abs(model.ParagraphIndexAt(span.Start) - paragraph));
        if (paragraphs > MaxParagraphs) return $"{paragraphs} paragraphs";
        foreach (var span in near)
        {
            words = Math.Min(words, model.WordsBetween(span, part));
            if (words <= MaxWords) return null;
        }
        return $"{words} words";
    }
}
