using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Workspace.Ledger;

/// <summary>What an update of the ledger did.</summary>
/// <param name="Written">The entries that were written, as they are in the ledger now; empty where nothing changed.</param>
/// <param name="Fault">Why the ledger was left as it was; null where it was not.</param>
public sealed record LedgerUpdate(ImmutableArray<Claim> Written, Diagnostic? Fault);

/// <summary>
/// The ledger on disk. Whoever writes holds a lock, reads what is there now, and puts a whole new file in its place: two that write at once lose
/// nothing, and a process that dies at any moment leaves the old file or the new one.
/// </summary>
public static class LedgerFile
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(20);

    /// <summary>Reads the ledger, changes it, and writes it back, with nobody between.</summary>
    /// <param name="path">A full path; the file need not be there yet.</param>
    /// <param name="root">The newsroom's root, which the file must not leave, links resolved.</param>
    /// <param name="change">From the entries as they are now to those to write: changed ones and new ones. Called once, under the lock, so it should be quick.</param>
    /// <param name="patience">How long to wait while somebody else writes; null for some seconds.</param>
    public static LedgerUpdate Update(string path, string root, Func<ClaimLedger, IEnumerable<Claim>> change, TimeSpan? patience = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (RealPath.LeavesRoot(path, root) is { } outside) return new LedgerUpdate([], outside);
        try
        {
            var target = RealPath.Of(path)!;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var held = LedgerLock.Take(target, patience ?? DefaultPatience);
            if (held is null) return Failed("somebody else is writing it, and does not come to an end. Try again");
            LedgerLock.RemoveLeftovers(target);
            var before = File.Exists(target) ? ReadWithin(target) : [];
            if (before is null) return Failed("it is too large to be a ledger");
            ImmutableArray<Claim> claims = [.. change(LedgerReading.LedgerOf(root, LedgerLines.ClaimsIn(before)))];
            var after = LedgerLines.With(before, claims);
            if (claims.IsEmpty || after.AsSpan().SequenceEqual(before)) return new LedgerUpdate([], null);
            ArticleWriter.WriteWhole(target, after, overwrite: true);
            return new LedgerUpdate(claims, null);
        }
        catch (UnauthorizedAccessException)
        {
            return Failed("you have no permission to write it");
        }
        catch (IOException e)
        {
            return Failed(e.Message);
        }

        LedgerUpdate Failed(string reason) => new([], FileFault.At(path, ToolFaults.NotWritten, reason));
    }

    private static byte[]? ReadWithin(string path) => new FileInfo(path).Length > LedgerDocument.MaxBytes ? null : File.ReadAllBytes(path);
}
