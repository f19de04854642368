using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Ide.Findings;

/// <summary>What is wrong in an open file, by all that is known.</summary>
/// <param name="InText">Those that the file alone tells.</param>
/// <param name="Late">Those that the ledger, the sources and the other articles tell: they come when the typing pauses.</param>
public sealed record FileFindings(ImmutableArray<Diagnostic> InText, ImmutableArray<Diagnostic> Late)
{
    public ImmutableArray<Diagnostic> All => [.. InText, .. Late];

    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static FileFindings Of(IdeSnapshot snapshot, OpenFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        var found = LedgerFindings.Of(snapshot, file, cancellation);
        var ofNewsroom = OfNewsroom(snapshot, file);
        return file.HasRecords
            ? new FileFindings(found.RemoveAll(OpenFile.NeedsRecords), [.. found.Where(OpenFile.NeedsRecords), .. ofNewsroom])
            : new FileFindings(found, ofNewsroom);
    }

    /// <summary>Those of the rules that look at the newsroom as a whole.</summary>
    public static ImmutableArray<Diagnostic> OfNewsroom(IdeSnapshot snapshot, OpenFile file)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        return [.. snapshot.WorkspaceFindings.In(file.Path).Select(finding => finding.In(file.Text))];
    }
}
