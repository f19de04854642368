using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Words in quotation marks that the source has otherwise, has apart, or has from somebody else.</summary>
public sealed class QuotationDiffersFromSource : ArticleRule
{
    /// <summary>0: what differs, 1: the source, 2: where in it.</summary>
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0401", "quotation-differs-from-source", RuleGroup.Claims, DiagnosticSeverity.Warning,
        "{0} ({1}, {2}). What stands in marks is taken for what was said: use the source's words, or take the marks away");

    /// <summary>With more places than these a quotation is reported as one.</summary>
    private const int MostPlaces = 3;

    private const int LongestQuote = 60;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterAttributionAction(Check);

    private static void Check(RuleActionContext context, Attribution attribution)
    {
        if (context.Background.Checks.IsEmpty || attribution.Confidence < Attribution.ShownFrom || context.Background.Checks.GetValueOrDefault(attribution.Id) is not { Passage: not null } check) return;
        Check(context, attribution, check);
    }

    private static void Check(RuleActionContext context, Attribution attribution, QuotationCheck check)
    {
        var passage = check.Passage!;
        if (check.Speaker == SpeakerAgreement.Other && passage.Speaker is { } speaker)
        {
            context.Report(
                Descriptor, attribution.Source ?? attribution.Content[0], SourceFixes.AttributeTo(attribution.Source, speaker.Name),
                $"The source has these words from {speaker.Name}, not from {attribution.Speaker!.Name}", passage.Path, passage.Locator);
        }
        if (check.Verdict is not (Verdict.Edited or Verdict.Stitched)) return;
        var edits = check.Edits.Where(edit => !IsBetweenSentences(context.Model, attribution, edit)).ToList();
        if (check.Edits.IsEmpty)
            context.Report(Descriptor, attribution.Content[0], "The source has these words in places apart, and nothing here says that they were joined", passage.Path, passage.Locator);
        else if (edits.Count > MostPlaces)
            context.Report(Descriptor, attribution.Content[0], SourceFixes.UseWords(edits), string.Create(CultureInfo.InvariantCulture, $"The source has other words in {edits.Count} places"), passage.Path, passage.Locator);
        else
        {
            foreach (var edit in edits)
                context.Report(Descriptor, PlaceOf(context.Model, edit), SourceFixes.For(edit, IsSeam(check, edit)), Difference(edit, check), passage.Path, passage.Locator);
        }
    }

    /// <summary>The attribution stands between two sentences that were said apart: the reader sees that the quotation was taken up anew.</summary>
    private static bool IsBetweenSentences(ArticleModel model, Attribution attribution, WordEdit edit)
    {
        if (edit.Written.Length > 0) return false;
        var copy = model.Article.Copy;
        return attribution.Content.Skip(1).Any(part => part.Start <= edit.Written.Start && edit.Written.Start <= part.Start + 2)
            && edit.Written.Start < copy.Length && char.IsUpper(copy[edit.Written.Start]);
    }

    private static bool IsSeam(QuotationCheck check, WordEdit edit) => edit.Written.Length == 0 && check.Verdict == Verdict.Stitched;

    private static string Difference(WordEdit edit, QuotationCheck check) =>
        edit.Written.Length == 0 ? $"Here '{Short(edit.SaidWords)}' is left out of what was said, and no ellipsis says so"
        : edit.Said.Length == 0 ? $"Nobody said '{Short(edit.WrittenWords)}' here"
        : $"Where this has '{Short(edit.WrittenWords)}', the source has '{Short(edit.SaidWords)}'";

    private static string Short(string words)
    {
        if (words.Length <= LongestQuote) return words;
        int end = words.LastIndexOf(' ', LongestQuote);
        return $"{words[..(end > 0 ? end : LongestQuote)]} …";
    }

    /// <summary>The words that differ; where words are missing, the one that stands behind the gap.</summary>
    private static TextSpan PlaceOf(ArticleModel model, WordEdit edit)
    {
        if (edit.Written.Length > 0) return edit.Written;
        var copy = model.Article.Copy;
        int end = edit.Written.Start;
        while (end < copy.Length && char.IsLetterOrDigit(copy[end])) end++;
        return TextSpan.FromBounds(edit.Written.Start, end);
    }
}
