using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Edits;
using QuoteTracker.Ide.Reading;

namespace QuoteTracker.Ide.Completing;

/// <summary>In copy, behind a capital letter: the names that begin so, with and without the title on the article's date; who is named already by the surname too.</summary>
internal static class SpeakerCompletions
{
    /// <summary>No name or title is longer, in words.</summary>
    private const int LongestPhrase = 8;

    public static ImmutableArray<Completion> At(OpenFile file, int offset)
    {
        var model = file.Model!;
        if (offset > 0 && !char.IsLetter(model.Article.Copy[offset - 1])) return [];
        var starts = StartsOfPhrases(model.Article.Copy, offset);
        if (starts.Count == 0) return [];

        var found = ImmutableArray.CreateBuilder<Completion>();
        var named = model.Entities.Where(entity => !entity.IsAnonymous && entity.Introduction.End < starts[0]).ToList();
        foreach (var entity in named.Where(static entity => entity.Kind == EntityKind.Person && entity.Name.Contains(' ', StringComparison.Ordinal)))
            Add(PersonName.Parse(entity.Name).Surname, $"{entity.Name}, named above", null);
        foreach (var entry in model.Registry.Entries)
        {
            var roles = entry.Roles.Where(role => role.IsHeldOn(model.Article.Date)).ToList();
            string? role = roles is [var first, ..] ? Words(first) : null;
            Add(entry.Name, role ?? "in the registry", entry);
            foreach (string alias in entry.Aliases) Add(alias, entry.Name, entry);
            foreach (var held in roles) Add($"{held.Title} {entry.Name}", Words(held), entry);
        }
        foreach (var entity in named.Where(static entity => entity.Entry is null && entity.Members.IsEmpty)) Add(entity.Name, "named above", null);
        return [.. found.DistinctBy(static completion => completion.Label)];

        void Add(string name, string detail, RegistryEntry? entry)
        {
            // As many of the words before the cursor as stand so in the name.
            foreach (int start in Enumerable.Reverse(starts))
            {
                string typed = model.Article.Copy[start..offset];
                bool begins = name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
                if (!begins && !name.Contains(" " + typed, StringComparison.OrdinalIgnoreCase)) continue;
                if (name.Length == typed.Length) return;
                found.Add(new Completion(name, CompletionKind.Name, TextSpan.FromBounds(start, offset), name)
                {
                    Detail = detail,
                    FilterText = begins ? name : name[(name.IndexOf(" " + typed, StringComparison.OrdinalIgnoreCase) + 1)..],
                    Documentation = entry is null ? null : () => Describe(entry),
                });
                return;
            }
        }
    }

    /// <summary>The capitalised words before the cursor on its line, the nearest first; empty where the nearest has no capital.</summary>
    private static List<int> StartsOfPhrases(string copy, int offset)
    {
        var starts = new List<int>();
        int at = offset;
        while (starts.Count < LongestPhrase)
        {
            int end = at;
            while (at > 0 && (char.IsLetterOrDigit(copy[at - 1]) || copy[at - 1] is '-' or '\'' or '’')) at--;
            if (at == end || (starts.Count == 0 && !char.IsUpper(copy[at]))) break;
            starts.Add(at);
            if (at == 0 || copy[at - 1] != ' ') break;
            at--;
        }
        return starts;
    }

    private static string Words(Role role) => role.Of is { } of ? $"{role.Title}, {of}" : role.Title;

    private static string Describe(RegistryEntry entry)
    {
        var lines = new List<string> { $"**{HoverCard.Escape(entry.Name)}**" };
        if (entry.Pronouns is { } pronouns) lines.Add(HoverCard.Escape(pronouns));
        foreach (var role in entry.Roles) lines.Add($"{HoverCard.Escape(Words(role))}: {Day(role.From) ?? "…"} to {Day(role.Until) ?? "now"}");
        if (entry.Note is { } note) lines.Add(HoverCard.Escape(note));
        return string.Join("\n\n", lines);
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
