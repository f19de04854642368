using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Workspace.Ledger;

/// <summary>A newsroom's ledger as it was read.</summary>
/// <param name="Document">Null where there is no such file, or it cannot be read.</param>
/// <param name="Fault">Why it could not be read; null where it could, or is not there.</param>
public sealed record LedgerReading(LedgerDocument? Document, ClaimLedger Ledger, Diagnostic? Fault)
{
    /// <summary>There is no ledger.</summary>
    public static LedgerReading None { get; } = new(null, ClaimLedger.Empty, null);

    /// <summary>The ledger of a newsroom, from a text that was read.</summary>
    public static LedgerReading Of(string root, LedgerDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document, LedgerOf(root, document.Claims), null);
    }

    /// <summary>Reads a ledger from disk.</summary>
    /// <param name="root">The newsroom's root, which the file must not leave, links resolved.</param>
    /// <param name="path">A full path.</param>
    public static LedgerReading FromFile(string root, string path)
    {
        if (!File.Exists(path)) return None;
        if (RealPath.LeavesRoot(path, root) is { } outside) return None with { Fault = outside };
        try
        {
            var length = new FileInfo(path).Length;
            return length > LedgerDocument.MaxBytes
                ? None with { Fault = FileReader.TooLarge(path, length, LedgerDocument.MaxBytes).Diagnostic }
                // Nothing of length 0 is opened: a pipe or a device tells no length either, and would not end.
                : Of(root, LedgerDocument.Read(path, length == 0 ? default : File.ReadAllBytes(path)));
        }
        catch (UnauthorizedAccessException)
        {
            return None with { Fault = FileFault.At(path, ToolFaults.UnreadableFile, "you have no permission to read it") };
        }
        catch (IOException e)
        {
            return None with { Fault = FileFault.At(path, ToolFaults.UnreadableFile, e.Message) };
        }
    }

    /// <summary>What the ledger of a newsroom is held against: its registry, and its files as they are now.</summary>
    /// <param name="placeOf">Where a claim's words stand, for those who have read the articles; null where nobody has.</param>
    public static LedgerContext ContextOf(Newsroom newsroom, ClaimLedger ledger, Func<Claim, ClaimPlace?>? placeOf = null)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        ArgumentNullException.ThrowIfNull(ledger);
        return new LedgerContext
        {
            Registry = newsroom.Registry,
            HashOf = path => HashOf(newsroom, path),
            Homeless = ledger.Homeless,
            PlaceOf = placeOf,
        };
    }

    /// <summary>The faults of the file, each at its line: those that show without a look at the articles.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsFor(Newsroom newsroom) =>
        Document is null ? Fault is null ? [] : [Fault] : LedgerDiagnostics.Of(Document, ContextOf(newsroom, Ledger));

    /// <summary>The faults of the text alone: lines that cannot be read, and ids that are there twice.</summary>
    public ImmutableArray<Diagnostic> Faults => Document is null ? Fault is null ? [] : [Fault] : LedgerDiagnostics.Of(Document, new LedgerContext());

    /// <summary>Entries with an eye on which of their articles are there.</summary>
    internal static ClaimLedger LedgerOf(string root, IEnumerable<Claim> claims) => new(claims, article => IsThere(root, article));

    /// <summary>Whether the newsroom has a file at a path of its ledger, which is a stranger's: nothing outside the root is looked at.</summary>
    private static bool IsThere(string root, string path) => !FilePattern.LeavesRoot(path) && File.Exists(Path.Combine(root, path));

    /// <summary>The SHA-256 of a file as <see cref="ClaimSource.Hash"/> has it; null where the newsroom has no such file.</summary>
    /// <param name="path">From the newsroom's root, with slashes.</param>
    public static string? HashOf(Newsroom newsroom, string path)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        ArgumentNullException.ThrowIfNull(path);
        if (!IsThere(newsroom.Root, path)) return null;
        var full = Path.Combine(newsroom.Root, path);
        if (RealPath.LeavesRoot(full, newsroom.Root) is not null) return null;
        try
        {
            using var file = File.OpenRead(full);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
