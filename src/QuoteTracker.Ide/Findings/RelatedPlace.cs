using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Navigation;

namespace QuoteTracker.Ide.Findings;

/// <summary>Where else a person looks who reads a finding: the words in their source, the entry of the ledger, the same quotation in another article.</summary>
/// <param name="Message">What stands there.</param>
public sealed record RelatedPlace(Destination Place, string Message)
{
    /// <returns>Null for a finding that the article alone explains, and where the other file is gone.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static RelatedPlace? Of(IdeSnapshot snapshot, OpenFile file, Diagnostic finding, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(finding);
        if (file.Model is not { } model) return null;
        if (finding.Id == QuotationDiffersFromSource.Descriptor.Id) return InSource(file, model, finding);
        if (finding.Id == QuotedDifferentlyElsewhere.Descriptor.Id) return InArticle(snapshot, file, finding);
        return finding.Id == DisputedClaim.Descriptor.Id || finding.Id == StaleCheck.Descriptor.Id ? InLedger(file, finding, cancellation) : null;
    }

    private static RelatedPlace? InSource(OpenFile file, ArticleModel model, Diagnostic finding)
    {
        if (file.Records.Sources is not { } sources) return null;
        var span = finding.Location.SourceSpan;
        foreach (var attribution in model.Attributions)
        {
            bool isHere = attribution.Source == span || (attribution.Content[0].Start <= span.Start && span.End <= attribution.Content[^1].End);
            if (!isHere || sources.Check(model, attribution)?.Best is not { Passage: { } passage } check || !IsReported(check)) continue;
            return sources.PlaceOf(passage) is { } place ? new RelatedPlace(place, $"What the source has, {passage.Locator}") : null;
        }
        return null;
    }

    private static bool IsReported(QuotationCheck check) => check.Speaker == SpeakerAgreement.Other || check.Verdict is Verdict.Edited or Verdict.Stitched;

    private static RelatedPlace? InLedger(OpenFile file, Diagnostic finding, CancellationToken cancellation) =>
        LedgerEntries.LineAt(file, finding.Location.SourceSpan, cancellation) is { } line ? new RelatedPlace(line, "What the ledger has of it") : null;

    private static RelatedPlace? InArticle(IdeSnapshot snapshot, OpenFile file, Diagnostic finding)
    {
        foreach (var found in snapshot.WorkspaceFindings.In(file.Path))
        {
            if (found.Other is not { } other || found.Found.Id != finding.Id || found.Span != finding.Location.SourceSpan) continue;
            return new RelatedPlace(new Destination(other.Path, snapshot.File(other.Path)?.Text, other.Span), "What the other article has");
        }
        return null;
    }
}
