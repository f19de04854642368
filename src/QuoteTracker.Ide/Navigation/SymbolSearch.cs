using System.Collections.Immutable;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Navigation;

/// <param name="Container">The article, or the speaker of the words.</param>
public sealed record FoundSymbol(string Name, OutlineKind Kind, string? Container, Destination Place);

/// <summary>Speakers and quoted words across the workspace.</summary>
public static class SymbolSearch
{
    /// <summary>What an editor can show; the rest is found by typing on.</summary>
    public const int Most = 400;

    /// <param name="query">Words that must all stand in the name or the quotation, in any order; empty for all speakers.</param>
    public static ImmutableArray<FoundSymbol> For(IdeSnapshot snapshot, string query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = ImmutableArray.CreateBuilder<FoundSymbol>();
        AddEntries(snapshot, words, found);
        foreach (var article in snapshot.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < article.Speakers.Length && found.Count < Most; i++)
            {
                int number = i;
                var speaker = article.Speakers[number];
                if (speaker.IsAnonymous || !Holds(speaker.Name, words) || !article.Quotations.Any(quotation => quotation.IsShown && quotation.Speaker == number)) continue;
                found.Add(new FoundSymbol(NameOr(speaker.Name), Outline.KindOf(speaker.Kind), article.Name, snapshot.PlaceOf(article, speaker.Introduction)));
            }
            if (words.Length == 0) continue;
            foreach (var quotation in article.Quotations)
            {
                if (found.Count >= Most) return found.DrainToImmutable();
                if (!(quotation.IsShown || quotation.Kind is null) || !Holds(quotation.Words, words)) continue;
                string speaker = quotation.Speaker >= 0 ? article.Speakers[quotation.Speaker].Name : "not attributed";
                found.Add(new FoundSymbol(NameOr(quotation.Words), OutlineKind.Quotation, Excerpt.OneLine($"{speaker}, {article.Name}"), snapshot.PlaceOf(article, quotation.Content[0])));
            }
        }
        return found.DrainToImmutable();
    }

    private static void AddEntries(IdeSnapshot snapshot, string[] words, ImmutableArray<FoundSymbol>.Builder found)
    {
        foreach (var newsroom in snapshot.Newsrooms)
        {
            foreach (var entry in newsroom.Registry.Entries)
            {
                if (found.Count >= Most) return;
                if ((Holds(entry.Name, words) || entry.Aliases.Any(alias => Holds(alias, words))) && SpeakerEntries.PlaceOf(newsroom, entry) is { } place)
                    found.Add(new FoundSymbol(NameOr(entry.Name), Outline.KindOf(entry.Kind), newsroom.RelativePath(place.Path), place));
            }
        }
    }

    private static bool Holds(string text, string[] words) => Array.TrueForAll(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string NameOr(string name) => Excerpt.OneLine(name) is { Length: > 0 } line ? line : "?";
}
