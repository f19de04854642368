using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Index;

namespace QuoteTracker.Ide.Articles;

/// <summary>What features ask of the index.</summary>
internal static class IndexReading
{
    extension(OpenFile file)
    {
        public SpeakerKey KeyOf(RegistryEntry entry) => new(file.Newsroom.Root, entry.Id, null);

        /// <summary>Null for one who is somebody else in another article, or of no article.</summary>
        public SpeakerKey? KeyOf(Entity entity)
        {
            if (entity.Entry is { } entry) return file.KeyOf(entry);
            return file.Model?.Entities.IndexOf(entity) is >= 0 and { } number ? file.Indexed!.Speakers[number].Key : null;
        }
    }

    extension(IdeSnapshot snapshot)
    {
        public Destination PlaceOf(IndexedArticle article, TextSpan span) => new(article.Path, snapshot.File(article.Path)?.Text, span);

        /// <summary>The quotations of other articles that have the same words, in the order of the articles; none for a few words, which many say.</summary>
        /// <param name="content">Of a quotation of the file; what is not quoted there is found nowhere.</param>
        public IEnumerable<(IndexedArticle Article, IndexedQuotation Quotation)> SameWordsElsewhere(OpenFile file, ImmutableArray<TextSpan> content)
        {
            const int Fewest = 4;
            if (file.Indexed?.Quotations.FirstOrDefault(found => found.Content.SequenceEqual(content)) is not { WordCount: >= Fewest } here) return [];
            return snapshot.Articles.Where(article => article.Path != file.Path).SelectMany(
                article => article.Quotations.Where(other => other.Fingerprint == here.Fingerprint && other.WordCount == here.WordCount), static (article, other) => (article, other));
        }
    }

    extension(IndexedArticle article)
    {
        /// <summary>What the speaker says, as far as it is sure.</summary>
        public IEnumerable<IndexedQuotation> StatementsOf(SpeakerKey key) =>
            article.Quotations.Where(quotation => quotation.IsShown && quotation.Speaker >= 0 && article.Speakers[quotation.Speaker].Key == key);

        public IEnumerable<TextSpan> MentionsOf(SpeakerKey key) =>
            article.Speakers.Where(speaker => speaker.Key == key).SelectMany(static speaker => speaker.Mentions).Select(static mention => mention.Span);

        /// <summary>A name for a list: the headline on one line, or else the file's name; never empty.</summary>
        public string Name => Excerpt.OneLine(article.Headline) is { Length: > 0 } line
            ? Excerpt.Of(SourceText.From(line), new TextSpan(0, line.Length))
            : Path.GetFileName(article.Path);
    }

    extension(IndexedQuotation quotation)
    {
        /// <summary>Sure enough to be shown as a fact.</summary>
        public bool IsShown => quotation.Confidence >= Attribution.ShownFrom;
    }
}
