using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Reading;

/// <param name="Span">UTF-16 offsets, end exclusive.</param>
/// <param name="Address">On the web; null where <paramref name="Path"/> is given.</param>
/// <param name="Path">A full path inside the newsroom.</param>
public readonly record struct FileLink(TextSpan Span, Uri? Address, string? Path);

/// <summary>The address in an article's front matter, the links of the registry's entries, and the file that the configuration names.</summary>
public static class Links
{
    public static ImmutableArray<FileLink> Of(OpenFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role == FileRole.Configuration && file.Newsroom is { ConfigurationDocument.RegistrySpan: { } span, RegistryDocument: not null } newsroom)
            return [new FileLink(span, null, newsroom.RegistryPath)];
        if (file.FrontMatter is { Url: { } url, UrlSpan: { } place } && WebAddress(url) is { } page) return [new FileLink(place, page, null)];
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

    /// <summary>Null for what is no address of a page.</summary>
    private static Uri? WebAddress(string written) => Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}
