using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Navigation;

/// <summary>Where the ledger's entries stand.</summary>
internal static class LedgerEntries
{
    /// <summary>The ledger's line of a quotation; null where the ledger has none.</summary>
    public static Destination? LineOf(OpenFile file, Attribution attribution, CancellationToken cancellation) =>
        file.ReadBackground(cancellation).Claims?.Of(attribution) is { } place ? LineOf(file, place) : null;

    /// <summary>The ledger's line of the entry whose words begin at just this span; null where the ledger has none.</summary>
    public static Destination? LineAt(OpenFile file, TextSpan span, CancellationToken cancellation) =>
        file.ReadBackground(cancellation).Claims?.Places.FirstOrDefault(place => place.Spans[0] == span) is { } place ? LineOf(file, place) : null;

    private static Destination? LineOf(OpenFile file, ClaimPlace place) => file.Records.Ledger.Document is { } document && document.Find(place.Claim.Id) is { } line
        ? new Destination(document.Path, document.Text, line.Values.Exact.IsEmpty ? line.Span : line.Values.Exact, line.Span)
        : null;

    /// <summary>The line at an offset of the ledger's file, with its entry; null in any other file.</summary>
    public static LedgerLine? At(OpenFile file, int offset) =>
        file.Role == FileRole.Ledger && file.Records.Ledger.Document?.LineAt(offset) is { Claim: not null } line ? line : null;
}
