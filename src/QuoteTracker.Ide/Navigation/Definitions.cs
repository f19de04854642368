using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Index;

namespace QuoteTracker.Ide.Navigation;

/// <summary>Where to go from a place.</summary>
/// <param name="Origin">The words that lead there; UTF-16 offsets, end exclusive.</param>
public sealed record Jump(TextSpan Origin, ImmutableArray<Destination> To);

/// <summary>From mentions and quotations to speakers. Each answers null where there is nothing to go to, a doubtful attribution included.</summary>
public static class Definitions
{
    /// <summary>A mention's registry entry; a quotation's speaker where the article introduces them. The configured registry's name leads to its file.</summary>
    public static Jump? Definition(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (RegistryFileAt(file, offset) is { } registry) return registry;
        if (EntryAt(file, offset) is { } entry) return entry;
        if (At(file, offset) is not var (_, element, entity)) return null;
        var introduction = IntroductionOf(file, entity);
        return To(element, element is StatementElement or CueElement ? introduction : EntryOf(file, entity) ?? introduction);
    }

    /// <summary>The first mention in the article.</summary>
    public static Jump? Declaration(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        return At(file, offset) is var (_, element, entity) ? To(element, IntroductionOf(file, entity)) : EntryAt(file, offset);
    }

    /// <summary>The registry's entry of whoever is mentioned or quoted.</summary>
    public static Jump? TypeDefinition(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (EntryAt(file, offset) is { } here) return here;
        return At(file, offset) is var (_, element, entity) && EntryOf(file, entity) is { } entry ? To(element, entry) : null;
    }

    /// <summary>What the speaker says: in the article, or from the registry in all articles.</summary>
    public static Jump? Implementation(IdeSnapshot snapshot, OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (SpeakerEntries.At(file, offset) is { } entry && EntryAt(file, offset) is { } here)
            return Found(here.Origin, snapshot.Articles, file.KeyOf(entry), snapshot);
        if (At(file, offset) is not var (_, element, entity) || file.Indexed is not { } article || file.KeyOf(entity) is not { } key) return null;
        return Found(element.Span, [article], key, snapshot);
    }

    private static Jump? Found(TextSpan origin, IEnumerable<IndexedArticle> articles, SpeakerKey key, IdeSnapshot snapshot)
    {
        ImmutableArray<Destination> to = [.. articles.SelectMany(article =>
            article.StatementsOf(key).Select(statement => snapshot.PlaceOf(article, statement.Content[0])))];
        return to.IsEmpty ? null : new Jump(origin, to);
    }

    private static Jump To(ArticleElement element, Destination destination) => new(element.Span, [destination]);

    private static (ArticleModel Model, ArticleElement Element, Entity Entity)? At(OpenFile file, int offset) =>
        file.Model is { } model && ArticleElement.At(model, offset) is { } element && element.EntityIn(model) is { } entity ? (model, element, entity) : null;

    private static Destination? EntryOf(OpenFile file, Entity entity) => entity.Entry is { } entry ? SpeakerEntries.PlaceOf(file.Newsroom, entry) : null;

    private static Destination IntroductionOf(OpenFile file, Entity entity) => new(file.Path, file.Text, entity.Introduction);

    private static Jump? EntryAt(OpenFile file, int offset) =>
        SpeakerEntries.At(file, offset) is { } entry && SpeakerEntries.PlaceOf(file.Newsroom, entry) is { } place ? new Jump(place.Span, [place]) : null;

    private static Jump? RegistryFileAt(OpenFile file, int offset) =>
        file.Role == FileRole.Configuration && file.Newsroom is { ConfigurationDocument.RegistrySpan: { } span, RegistryDocument: { } registry } && span.IntersectsWith(offset)
            ? new Jump(span, [new Destination(registry.Path, registry.Text, default)])
            : null;
}
