using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Ide.Index;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;
using QuoteTracker.Workspace.House;

namespace QuoteTracker.Ide;

/// <summary>
/// What the editor has open, over what is on disk, at one moment. Immutable: a change makes the next snapshot, which keeps all that the change leaves true.
/// Nothing here knows the protocol: paths are full paths, places are UTF-16 offsets with the end exclusive.
/// </summary>
public sealed class IdeSnapshot
{
    private readonly ImmutableDictionary<string, SourceText> _texts;
    private readonly ImmutableDictionary<string, OpenFile> _files;
    private readonly NewsroomTable _newsrooms;

    private IdeSnapshot(
        ImmutableArray<string> roots, ImmutableDictionary<string, SourceText> texts, ImmutableDictionary<string, OpenFile> files, NewsroomTable newsrooms,
        ArticleIndex index, ImmutableDictionary<string, LoadedCodeRules> codeRules)
    {
        CodeRules = codeRules;
        Roots = roots;
        _texts = texts;
        _files = files;
        _newsrooms = newsrooms;
        Index = index;
    }

    public static IdeSnapshot Empty { get; } = Read(
        [], ImmutableDictionary<string, SourceText>.Empty, ImmutableDictionary<string, OpenFile>.Empty, ArticleIndex.Empty,
        ImmutableDictionary<string, LoadedCodeRules>.Empty);

    /// <summary>The folders of the editor's workspace, full paths.</summary>
    public ImmutableArray<string> Roots { get; }

    public IEnumerable<OpenFile> Files => _files.Values;

    /// <summary>The workspace's articles as they are on disk, as far as they were read; see <see cref="Articles"/>.</summary>
    public ArticleIndex Index { get; }

    /// <summary>What is known of all articles: the open ones as they are in the editor, the others as they are on disk. By path, in ordinal order.</summary>
    public IEnumerable<IndexedArticle> Articles
    {
        get
        {
            var open = _files.Values.Select(static file => file.Indexed).OfType<IndexedArticle>();
            return Index.Articles.Where(article => !_files.ContainsKey(article.Path)).Concat(open).OrderBy(static article => article.Path, StringComparer.Ordinal);
        }
    }

    /// <summary>The newsrooms' rules in C#, by the newsroom's root, where they were loaded.</summary>
    public ImmutableDictionary<string, LoadedCodeRules> CodeRules { get; }

    /// <summary>Null where the file is not open.</summary>
    public OpenFile? File(string path) => _files.GetValueOrDefault(path);

    /// <summary>The newsrooms of the workspace's folders and of the open files.</summary>
    public IEnumerable<Newsroom> Newsrooms =>
        Roots.Select(NewsroomOf).Concat(Files.Select(static file => file.Tools)).Select(static tools => tools.Newsroom).DistinctBy(static newsroom => newsroom.Root);

    /// <summary>The newsroom of any file, open or not.</summary>
    public NewsroomTools NewsroomOf(string path) => _newsrooms.For(path, RootOf(path));

    /// <summary>The articles of a newsroom, those that are open as they are in the editor, the others read from disk now. By path, in ordinal order.</summary>
    /// <param name="isWanted">Asked with an article's text before the article is analysed.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    internal IEnumerable<OpenFile> ArticlesOf(NewsroomTools tools, Func<SourceText, bool> isWanted, CancellationToken cancellation)
    {
        string root = tools.Newsroom.Root;
        var open = _files.Values.Where(file => file.Role == FileRole.Article && file.Newsroom.Root == root && isWanted(file.Text));
        var closed = ArticleDiscovery.Find([root], _newsrooms.Finder).Files
            .Where(file => file.Newsroom.Root == root && !_files.ContainsKey(file.Path))
            .AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(file => ArticleReader.Read(file.Path).Article)
            .Where(article => article is not null && isWanted(article.Text))
            .Select(article => new OpenFile(article!.Path, article.Text, () => tools, before: null));
        return open.Concat(closed).OrderBy(static file => file.Path, StringComparer.Ordinal);
    }

    public IdeSnapshot WithRoots(ImmutableArray<string> roots) => Read(roots, _texts, _files, Index, CodeRules);

    /// <summary>Opens a file, or gives an open one its next text.</summary>
    public IdeSnapshot WithText(string path, SourceText text)
    {
        var texts = _texts.SetItem(path, text);
        // The registry and the configuration are read from the editor as well, and all the articles stand on them.
        return IsNewsroomFile(path) ? Read(Roots, texts, _files, Index, CodeRules) : new(Roots, texts, _files.SetItem(path, Open(path, text, _files)), _newsrooms, Index, CodeRules);
    }

    public IdeSnapshot WithoutText(string path)
    {
        if (!_texts.ContainsKey(path)) return this;
        var texts = _texts.Remove(path);
        return IsNewsroomFile(path) ? Read(Roots, texts, _files, Index, CodeRules) : new(Roots, texts, _files.Remove(path), _newsrooms, Index, CodeRules);
    }

    /// <param name="paths">The files and folders that were created, changed or deleted.</param>
    public IdeSnapshot WithDiskChanges(IEnumerable<string> paths)
    {
        bool isNewsroomNews = false;
        var articles = new List<string>();
        foreach (string path in paths)
        {
            isNewsroomNews |= CodeRuleFiles.Matches(NewsroomOf(path).Newsroom, path) && !_texts.ContainsKey(path);
            isNewsroomNews |= (IsNewsroomFile(path) && !_texts.ContainsKey(path)) || IsFolder(path);
            if (RootOf(path) is not null && (Index.Find(path) is not null || NewsroomOf(path).Patterns.IsArticle(path))) articles.Add(path);
        }
        var index = Index.WithStale(articles);
        if (isNewsroomNews) return Read(Roots, _texts, _files, index, CodeRules);
        return index == Index ? this : new IdeSnapshot(Roots, _texts, _files, _newsrooms, index, CodeRules);
    }

    /// <summary>The files of a newsroom's rules in C#: the open ones as they are in the editor, the others read from disk now.</summary>
    public (ImmutableArray<CodeRuleFile> Files, ImmutableArray<Diagnostic> Faults) ReadCodeRules(Newsroom newsroom) => CodeRuleFiles.Read(newsroom, _texts.GetValueOrDefault);

    /// <summary>Takes the rules in C# of a newsroom; all its articles stand on them.</summary>
    /// <param name="rules">Null for none any more.</param>
    public IdeSnapshot WithCodeRules(string root, LoadedCodeRules? rules) =>
        Read(Roots, _texts, _files, Index, rules is null ? CodeRules.Remove(root) : CodeRules.SetItem(root, rules));

    /// <summary>Takes what is wrong with a rule that broke.</summary>
    /// <param name="rules">The rules that it was one of: others may have taken their place.</param>
    public IdeSnapshot WithCodeRuleFault(string root, CodeRules rules, Diagnostic fault) =>
        CodeRules.TryGetValue(root, out var loaded) && loaded.Rules == rules ? WithCodeRules(root, loaded with { Diagnostics = loaded.Diagnostics.Add(fault) }) : this;

    /// <summary>True where both have read the same configurations and registries, so that an article means the same in both.</summary>
    public bool HasNewsroomsOf(IdeSnapshot other) => _newsrooms == other._newsrooms;

    /// <summary>Looks on disk for the workspace's articles.</summary>
    /// <returns>Full paths.</returns>
    public IEnumerable<string> FindArticles() => ArticleDiscovery.Find(Roots, _newsrooms.Finder).Files.Select(static file => file.Path);

    /// <summary>Reads an article from disk for the index; null where there is none.</summary>
    public IndexedArticle? ReadForIndex(string path)
    {
        // A link that leads out of the workspace is not followed.
        if (ArticleDiscovery.Find([path], _newsrooms.Finder).Files.IsEmpty) return null;
        var tools = NewsroomOf(path);
        var reading = ArticleReader.Read(path);
        if (reading.Article is not { } article) return IndexedArticle.Unread(path, reading.Diagnostics);
        var model = tools.Analyzer.Analyze(article);
        return IndexedArticle.Of(tools.Newsroom.Root, model, [.. reading.Diagnostics, .. tools.Rules.Run(model).Where(finding => finding.Location.GetLineSpan().Path == path)]);
    }

    /// <summary>Takes what the indexer has read.</summary>
    /// <param name="gone">The paths at which there is no article any more.</param>
    /// <param name="asOf">The index's <see cref="ArticleIndex.News"/> before they were read.</param>
    public IdeSnapshot WithIndexed(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<string> gone, int asOf) =>
        new(Roots, _texts, _files, _newsrooms, Index.With(articles, gone, asOf), CodeRules);

    private static IdeSnapshot Read(
        ImmutableArray<string> roots, ImmutableDictionary<string, SourceText> texts, ImmutableDictionary<string, OpenFile> before, ArticleIndex index,
        ImmutableDictionary<string, LoadedCodeRules> codeRules)
    {
        var files = ImmutableDictionary<string, OpenFile>.Empty;
        var newsrooms = new NewsroomTable(texts.GetValueOrDefault, codeRules.GetValueOrDefault);
        var snapshot = new IdeSnapshot(roots, texts, files, newsrooms, index, codeRules);
        foreach (var (path, text) in texts) files = files.SetItem(path, snapshot.Open(path, text, before));
        return new IdeSnapshot(roots, texts, files, snapshot._newsrooms, index, codeRules);
    }

    private OpenFile Open(string path, SourceText text, ImmutableDictionary<string, OpenFile> before) =>
        new(path, text, () => NewsroomOf(path), before.GetValueOrDefault(path));

    private string? RootOf(string path) => Roots
        .Where(root => path.StartsWith(root, StringComparison.Ordinal) && path.Length > root.Length && path[root.Length] == Path.DirectorySeparatorChar)
        .MaxBy(static root => root.Length);

    /// <summary>By its name alone, for it may be gone: with a folder a newsroom may come or go. What goes on in <c>.git</c> is nobody's newsroom.</summary>
    private static bool IsFolder(string path) =>
        Path.GetExtension(path.AsSpan()).IsEmpty && !path.Contains(Path.DirectorySeparatorChar + ".", StringComparison.Ordinal);

    /// <summary>A configuration, or what may be a registry: any YAML file, for the configuration names it.</summary>
    private static bool IsNewsroomFile(string path) =>
        Path.GetFileName(path) == Configuration.FileName || Path.GetExtension(path.AsSpan()) is ".yaml" or ".yml";
}
