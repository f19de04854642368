using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Workspace;

namespace QuoteTracker.Ide.Checking;

/// <summary>An entry of the ledger as a list shows it.</summary>
/// <param name="Place">Null where its words were not found.</param>
/// <param name="At">The words, or else the entry's own line.</param>
/// <param name="SpeakerName">The registry's name of the one who said it, or what the entry says.</param>
/// <param name="Source">Where it was checked, where that is a file of the newsroom.</param>
public sealed record ListedClaim(Claim Claim, ClaimPlace? Place, Destination At, string? SpeakerName, Destination? Source);

/// <summary>The entries of all ledgers of the workspace.</summary>
public static class ClaimList
{
    /// <summary>In the order of the ledgers.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static IReadOnlyList<ListedClaim> Of(IdeSnapshot snapshot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var listed = new List<ListedClaim>();
        foreach (var tools in snapshot.NewsroomTools)
        {
            var records = snapshot.RecordsOf(tools);
            if (records.Ledger.Document is not { } document) continue;
            foreach (var line in document.Lines.Where(static line => line.Claim is not null).DistinctBy(static line => line.Claim!.Id))
            {
                var claim = line.Claim!;
                var found = ClaimPlaces.Find(snapshot, tools, claim, cancellation);
                var name = claim.Speaker is { } id ? tools.Newsroom.Registry.Entries.FirstOrDefault(entry => entry.Id == id)?.Name ?? id : null;
                listed.Add(new ListedClaim(claim, found?.Place, found?.At ?? new Destination(document.Path, document.Text, line.Span), name, SourceOf(tools.Newsroom, records, claim.Check.Source)));
            }
        }
        return listed;
    }

    private static Destination? SourceOf(Newsroom newsroom, NewsroomRecords records, ClaimSource? source)
    {
        if (source?.Path is not { } path || records.Sources?.Library.Document(path) is not { } document) return null;
        var text = SourceText.From(document.Text);
        return new Destination(Path.GetFullPath(path, newsroom.Root), text, new TextSpan(OffsetOf(source.Locator, document, text), 0));
    }

    /// <summary>The start of the text where the locator tells no place of it.</summary>
    private static int OffsetOf(string? locator, SourceDocument document, SourceText text)
    {
        const string Line = "line ";
        if (locator is null) return 0;
        if (locator.StartsWith(Line, StringComparison.Ordinal) && int.TryParse(locator.AsSpan(Line.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return number >= 1 && number <= text.Lines.Count ? text.Lines[number - 1].Start : 0;
        if (SourceTime.Parse(locator) is not { } time) return 0;
        // A locator has whole seconds.
        return document.Times.FirstOrDefault(one => (long)one.Time.TotalSeconds >= (long)time.TotalSeconds).Start;
    }
}
