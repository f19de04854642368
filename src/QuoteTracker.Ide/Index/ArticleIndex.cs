using System.Collections.Immutable;

namespace QuoteTracker.Ide.Index;

/// <summary>The articles of the workspace as they are on disk. Immutable.</summary>
public sealed class ArticleIndex
{
    private readonly ImmutableSortedDictionary<string, IndexedArticle> _byPath;

    private readonly ImmutableDictionary<string, int> _stale;

    private ArticleIndex(ImmutableSortedDictionary<string, IndexedArticle> byPath, ImmutableDictionary<string, int> stale, int news)
    {
        _byPath = byPath;
        _stale = stale;
        News = news;
    }

    public static ArticleIndex Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, IndexedArticle>(StringComparer.Ordinal), ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), 0);

    public int Count => _byPath.Count;

    /// <summary>By path, in ordinal order.</summary>
    public IEnumerable<IndexedArticle> Articles => _byPath.Values;

    /// <summary>Goes up with each change on disk.</summary>
    public int News { get; }

    /// <summary>The paths at which something changed on disk since they were read.</summary>
    public IEnumerable<string> Stale => _stale.Keys;

    /// <summary>Null where it is not indexed, or not yet.</summary>
    public IndexedArticle? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>True for a folder that has articles in it, or in the folders below.</summary>
    /// <param name="path">Without a separator at its end.</param>
    public bool HasBelow(string path) =>
        _byPath.Keys.Any(article => article.Length > path.Length && article[path.Length] == Path.DirectorySeparatorChar && article.StartsWith(path, StringComparison.Ordinal));

    /// <summary>This index with articles in place of those that it had at their paths.</summary>
    /// <param name="gone">The paths at which there is no article any more.</param>
    /// <param name="asOf"><see cref="News"/> before they were read: what changed since stays stale.</param>
    public ArticleIndex With(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<string> gone, int asOf)
    {
        var byPath = _byPath.ToBuilder();
        byPath.RemoveRange(gone);
        foreach (var article in articles) byPath[article.Path] = article;
        var fresh = articles.Select(static article => article.Path).Concat(gone).Where(path => _stale.GetValueOrDefault(path, int.MaxValue) <= asOf);
        return new ArticleIndex(byPath.ToImmutable(), _stale.RemoveRange(fresh), News);
    }

    internal ArticleIndex WithStale(IReadOnlyCollection<string> paths) => paths.Count == 0
        ? this
        : new ArticleIndex(_byPath, _stale.SetItems(paths.Select(path => KeyValuePair.Create(path, News + 1))), News + 1);
}
