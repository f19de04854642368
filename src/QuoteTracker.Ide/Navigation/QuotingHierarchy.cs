using System.Collections.Immutable;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Index;

namespace QuoteTracker.Ide.Navigation;

/// <summary>One end of "an article quotes a speaker".</summary>
/// <param name="Key">The speaker's key; null for an article.</param>
public sealed record QuotingParty(string Name, OutlineKind Kind, SpeakerKey? Key, string? Detail, Destination Place);

/// <param name="Statements">Where, in the article; UTF-16 offsets, end exclusive.</param>
public sealed record QuotingCall(QuotingParty Other, ImmutableArray<Destination> Statements);

/// <summary>Who quotes whom: articles call speakers.</summary>
public static class QuotingHierarchy
{
    /// <summary>The speaker at an offset, or where there is none the article.</summary>
    public static QuotingParty? At(IdeSnapshot snapshot, OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (SpeakerEntries.At(file, offset) is { } entry && SpeakerEntries.PlaceOf(file.Newsroom, entry) is { } place)
            return new QuotingParty(entry.Name, Outline.KindOf(entry.Kind), file.KeyOf(entry), entry.Id, place);
        if (file.Model is not { } model || file.Indexed is not { } article) return null;
        if (ArticleElement.At(model, offset)?.EntityIn(model) is { } entity && file.KeyOf(entity) is { } key)
        {
            var introduction = new Destination(file.Path, file.Text, entity.Introduction);
            var home = entity.Entry is { } known ? SpeakerEntries.PlaceOf(file.Newsroom, known) : null;
            return new QuotingParty(entity.Name, Outline.KindOf(entity.Kind), key, entity.Entry?.Id, home ?? introduction);
        }
        return OfArticle(snapshot, article);
    }

    /// <summary>The articles that quote a speaker.</summary>
    public static ImmutableArray<QuotingCall> ArticlesQuoting(IdeSnapshot snapshot, SpeakerKey speaker, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var calls = ImmutableArray.CreateBuilder<QuotingCall>();
        foreach (var article in snapshot.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<Destination> statements = [.. article.StatementsOf(speaker).Select(statement => snapshot.PlaceOf(article, statement.Content[0]))];
            if (!statements.IsEmpty) calls.Add(new QuotingCall(OfArticle(snapshot, article), statements));
        }
        return calls.DrainToImmutable();
    }

    /// <summary>The speakers whom an article quotes, in the order of their first statement.</summary>
    /// <param name="path">A full path; nobody where it is no article.</param>
    public static ImmutableArray<QuotingCall> SpeakersIn(IdeSnapshot snapshot, string path)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if ((snapshot.File(path)?.Indexed ?? snapshot.Index.Find(path)) is not { } article) return [];
        var newsroom = snapshot.NewsroomOf(path).Newsroom;
        return [.. article.Quotations
            .Where(static quotation => quotation is { IsShown: true, Speaker: >= 0 })
            .GroupBy(quotation => article.Speakers[quotation.Speaker])
            .Where(static speaker => speaker.Key.Key is not null)
            .GroupBy(static speaker => speaker.Key.Key!.Value)
            .Select(same =>
            {
                var speaker = same.First().Key;
                var entry = newsroom.Registry.Entries.FirstOrDefault(known => known.Id == same.Key.Entry);
                var place = (entry is null ? null : SpeakerEntries.PlaceOf(newsroom, entry)) ?? snapshot.PlaceOf(article, speaker.Introduction);
                var party = new QuotingParty(speaker.Name, Outline.KindOf(speaker.Kind), same.Key, same.Key.Entry, place);
                return new QuotingCall(party, [.. same.SelectMany(static statements => statements).Select(statement => snapshot.PlaceOf(article, statement.Content[0]))]);
            })];
    }

    private static QuotingParty OfArticle(IdeSnapshot snapshot, IndexedArticle article) => new(
        article.Name, OutlineKind.Article, null, snapshot.NewsroomOf(article.Path).Newsroom.RelativePath(article.Path), snapshot.PlaceOf(article, default));
}
