using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Claims;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Workspace.Ledger;

namespace QuoteTracker.Ide.Findings;

/// <summary>What is wrong in an open ledger, the articles that its entries are of looked at as well.</summary>
internal static class LedgerFindings
{
    /// <summary>What <c>lint</c> says of a file, and of a ledger besides which entries are stale or lost.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static ImmutableArray<Diagnostic> Of(IdeSnapshot snapshot, OpenFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role != FileRole.Ledger || file.Records.Ledger is not { Document: { } document } reading) return file.FindDiagnostics(cancellation);
        var context = LedgerReading.ContextOf(file.Newsroom, reading.Ledger);
        // Until its articles are read nobody can tell that words are lost.
        var known = reading.Ledger.Claims.Where(claim => IsKnown(snapshot, file, claim)).Select(static claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        if (known.Count == reading.Ledger.Claims.Length)
            return LedgerDiagnostics.Of(document, context with { PlaceOf = claim => ClaimPlaces.Find(snapshot, file.Tools, claim, cancellation)?.Place });
        var others = LedgerDiagnostics.Of(document, context with { PlaceOf = claim => known.Contains(claim.Id) ? ClaimPlaces.Find(snapshot, file.Tools, claim, cancellation)?.Place : null });
        return others.RemoveAll(finding => finding.Id == Core.Rules.LedgerFaults.Lost.Id && document.LineAt(finding.Location.SourceSpan.Start)?.Claim is { } claim && !known.Contains(claim.Id));
    }

    private static bool IsKnown(IdeSnapshot snapshot, OpenFile file, Claim claim)
    {
        string path = Path.GetFullPath(claim.Article, file.Newsroom.Root);
        return snapshot.File(path) is not null || snapshot.Index.Find(path) is not null;
    }
}
