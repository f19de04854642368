using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Index;

namespace QuoteTracker.Ide.Navigation;

/// <summary>What a highlighted place is to what was asked about.</summary>
public enum HighlightRole
{
    /// <summary>The words said.</summary>
    Words,

    /// <summary>A mention, or the cue.</summary>
    Mention,

    /// <summary>Where the article introduces the speaker; the source of a quotation.</summary>
    Introduction,
}

/// <param name="Span">UTF-16 offsets, end exclusive.</param>
public readonly record struct Highlight(TextSpan Span, HighlightRole Role);

/// <summary>A speaker's mentions and statements; a quotation's parts, cue and source, and the same words elsewhere.</summary>
public static class References
{
    /// <summary>Across the newsroom for a speaker of the registry and for quoted words, in the article for anybody else.</summary>
    /// <param name="withEntry">True to have the registry's entry among them.</param>
    public static ImmutableArray<Destination> Of(IdeSnapshot snapshot, OpenFile file, int offset, bool withEntry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (SpeakerEntries.At(file, offset) is { } here) return OfSpeaker(snapshot, file, file.KeyOf(here), here, withEntry, cancellation);
        if (file.Model is not { } model || ArticleElement.At(model, offset) is not { } element) return [];
        if (!IsAboutStatement(element) && element.EntityIn(model) is { } entity && file.KeyOf(entity) is { } key)
            return OfSpeaker(snapshot, file, key, entity.Entry, withEntry, cancellation);
        return
        [
            .. InArticle(model, element).Select(found => new Destination(file.Path, file.Text, found.Span)),
            .. snapshot.SameWordsElsewhere(file, QuotedIn(element)).SelectMany(found => found.Quotation.Content.Select(part => snapshot.PlaceOf(found.Article, part))),
        ];
    }

    /// <summary>In the article alone, in text order.</summary>
    public static ImmutableArray<Highlight> InArticle(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Model is { } model && ArticleElement.At(model, offset) is { } element ? InArticle(model, element) : [];
    }

    private static ImmutableArray<TextSpan> QuotedIn(ArticleElement element) => element switch
    {
        StatementElement { Attribution: { Kind: not AttributionKind.Indirect } attribution } => attribution.Content,
        CueElement { Attribution: { Kind: not AttributionKind.Indirect } attribution } => attribution.Content,
        LooseRegionElement { Region: var region } => [.. region.Parts.Select(static part => part.Span)],
        _ => [],
    };

    private static bool IsAboutStatement(ArticleElement element) => element is StatementElement or CueElement or LooseRegionElement;

    private static ImmutableArray<Highlight> InArticle(ArticleModel model, ArticleElement element)
    {
        IEnumerable<Highlight> found = element switch
        {
            LooseRegionElement { Region: var region } => region.Parts.Select(static part => new Highlight(part.Span, HighlightRole.Words)),
            StatementElement { Attribution: var attribution } => PartsOf(attribution),
            CueElement { Attribution: var attribution } => PartsOf(attribution),
            _ when element.EntityIn(model) is { } entity => OfSpeaker(model, entity),
            SourceElement { Attribution: var attribution } => PartsOf(attribution),
            _ => [new Highlight(element.Span, HighlightRole.Mention)],
        };
        return [.. found.OrderBy(static highlight => highlight.Span.Start).ThenBy(static highlight => highlight.Span.End)];
    }

    private static IEnumerable<Highlight> PartsOf(Attribution attribution)
    {
        foreach (var part in attribution.Content) yield return new Highlight(part, HighlightRole.Words);
        if (attribution.Cue is { } cue) yield return new Highlight(cue, HighlightRole.Mention);
        if (attribution.Source is { } source) yield return new Highlight(source, HighlightRole.Introduction);
    }

    private static IEnumerable<Highlight> OfSpeaker(ArticleModel model, Entity entity)
    {
        foreach (var mention in model.Mentions)
        {
            if (mention.Entity < 0 || !entity.IsSameAs(model.Entities[mention.Entity])) continue;
            yield return new Highlight(mention.Span, mention.Span == model.Entities[mention.Entity].Introduction ? HighlightRole.Introduction : HighlightRole.Mention);
        }
        foreach (var attribution in model.Attributions)
        {
            if (!attribution.IsShown || !entity.IsSameAs(attribution.Speaker)) continue;
            foreach (var part in attribution.Content) yield return new Highlight(part, HighlightRole.Words);
        }
    }

    private static ImmutableArray<Destination> OfSpeaker(
        IdeSnapshot snapshot, OpenFile file, SpeakerKey key, RegistryEntry? entry, bool withEntry, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Destination>();
        if (withEntry && entry is not null && SpeakerEntries.PlaceOf(file.Newsroom, entry) is { } place) found.Add(place);
        foreach (var article in snapshot.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var spans = article.MentionsOf(key).Concat(article.StatementsOf(key).SelectMany(static statement => statement.Content)).Order();
            found.AddRange(spans.Select(span => snapshot.PlaceOf(article, span)));
        }
        return found.DrainToImmutable();
    }
}
