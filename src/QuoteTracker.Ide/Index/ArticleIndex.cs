using System.Collections.Immutable;

namespace QuoteTracker.Ide.Index;

/// <summary>The articles of the workspace as they are on disk. Immutable.</summary>
public sealed class ArticleIndex
{
    private readonly ImmutableSortedDictionary<string, IndexedArticle> _byPath;

    private ArticleIndex(ImmutableSortedDictionary<string, IndexedArticle> byPath) => _byPath = byPath;

    public static ArticleIndex Empty { get; } = new(ImmutableSortedDictionary.Create<string, IndexedArticle>(StringComparer.Ordinal));

    public int Count => _byPath.Count;

    /// <summary>By path, in ordinal order.</summary>
    public IEnumerable<IndexedArticle> Articles => _byPath.Values;

    /// <summary>Null where it is not indexed, or not yet.</summary>
    public IndexedArticle? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>This index with articles in place of those that it had at their paths.</summary>
    /// <param name="gone">The paths of articles that are no more.</param>
    public ArticleIndex With(IEnumerable<IndexedArticle> articles, IEnumerable<string> gone)
    {
        var byPath = _byPath.ToBuilder();
        byPath.RemoveRange(gone);
        foreach (var article in articles) byPath[article.Path] = article;
        return new ArticleIndex(byPath.ToImmutable());
    }
}
