using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Checking;

namespace QuoteTracker.Ide.Reading;

/// <param name="Span">UTF-16 offsets, end exclusive.</param>
/// <param name="Address">On the web; null where <paramref name="Path"/> is given.</param>
/// <param name="Path">A full path inside the newsroom.</param>
public readonly record struct FileLink(TextSpan Span, Uri? Address, string? Path);

/// <summary>
/// The address in an article's front matter, where on the web its quotations were said, the sources of the ledger's entries, the links of the registry's entries, and the file that the
/// configuration names.
/// </summary>
public static class Links
{
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static ImmutableArray<FileLink> Of(OpenFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role == FileRole.Configuration && file.Newsroom is { ConfigurationDocument.RegistrySpan: { } span, RegistryDocument: not null } newsroom)
            return [new FileLink(span, null, newsroom.RegistryPath)];
        if (file.Role == FileRole.Ledger) return OfLedger(file);
        if (file.FrontMatter is { Url: { } url, UrlSpan: { } place } && WebAddress(url) is { } page) return [new FileLink(place, page, null), .. OfQuotations(file, cancellation)];
        if (file.Role == FileRole.Article) return [.. OfQuotations(file, cancellation)];
        if (file.Role != FileRole.Registry || file.Newsroom.RegistryDocument is not { } registry) return [];
        var links = ImmutableArray.CreateBuilder<FileLink>();
        for (int i = 0; i < registry.Spans.Length; i++)
        {
            var entry = registry.Registry.Entries[i];
            for (int k = 0; k < entry.Links.Length; k++)
            {
                if (WebAddress(entry.Links[k]) is { } address) links.Add(new FileLink(registry.Spans[i].Links[k], address, null));
            }
        }
        return links.DrainToImmutable();
    }

    /// <summary>The cue of each quotation whose source is on the web, to the time at which it was said: by the ledger, or else by the sources.</summary>
    private static IEnumerable<FileLink> OfQuotations(OpenFile file, CancellationToken cancellation)
    {
        if (!file.HasRecords || file.Model is not { } model) yield break;
        var background = file.ReadBackground(cancellation);
        foreach (var attribution in model.Attributions)
        {
            if (attribution.Cue is not { } cue || !attribution.IsShown) continue;
            var checkedIn = background.Claims?.Of(attribution)?.Claim.Check.Source;
            var passage = background.Checks.GetValueOrDefault(attribution.Id)?.Passage;
            var (url, locator) = checkedIn?.Url is { } known ? (known, checkedIn.Locator) : (passage?.Url, passage?.Locator);
            if (url is not null && SourceLinks.At(url, locator) is { } address) yield return new FileLink(cue, new Uri(address), null);
        }
    }

    /// <summary>The source of each entry: the page at its time, or the file.</summary>
    private static ImmutableArray<FileLink> OfLedger(OpenFile file)
    {
        if (file.Records.Ledger.Document is not { } ledger) return [];
        var links = ImmutableArray.CreateBuilder<FileLink>();
        foreach (var line in ledger.Lines)
        {
            if (line.Claim?.Check.Source is not { } source || line.Values.Source.IsEmpty) continue;
            if (source.Url is { } url && SourceLinks.At(url, source.Locator) is { } address) links.Add(new FileLink(line.Values.Source, new Uri(address), null));
            else if (source.Path is { } path && !Path.IsPathRooted(path) && Path.GetFullPath(path, file.Newsroom.Root) is var full
                && full.StartsWith(file.Newsroom.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full)) links.Add(new FileLink(line.Values.Source, null, full));
        }
        return links.DrainToImmutable();
    }

    /// <summary>Null for what is no address of a page.</summary>
    private static Uri? WebAddress(string written) => Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}
