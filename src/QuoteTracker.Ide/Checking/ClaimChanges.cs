using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Checking;

/// <summary>What is to be recorded of a quotation.</summary>
/// <param name="Span">The quotation in the open article, or a place in it; UTF-16 offsets, end exclusive.</param>
/// <param name="Status">Null for the one that it has.</param>
/// <param name="Source">Null for the one that it has, or that the sources tell.</param>
public sealed record ClaimRequest(TextSpan Span, ClaimStatus? Status, ClaimSource? Source);

/// <summary>What somebody decided about a claim.</summary>
/// <param name="Status">Null for the one that it has.</param>
/// <param name="Source">Null for the one that it has; of a verified one, where the sources have the words.</param>
/// <param name="Note">Null for none, or where the status stays for the one that it has.</param>
public sealed record ClaimDecision(ClaimStatus? Status, ClaimSource? Source, string? Note, string By, DateOnly On);

/// <summary>Entries of the ledger as a decision leaves them. Nothing is written here.</summary>
public static class ClaimChanges
{
    /// <summary>The shown attribution that a place belongs to, by its words, its cue or its source; null where there is none.</summary>
    public static Attribution? AttributionAt(OpenFile file, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Model is not { } model) return null;
        if (ArticleElement.At(model, span.Start) is AttributionElement { Attribution: { IsShown: true } at }) return at;
        return model.Attributions.FirstOrDefault(attribution => attribution.IsShown && attribution.Content.Any(part => part.OverlapsWith(span)));
    }

    /// <summary>From the ledger as it is when it is written to the entry of a quotation, new where it had none.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static Func<ClaimLedger, IEnumerable<Claim>> Of(OpenFile file, Attribution attribution, ClaimDecision decision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(attribution);
        var model = file.Model ?? throw new ArgumentException("The file is no article.", nameof(file));
        string article = file.Newsroom.RelativePath(file.Path);
        cancellation.ThrowIfCancellationRequested();
        var check = file.Records.Sources?.Check(model, attribution)?.Best;
        var anchor = ClaimAnchors.Of(model.Article, attribution.Content);
        return ledger =>
        {
            var claim = ledger.Resolve(article, model).Of(attribution)?.Claim ?? ClaimRecorder.New(article, model, attribution, id => ledger.Find(id) is not null);
            return [claim.With(Check(claim, decision, check), anchor with { OtherMembers = claim.Anchor.OtherMembers })];
        };
    }

    /// <summary>From the ledger as it is when it is written to an entry of it; nothing where there is none of this id.</summary>
    public static Func<ClaimLedger, IEnumerable<Claim>> Of(string id, ClaimDecision decision) =>
        ledger => ledger.Find(id) is { } claim ? [claim.With(Check(claim, decision, null))] : [];

    private static ClaimCheck Check(Claim claim, ClaimDecision decision, QuotationCheck? found)
    {
        var status = decision.Status ?? claim.Status;
        if (status == ClaimStatus.Unchecked && decision.Source is null) return new ClaimCheck { Status = status };
        var told = found?.Passage is { } passage ? ClaimRecorder.SourceOf(passage) : null;
        var source = decision.Source ?? (status == ClaimStatus.Verified ? told : null) ?? claim.Check.Source;
        return new ClaimCheck
        {
            Status = status,
            Source = source,
            Verdict = source is null ? null : source.Path is { } path && path == told?.Path ? found!.Verdict : source == claim.Check.Source ? claim.Check.Verdict : null,
            CheckedBy = decision.By,
            CheckedOn = decision.On,
            Note = decision.Note ?? (status == claim.Status ? claim.Check.Note : null),
        };
    }
}
