using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Checking;

namespace QuoteTracker.Ide.Edits;

/// <summary>What can be recorded of the quotation at a place, and opened beside it.</summary>
internal static class ClaimActions
{
    private const int MostSources = 3;

    private static readonly (ClaimStatus Status, string Title)[] Decisions =
        [(ClaimStatus.Verified, "Mark as verified"), (ClaimStatus.Disputed, "Mark as disputed"), (ClaimStatus.Corrected, "Mark as corrected")];

    public static IEnumerable<EditAction> Of(OpenFile file, TextSpan span, IReadOnlyCollection<Diagnostic> findings, CancellationToken cancellation)
    {
        if (ClaimChanges.AttributionAt(file, span) is not { } attribution) yield break;
        var claim = file.ReadBackground(cancellation).Claims?.Of(attribution);
        var sources = file.Records.Sources;
        // Nobody who keeps neither a ledger nor sources wants to be asked at each quotation.
        if (!file.HasRecords) yield break;
        var about = findings.Where(static finding => finding.Id is "QT0403" or "QT0404" or "QT0405").ToList();
        foreach (var (status, title) in Decisions)
        {
            if (claim is { IsStale: false } && claim.Claim.Status == status) continue;
            yield return Recording(title, attribution, new ClaimRequest(attribution.Content[0], status, null), about);
        }
        if (sources?.Check(file.Model!, attribution) is not { Best.Passage: { } best } found) yield break;
        foreach (var passage in found.Places.Prepend(best).Take(MostSources))
        {
            var source = ClaimRecorder.SourceOf(passage);
            if (claim?.Claim.Check.Source is { } known && known.Path == source.Path && known.Locator == source.Locator) continue;
            yield return Recording($"Record {passage.Path}, {passage.Locator} as the source", attribution, new ClaimRequest(attribution.Content[0], null, source), []);
        }
        if (sources.PlaceOf(best) is { } place)
            yield return new EditAction($"Open {best.Path} at {best.Locator} beside this", EditActionKind.Refactoring, [], static () => []) { Opens = place };
    }

    private static EditAction Recording(string title, Attribution attribution, ClaimRequest request, List<Diagnostic> about)
    {
        bool isFix = about.Exists(finding => attribution.Content.Any(part => part.OverlapsWith(finding.Location.SourceSpan)));
        return new EditAction(title, isFix ? EditActionKind.Fix : EditActionKind.Refactoring, isFix ? [.. about] : [], static () => []) { Claim = request };
    }
}
