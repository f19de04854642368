using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Ide.Index;
using QuoteTracker.Workspace.House;

namespace QuoteTracker.Ide.Navigation;

/// <summary>Where to go from a place.</summary>
/// <param name="Origin">The words that lead there; UTF-16 offsets, end exclusive.</param>
public sealed record Jump(TextSpan Origin, ImmutableArray<Destination> To);

/// <summary>From mentions and quotations to speakers. Each answers null where there is nothing to go to, a doubtful attribution included.</summary>
public static class Definitions
{
    /// <summary>
    /// A mention's registry entry; a quotation's words in the sources, all places where they were said, or where no source has them its speaker's
    /// introduction. An entry of the ledger leads to its words in the article. In the configuration the registry's name leads to its file, a speaker to the entry, and
    /// the name of a rule of its own to where that is.
    /// </summary>
    public static Jump? Definition(IdeSnapshot snapshot, OpenFile file, int offset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (LedgerEntries.At(file, offset) is { } line)
            return ClaimPlaces.Find(snapshot, file.Tools, line.Claim!, cancellation) is var (_, words) ? new Jump(line.Span, [words]) : null;
        if (QuotedAt(file, offset) is { } quoted && SaidAt(file, quoted.Attribution) is { IsEmpty: false } said) return new Jump(quoted.Span, said);
        if (InConfiguration(file, offset) is { } configured) return configured;
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

    /// <summary>A quotation's line in the ledger; of a mention what the speaker says, in the article, or from the registry in all articles.</summary>
    public static Jump? Implementation(IdeSnapshot snapshot, OpenFile file, int offset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (QuotedAt(file, offset) is { } quoted && LedgerEntries.LineOf(file, quoted.Attribution, cancellation) is { } line) return new Jump(quoted.Span, [line]);
        if (SpeakerEntries.At(file, offset) is { } entry && EntryAt(file, offset) is { } here)
            return Found(here.Origin, snapshot.Articles, file.KeyOf(entry), snapshot);
        if (At(file, offset) is not var (_, element, entity) || file.Indexed is not { } article || file.KeyOf(entity) is not { } key) return null;
        return Found(element.Span, [article], key, snapshot);
    }

    /// <summary>The statement or the cue at an offset.</summary>
    private static AttributionElement? QuotedAt(OpenFile file, int offset) =>
        file.Model is { } model && ArticleElement.At(model, offset) is AttributionElement element and (StatementElement or CueElement) ? element : null;

    /// <summary>Where the sources have a quotation's words, the best place first; of an indirect statement the place that its ledger entry names.</summary>
    private static ImmutableArray<Destination> SaidAt(OpenFile file, Attribution attribution) =>
        file.Records.Sources is { } sources && sources.Check(file.Model!, attribution) is { Best.Passage: { } best } findings
            ? [.. findings.Places.Prepend(best).Select(sources.PlaceOf).OfType<Destination>()]
            : [];

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

    private static Jump? InConfiguration(OpenFile file, int offset)
    {
        if (file.Role != FileRole.Configuration) return null;
        var newsroom = file.Newsroom;
        if (newsroom is { ConfigurationDocument.RegistrySpan: { } span, RegistryDocument: { } registry } && span.IntersectsWith(offset))
            return new Jump(span, [new Destination(registry.Path, registry.Text, default)]);
        var rules = HousePlace.In(file.Text);
        if (rules.SelectMany(static rule => rule.Speakers).FirstOrDefault(speaker => speaker.Span.IntersectsWith(offset)) is { } words)
        {
            return newsroom.Registry.Entries.FirstOrDefault(entry => entry.Id == words.Words || entry.Name.Equals(words.Words, StringComparison.OrdinalIgnoreCase)) is { } speaker
                && SpeakerEntries.PlaceOf(newsroom, speaker) is { } place ? new Jump(words.Span, [place]) : null;
        }
        var name = Words.NameAt(file.Text, offset);
        return rules.FirstOrDefault(rule => rule.Name.Words == file.Text.ToString(name)) is { } own ? new Jump(name, [new Destination(file.Path, file.Text, own.Name.Span, own.Span)]) : null;
    }
}
