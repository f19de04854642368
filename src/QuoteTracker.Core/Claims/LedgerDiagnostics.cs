using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Claims;

/// <summary>What a ledger is held against. What is not given is not looked at.</summary>
public sealed record LedgerContext
{
    /// <summary>An empty one knows nobody, and then no speaker is unknown.</summary>
    public Registry Registry { get; init; } = Registry.Empty;

    /// <summary>
    /// The SHA-256 of a source's file as <see cref="ClaimSource.Hash"/> has it, by its path from the newsroom's root; null where there is no such file in
    /// the newsroom. Asked once for each path.
    /// </summary>
    public Func<string, string?>? HashOf { get; init; }

    /// <summary>The ledger's entries whose articles are gone: <see cref="ClaimLedger.Homeless"/>.</summary>
    public ImmutableArray<Claim> Homeless { get; init; } = [];

    /// <summary>Where a claim's words stand, in its article or in the one that it is renamed to; null where they are lost. Without it no claim is taken for lost.</summary>
    public Func<Claim, ClaimPlace?>? PlaceOf { get; init; }
}

/// <summary>Finds the faults of a ledger at their lines: of its text, so that they show in an editor before the file is saved.</summary>
public static class LedgerDiagnostics
{
    /// <returns>In the order of the file.</returns>
    public static ImmutableArray<Diagnostic> Of(LedgerDocument document, LedgerContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(context);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var speakers = context.Registry.Entries.SelectMany(static entry => (IEnumerable<string>)[entry.Id, entry.Name, .. entry.Aliases]).ToHashSet(StringComparer.Ordinal);
        var homeless = context.Homeless.Select(static claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var hashes = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (int i = 0; i < document.Lines.Length; i++)
        {
            var line = document.Lines[i];
            if (line.Fault is { } fault) Report(LedgerFaults.Malformed, line.FaultSpan, fault);
            if (line.Claim is not { } claim) continue;
            if (!firstLines.TryAdd(claim.Id, i + 1))
            {
                Report(LedgerFaults.DuplicateId, line.Values.Id, claim.Id, firstLines[claim.Id]);
                continue;
            }
            // Several words are a name, which a claim has where the registry has no entry: that is for the article to say.
            if (claim.Speaker is { } speaker && speakers.Count > 0 && !speaker.Contains(' ', StringComparison.Ordinal) && !speakers.Contains(speaker)) Report(LedgerFaults.UnknownSpeaker, line.Values.Speaker, speaker);
            CheckSource(line, claim);
            CheckPlace(line, claim);
        }
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];

        void CheckSource(LedgerLine line, Claim claim)
        {
            if (context.HashOf is null || claim.Check.Source is not { Path: { } path } source) return;
            if (!hashes.TryGetValue(path, out var hash)) hashes[path] = hash = context.HashOf(path);
            if (hash is null) Report(LedgerFaults.DanglingSource, line.Values.Source, path, "is not among the newsroom's files");
            else if (source.Hash is { } checkedHash && !checkedHash.Equals(hash, StringComparison.OrdinalIgnoreCase) && claim.Status != ClaimStatus.Unchecked)
                Report(StaleCheck.Descriptor, line.Values.Source, Wording.Checked(claim.Check), $"{path} has changed");
        }

        void CheckPlace(LedgerLine line, Claim claim)
        {
            if (context.PlaceOf is null) return;
            var place = context.PlaceOf(claim);
            if (place is { IsStale: true }) Report(StaleCheck.Descriptor, line.Values.Exact, Wording.Checked(claim.Check), place.Difference);
            else if (place is null) found.Add(Lost(document, line, claim, homeless.Contains(claim.Id)));
        }

        void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) => found.Add(At(document, descriptor, span, arguments));
    }

    /// <summary>The entries whose words stand nowhere any more, for those who have read the articles.</summary>
    /// <param name="lost">From <see cref="ClaimSearch.Lost"/>.</param>
    /// <param name="ledger">That of the document.</param>
    /// <returns>In the order of the file.</returns>
    public static ImmutableArray<Diagnostic> OfLost(LedgerDocument document, ClaimLedger ledger, IEnumerable<Claim> lost)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(ledger);
        var homeless = ledger.Homeless.Select(static claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var ids = lost.Select(static claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0) return [];
        // Of entries with one id the first counts.
        return [.. document.Lines.Where(line => line.Claim is { } claim && ids.Remove(claim.Id)).Select(line => Lost(document, line, line.Claim!, homeless.Contains(line.Claim!.Id)))];
    }

    private static Diagnostic Lost(LedgerDocument document, LedgerLine line, Claim claim, bool isHomeless) => isHomeless
        ? At(document, LedgerFaults.Lost, line.Values.Article, $"There is no article {claim.Article} any more, and no other one has these words")
        : At(document, LedgerFaults.Lost, line.Values.Exact, $"These words stand nowhere in {claim.Article}, nor does anything that took their place");

    private static Diagnostic At(LedgerDocument document, DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        Diagnostic.Create(descriptor, Location.Create(document.Path, span, document.Text.Lines.GetLinePositionSpan(span)), arguments);
}
