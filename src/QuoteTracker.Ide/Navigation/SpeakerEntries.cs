using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Workspace;

namespace QuoteTracker.Ide.Navigation;

/// <summary>Where the registry's entries stand.</summary>
internal static class SpeakerEntries
{
    /// <returns>The entry in its file; null where the newsroom's registry has none of this id.</returns>
    public static Destination? PlaceOf(Newsroom newsroom, RegistryEntry entry) =>
        newsroom.RegistryDocument is { } registry && registry.Find(entry.Id) is { } spans
            ? new Destination(registry.Path, registry.Text, spans.Name, spans.Span)
            : null;

    /// <summary>The entry at an offset of the registry's file, null in any other file.</summary>
    public static RegistryEntry? At(OpenFile file, int offset) =>
        file.Role == FileRole.Registry ? file.Newsroom.RegistryDocument?.EntryAt(offset) : null;
}
