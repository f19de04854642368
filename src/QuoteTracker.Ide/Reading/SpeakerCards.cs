using System.Globalization;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Ide.Reading;

/// <summary>What a hover says about a speaker.</summary>
internal static class SpeakerCards
{
    private const int MostAliases = 8;
    private const int LongestNote = 400;

    /// <summary>The name, with the roles held on the article's date.</summary>
    /// <param name="date">Null where the article has none: roles held still.</param>
    public static IEnumerable<HoverLine> Heading(Entity entity, DateOnly? date)
    {
        if (entity.IsAnonymous)
        {
            yield return new(HoverStyle.Heading, "Unnamed source");
            yield return new(HoverStyle.Quote, entity.Name);
            yield break;
        }
        yield return new(HoverStyle.Heading, entity.Name);
        if (entity.Entry is not { } entry) yield break;
        var held = entry.Roles.Where(role => role.IsHeldOn(date)).Select(TitleOf).ToList();
        if (held.Count > 0) yield return new(HoverStyle.Plain, $"{string.Join("; ", held)} {(date is { } day ? $"on {Iso(day)}, the article's date" : "at present (the article has no date)")}.");
        else if (!entry.Roles.IsEmpty && date is { } none) yield return new(HoverStyle.Plain, $"No role in the registry on {Iso(none)}, the article's date.");
    }

    /// <summary>What the registry knows besides.</summary>
    /// <param name="entity">One of <paramref name="model"/>.</param>
    public static IEnumerable<HoverLine> Body(ArticleModel model, Entity entity)
    {
        if (entity.IsAnonymous) return [];
        if (entity.Entry is { } entry) return OfEntry(entry, model.Article.Date);
        var rivals = model.Mentions.FirstOrDefault(mention => mention.Entity >= 0 && !mention.Rivals.IsEmpty && model.Entities[mention.Entity] == entity)?.Rivals ?? [];
        return [rivals.IsEmpty ? new(HoverStyle.Plain, "Not in the registry.") : OfRivals(rivals)];
    }

    /// <summary>Entries of the registry that fit as well as one another.</summary>
    public static HoverLine OfRivals(IEnumerable<RegistryEntry> rivals) =>
        new(HoverStyle.Plain, $"The registry has several who fit: {string.Join(", ", rivals.Select(static rival => $"{rival.Name} ({rival.Id})"))}.");

    /// <param name="date">The day whose roles are said already; null for all roles.</param>
    public static IEnumerable<HoverLine> OfEntry(RegistryEntry entry, DateOnly? date)
    {
        string kind = entry.Kind switch
        {
            EntityKind.Organisation => ", organisation",
            EntityKind.Document => ", document",
            EntityKind.Person => ", person",
            _ => "",
        };
        yield return new(HoverStyle.Plain, $"In the registry: {entry.Id}{kind}{(entry.Pronouns is { } pronouns ? ", " + pronouns : "")}.");
        if (!entry.Aliases.IsEmpty)
            yield return new(HoverStyle.Plain, $"Also: {string.Join(", ", entry.Aliases.Take(MostAliases))}{(entry.Aliases.Length > MostAliases ? " and more" : "")}.");
        var others = entry.Roles.Where(role => date is null || !role.IsHeldOn(date)).Select(static role => $"{TitleOf(role)} ({SpanOf(role)})").ToList();
        if (others.Count > 0) yield return new(HoverStyle.Plain, $"{(date is null ? "Roles" : "Other roles")}: {string.Join("; ", others)}.");
        if (entry.Note is { } note) yield return new(HoverStyle.Plain, note.Length > LongestNote ? note[..LongestNote] + "…" : note);
        foreach (string link in entry.Links) yield return new(HoverStyle.Link, link);
    }

    public static string TitleOf(Role role) => role.Of is { } of ? $"{role.Title} of {of}" : role.Title;

    private static string SpanOf(Role role) => (role.From, role.Until) switch
    {
        (null, null) => "always",
        ({ } from, null) => $"since {Iso(from)}",
        (null, { } until) => $"until {Iso(until)}",
        ({ } from, { } until) => $"{Iso(from)} to {Iso(until)}",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
