using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Rules;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Workspace.Ledger;

namespace QuoteTracker.Ide.Findings;

/// <summary>What is wrong in an open ledger, the articles that its entries are of looked at as well.</summary>
internal static class LedgerFindings
{
    /// <summary>What <c>lint</c> says of a file, and of a ledger besides which entries are stale.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static ImmutableArray<Diagnostic> Of(IdeSnapshot snapshot, OpenFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role != FileRole.Ledger || file.Records.Ledger is not { Document: { } document } reading) return file.FindDiagnostics(cancellation);
        var context = LedgerReading.ContextOf(file.Newsroom, reading.Ledger, claim => ClaimPlaces.Find(snapshot, file.Tools, claim, cancellation)?.Place);
        // What has no place may only be not read yet: who has read all tells what is lost.
        var found = LedgerDiagnostics.Of(document, context).RemoveAll(static finding => finding.Id == LedgerFaults.Lost.Id);
        return [.. found.Concat(OfLost(snapshot, file.Tools, document, cancellation)).OrderBy(static finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The entries of a newsroom's ledger whose words stand nowhere any more.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static ImmutableArray<Diagnostic> OfLost(IdeSnapshot snapshot, NewsroomTools tools, LedgerDocument document, CancellationToken cancellation) =>
        LedgerDiagnostics.OfLost(document, snapshot.RecordsOf(tools).Ledger.Ledger, LostClaims.Of(snapshot, tools, cancellation));
}
