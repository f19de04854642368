using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Index;
using QuoteTracker.Ide.Reading;

namespace QuoteTracker.Ide.Navigation;

/// <param name="Id">The registry's; null for one whom articles quote and no registry has.</param>
/// <param name="Role">The roles held still; null where the registry has none.</param>
/// <param name="Place">The entry, or the first mention in the first article that quotes them.</param>
/// <param name="Quotations">How many statements of theirs the articles of the workspace hold.</param>
public sealed record ListedSpeaker(string? Id, string Name, EntityKind Kind, string? Role, Destination Place, int Quotations);

/// <summary>The speakers of the workspace: those of the registries, quoted or not, then those whom articles quote by name and no registry has.</summary>
public static class SpeakerList
{
    /// <summary>By name, those of the registries first.</summary>
    public static IReadOnlyList<ListedSpeaker> Of(IdeSnapshot snapshot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var quoted = new Dictionary<SpeakerKey, ListedSpeaker>();
        foreach (var article in snapshot.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var quotation in article.Quotations)
            {
                if (!quotation.IsShown || quotation.Speaker < 0 || article.Speakers[quotation.Speaker] is not { Key: { } key } speaker) continue;
                var listed = quoted.GetValueOrDefault(key)
                    ?? new ListedSpeaker(null, Excerpt.OneLine(speaker.Name), speaker.Kind, null, snapshot.PlaceOf(article, speaker.Introduction), 0);
                quoted[key] = listed with { Quotations = listed.Quotations + 1 };
            }
        }
        var known = new List<ListedSpeaker>();
        foreach (var newsroom in snapshot.Newsrooms)
        {
            foreach (var entry in newsroom.Registry.Entries)
            {
                if (SpeakerEntries.PlaceOf(newsroom, entry) is not { } place) continue;
                var roles = entry.Roles.Where(static role => role.IsHeldOn(null)).Select(SpeakerCards.TitleOf).ToList();
                int quotations = quoted.Remove(new SpeakerKey(newsroom.Root, entry.Id, null), out var said) ? said.Quotations : 0;
                known.Add(new ListedSpeaker(entry.Id, Excerpt.OneLine(entry.Name), entry.Kind, roles.Count > 0 ? Excerpt.OneLine(string.Join("; ", roles)) : null, place, quotations));
            }
        }
        return [.. known.OrderBy(static speaker => speaker.Name, StringComparer.Ordinal), .. quoted.Values.OrderBy(static speaker => speaker.Name, StringComparer.Ordinal)];
    }
}
