using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Ide.Findings;
using QuoteTracker.Ide.Index;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;
using QuoteTracker.Workspace.House;
using QuoteTracker.Workspace.Ledger;

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

    // By newsroom.
    private readonly ImmutableDictionary<string, ChangedRecords> _records;

    // Under which all articles were read for the index; null where they were not yet.
    private readonly NewsroomTable? _readUnder;

    private IdeSnapshot(
        ImmutableArray<string> roots, ImmutableDictionary<string, SourceText> texts, ImmutableDictionary<string, OpenFile> files, NewsroomTable newsrooms,
        ArticleIndex index, ImmutableDictionary<string, ChangedRecords> records, StaleSources staleSources,
        ImmutableDictionary<string, LoadedCodeRules> codeRules, WorkspaceFindings workspaceFindings, NewsroomTable? readUnder)
    {
        CodeRules = codeRules;
        WorkspaceFindings = workspaceFindings;
        _readUnder = readUnder;
        Roots = roots;
        _texts = texts;
        _files = files;
        _newsrooms = newsrooms;
        Index = index;
        _records = records;
        StaleSources = staleSources;
    }

    public static IdeSnapshot Empty { get; } = new(
        [], ImmutableDictionary<string, SourceText>.Empty, ImmutableDictionary<string, OpenFile>.Empty, new NewsroomTable(static _ => null, static _ => null), ArticleIndex.Empty,
        ImmutableDictionary.Create<string, ChangedRecords>(StringComparer.Ordinal), StaleSources.None, ImmutableDictionary.Create<string, LoadedCodeRules>(StringComparer.Ordinal),
        WorkspaceFindings.None, null);

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

    /// <summary>What the rules that look at a newsroom as a whole found when they ran last, at its places in the texts as they are here.</summary>
    public WorkspaceFindings WorkspaceFindings { get; }

    /// <summary>True where the index has all of the workspace's articles, read by the newsrooms' present rules and registries, and none has changed on disk since.</summary>
    public bool HasReadAll => _readUnder == _newsrooms && !Index.Stale.Any();

    /// <summary>True where a newsroom lies in the workspace with all its files.</summary>
    /// <param name="root">The newsroom's root.</param>
    internal bool HasAllOf(string root) => Roots.Contains(root) || RootOf(root) is not null;

    /// <summary>The files that changed on disk and may be sources: not read again yet.</summary>
    public StaleSources StaleSources { get; }

    /// <summary>Null where the file is not open.</summary>
    public OpenFile? File(string path) => _files.GetValueOrDefault(path);

    /// <summary>The newsrooms of the workspace's folders and of the open files.</summary>
    public IEnumerable<Newsroom> Newsrooms => NewsroomTools.Select(static tools => tools.Newsroom);

    /// <summary>The newsrooms of the workspace's folders and of the open files, with what reads them.</summary>
    public IEnumerable<NewsroomTools> NewsroomTools =>
        Roots.Select(NewsroomOf).Concat(Files.Select(static file => file.Tools)).DistinctBy(static tools => tools.Newsroom.Root);

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
            .Select(article => new OpenFile(article!.Path, article.Text, () => tools, RecordsOf, before: null));
        return open.Concat(closed).OrderBy(static file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>What a newsroom holds its articles against.</summary>
    public NewsroomRecords RecordsOf(NewsroomTools tools) => RecordsOf(_records, tools);

    public IdeSnapshot WithRoots(ImmutableArray<string> roots) => Read(roots, _texts, Index);

    /// <summary>Opens a file, or gives an open one its next text.</summary>
    public IdeSnapshot WithText(string path, SourceText text)
    {
        var texts = _texts.SetItem(path, text);
        // The registry and the configuration are read from the editor as well, and all the articles stand on them.
        if (PathNames.IsNewsroomFile(path)) return Read(Roots, texts, Index).WithFindingsMoved(this, [path]);
        var opened = With(texts: texts, files: _files.SetItem(path, Open(path, text, _files))).WithFindingsMoved(this, [path]);
        return LedgerAt(path) is { } root ? opened.WithLedger(root, () => LedgerReading.Of(root, LedgerDocument.Read(path, text))) : opened;
    }

    public IdeSnapshot WithoutText(string path)
    {
        if (!_texts.ContainsKey(path)) return this;
        var texts = _texts.Remove(path);
        if (PathNames.IsNewsroomFile(path)) return Read(Roots, texts, Index).WithFindingsMoved(this, [path]);
        var closed = With(texts: texts, files: _files.Remove(path)).WithFindingsMoved(this, [path]);
        return LedgerAt(path) is { } root ? closed.WithLedger(root, () => LedgerReading.FromFile(root, path)) : closed;
    }

    /// <summary>For when nobody can tell what changed on disk.</summary>
    public IdeSnapshot ReadAgain() => Read(Roots, _texts, Index).With(workspaceFindings: WorkspaceFindings.None);

    /// <param name="paths">The files and folders that were created, changed or deleted.</param>
    public IdeSnapshot WithDiskChanges(IEnumerable<string> paths)
    {
        bool isNewsroomNews = false;
        var articles = new List<string>();
        var sources = new List<string>();
        var ledgers = new List<(string Root, string Path)>();
        var withOtherArticles = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (LedgerAt(path) is { } root && !_texts.ContainsKey(path)) ledgers.Add((root, path));
            if (PathNames.MayBeSource(path)) sources.Add(path);
            isNewsroomNews |= CodeRuleFiles.Matches(NewsroomOf(path).Newsroom, path) && !_texts.ContainsKey(path);
            isNewsroomNews |= (PathNames.IsNewsroomFile(path) && !_texts.ContainsKey(path)) || IsFolder(path);
            if (RootOf(path) is null || (Index.Find(path) is null && !NewsroomOf(path).Patterns.IsArticle(path))) continue;
            articles.Add(path);
            if (Index.Find(path) is null || !System.IO.File.Exists(path)) withOtherArticles.Add(NewsroomOf(path).Newsroom.Root);
        }
        var index = Index.WithStale(articles);
        var stale = StaleSources.With(sources);
        var changed = isNewsroomNews ? With(staleSources: stale).Read(Roots, _texts, index).WithFindingsMoved(this, WorkspaceFindings.Paths.Where(PathNames.IsNewsroomFile))
            : index == Index && stale == StaleSources ? this
            : With(index: index, staleSources: stale);
        // An article that came or went may have been the home of entries, or be their new one.
        changed = withOtherArticles.Except(ledgers.Select(static ledger => ledger.Root)).Aggregate(changed, static (snapshot, root) => snapshot.WithHomesOfEntries(root));
        return ledgers.Aggregate(changed, static (snapshot, ledger) => snapshot.WithLedger(ledger.Root, () => LedgerReading.FromFile(ledger.Root, ledger.Path)));
    }

    /// <summary>Takes the sources of newsrooms as they were read.</summary>
    /// <param name="byRoot">Null for a newsroom that has none.</param>
    /// <param name="asOf">The <see cref="StaleSources.News"/> up to which they are read.</param>
    public IdeSnapshot WithSources(IEnumerable<KeyValuePair<string, CheckedSources?>> byRoot, int asOf) => byRoot
        .Where(pair => _records.GetValueOrDefault(pair.Key).Sources != pair.Value)
        .Aggregate(With(staleSources: StaleSources.ReadUpTo(asOf)), static (snapshot, pair) => snapshot.WithRecords(pair.Key, records => records with { Sources = pair.Value }));

    /// <summary>The files of a newsroom's rules in C#: the open ones as they are in the editor, the others read from disk now.</summary>
    public (ImmutableArray<CodeRuleFile> Files, ImmutableArray<Diagnostic> Faults) ReadCodeRules(Newsroom newsroom) => CodeRuleFiles.Read(newsroom, _texts.GetValueOrDefault);

    /// <summary>Takes the rules in C# of a newsroom; all its articles stand on them.</summary>
    /// <param name="rules">Null for none any more.</param>
    public IdeSnapshot WithCodeRules(string root, LoadedCodeRules? rules) =>
        With(codeRules: rules is null ? CodeRules.Remove(root) : CodeRules.SetItem(root, rules)).Read(Roots, _texts, Index);

    /// <summary>Takes what is wrong with a rule that broke.</summary>
    /// <param name="rules">The rules that it was one of: others may have taken their place.</param>
    public IdeSnapshot WithCodeRuleFault(string root, CodeRules rules, Diagnostic fault) =>
        CodeRules.TryGetValue(root, out var loaded) && loaded.Rules == rules ? WithCodeRules(root, loaded with { Diagnostics = loaded.Diagnostics.Add(fault) }) : this;

    /// <summary>True where both have read the same configurations and registries, so that an article means the same in both.</summary>
    public bool HasNewsroomsOf(IdeSnapshot other) => _newsrooms == other._newsrooms;

    /// <summary>True where both have the same ledgers and sources.</summary>
    public bool HasRecordsOf(IdeSnapshot other) => HasNewsroomsOf(other) && _records == other._records;

    /// <summary>Has articles read again for the index.</summary>
    /// <param name="paths">Those that the index does not have are left out.</param>
    public IdeSnapshot WithStaleArticles(IEnumerable<string> paths) => With(index: Index.WithStale([.. paths.Where(path => Index.Find(path) is not null)]));

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
        // Thousands of articles against thousands of sources would take minutes: that is for those who ask (FindDiagnostics).
        var records = new NewsroomRecords(tools.Newsroom, _records.GetValueOrDefault(tools.Newsroom.Root).Ledger, null);
        var background = records.BackgroundOf(model, CancellationToken.None);
        var found = FindIn(model, tools, background, CancellationToken.None);
        if (RecordsOf(tools).Sources is not null) found = found.RemoveAll(static finding => finding.Id == RunFaults.UnusedSuppression.Id);
        return IndexedArticle.Of(tools.Newsroom.Root, model, [.. reading.Diagnostics, .. found]) with
        {
            Summary = tools.Rules.HasWorkspaceActions ? tools.Rules.Summarize(model) : null,
            Claims = background.Claims is { } claims ? ToldClaims.Of(records.Ledger.Ledger, claims) : null,
            TextHash = article.Text.GetContentHash(),
        };
    }

    private static ImmutableArray<Diagnostic> FindIn(ArticleModel model, NewsroomTools tools, ArticleBackground background, CancellationToken cancellation) => tools.Rules
        .Run(model, background, cancellation)
        .RemoveAll(finding => finding.Location.GetLineSpan().Path != model.Article.Path);

    /// <summary>
    /// What <c>lint</c> says of an article of the index that is not open. Where the newsroom has sources the article is read again, for the index holds it
    /// against the ledger alone: that takes a while.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ClosedFindings FindDiagnostics(IndexedArticle indexed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(indexed);
        var tools = NewsroomOf(indexed.Path);
        bool hasSources = RecordsOf(tools).Sources is not null;
        if (!hasSources && indexed.Diagnostics.IsEmpty) return new ClosedFindings(null, []);
        var reading = ArticleReader.Read(indexed.Path);
        if (!hasSources || reading.Article is not { } article) return new ClosedFindings(reading.Article?.Text, hasSources ? reading.Diagnostics : indexed.Diagnostics);
        var model = tools.Analyzer.Analyze(article, cancellation: cancellation);
        return new ClosedFindings(article.Text, [.. reading.Diagnostics, .. FindIn(model, tools, RecordsOf(tools).BackgroundOf(model, cancellation), cancellation)]);
    }

    /// <summary>Takes what the indexer has read.</summary>
    /// <param name="gone">The paths at which there is no article any more.</param>
    /// <param name="asOf">The index's <see cref="ArticleIndex.News"/> before they were read.</param>
    public IdeSnapshot WithIndexed(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<string> gone, int asOf) =>
        With(index: Index.With(articles, gone, asOf)).WithFindingsMoved(this, [.. articles.Select(static article => article.Path), .. gone]);

    /// <summary>Takes it that the index has all articles.</summary>
    /// <param name="asOf">The snapshot by which they were read.</param>
    public IdeSnapshot WithAllRead(IdeSnapshot asOf)
    {
        ArgumentNullException.ThrowIfNull(asOf);
        return new(Roots, _texts, _files, _newsrooms, Index, _records, StaleSources, CodeRules, WorkspaceFindings, asOf._newsrooms);
    }

    /// <summary>True where both have the same articles in the same newsrooms, and have read all or not.</summary>
    public bool HasArticlesOf(IdeSnapshot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _files == other._files && Index == other.Index && HasNewsroomsOf(other) && HasReadAll == other.HasReadAll;
    }

    /// <summary>What the rules that look at a newsroom as a whole are shown of each article of the workspace, with its newsroom.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    internal IEnumerable<(NewsroomTools Tools, ArticleSummary Article)> Summaries(CancellationToken cancellation)
    {
        var byFolder = new Dictionary<string, NewsroomTools>(StringComparer.Ordinal);
        foreach (var article in Index.Articles)
        {
            if (article.Summary is not { } summary || _files.ContainsKey(article.Path)) continue;
            string folder = Path.GetDirectoryName(article.Path)!;
            if (!byFolder.TryGetValue(folder, out var tools)) byFolder[folder] = tools = NewsroomOf(folder);
            yield return (tools, summary);
        }
        foreach (var file in Files)
        {
            // One from elsewhere would stand for a newsroom of which nobody has read the rest.
            if (file.Role == FileRole.Article && file.Tools.Rules.HasWorkspaceActions && RootOf(file.Path) is not null) yield return (file.Tools, file.Summarize(cancellation));
        }
    }

    /// <summary>Takes what the rules that look at a newsroom as a whole found, unless the newsrooms changed since.</summary>
    /// <param name="asOf">The snapshot that they looked at.</param>
    public IdeSnapshot WithWorkspaceFindings(WorkspaceFindings found, IdeSnapshot asOf)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(asOf);
        return HasNewsroomsOf(asOf) ? With(workspaceFindings: found).WithFindingsMoved(asOf, found.Paths) : this;
    }

    /// <param name="before">In whose texts the findings stand.</param>
    /// <param name="paths">Where these may differ from those here.</param>
    private IdeSnapshot WithFindingsMoved(IdeSnapshot before, IEnumerable<string> paths)
    {
        var moved = paths.Aggregate(WorkspaceFindings, (findings, path) => findings.Moved(path, changed => ShiftFrom(before, changed)));
        return moved == WorkspaceFindings ? this : With(workspaceFindings: moved);
    }

    private TextShift ShiftFrom(IdeSnapshot before, string path)
    {
        if (before.TextOf(path) is { } old && TextOf(path) is { } now) return TextShift.Between(old, now);
        var (one, other) = (before.HashOf(path), HashOf(path));
        return !one.IsDefault && !other.IsDefault && one.SequenceEqual(other) ? TextShift.None : TextShift.Lost;
    }

    /// <summary>Null for an article that is not open.</summary>
    private SourceText? TextOf(string path)
    {
        if (_texts.TryGetValue(path, out var open) || !PathNames.IsNewsroomFile(path)) return open;
        var newsroom = NewsroomOf(path).Newsroom;
        return path == newsroom.RegistryPath ? newsroom.RegistryDocument?.Text : path == newsroom.ConfigurationPath ? newsroom.ConfigurationDocument?.Text : null;
    }

    private ImmutableArray<byte> HashOf(string path) => TextOf(path) is { } text ? text.GetContentHash() : Index.Find(path)?.TextHash ?? default;

    /// <summary>Reads the newsrooms anew. Their sources stay as they are until they are read again.</summary>
    private IdeSnapshot Read(ImmutableArray<string> roots, ImmutableDictionary<string, SourceText> texts, ArticleIndex index)
    {
        var files = ImmutableDictionary<string, OpenFile>.Empty;
        var records = _records.ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value with { Ledger = null }, StringComparer.Ordinal);
        var newsrooms = new NewsroomTable(texts.GetValueOrDefault, CodeRules.GetValueOrDefault);
        var snapshot = new IdeSnapshot(roots, texts, files, newsrooms, index, records, StaleSources, CodeRules, WorkspaceFindings, _readUnder);
        foreach (var (path, text) in texts) files = files.SetItem(path, snapshot.Open(path, text, _files));
        return snapshot.With(files: files);
    }

    private OpenFile Open(string path, SourceText text, ImmutableDictionary<string, OpenFile> before)
    {
        // No more of this snapshot than it needs: who holds it holds all that was open.
        var (newsrooms, root, records) = (_newsrooms, RootOf(path), _records);
        return new OpenFile(path, text, () => newsrooms.For(path, root), tools => RecordsOf(records, tools), before.GetValueOrDefault(path));
    }

    private static NewsroomRecords RecordsOf(ImmutableDictionary<string, ChangedRecords> all, NewsroomTools tools)
    {
        var changed = all.GetValueOrDefault(tools.Newsroom.Root);
        return new NewsroomRecords(tools.Newsroom, changed.Ledger, changed.Sources);
    }

    private IdeSnapshot With(
        ImmutableDictionary<string, SourceText>? texts = null, ImmutableDictionary<string, OpenFile>? files = null, ArticleIndex? index = null,
        ImmutableDictionary<string, ChangedRecords>? records = null, StaleSources? staleSources = null, ImmutableDictionary<string, LoadedCodeRules>? codeRules = null,
        WorkspaceFindings? workspaceFindings = null) =>
        new(
            Roots, texts ?? _texts, files ?? _files, _newsrooms, index ?? Index, records ?? _records, staleSources ?? StaleSources, codeRules ?? CodeRules,
            workspaceFindings ?? WorkspaceFindings, _readUnder);

    private IdeSnapshot WithLedger(string root, Func<LedgerReading> read) => WithRecords(root, records => records with { Ledger = new Lazy<LedgerReading>(read) });

    /// <summary>Looks anew which articles of a ledger's entries are there.</summary>
    private IdeSnapshot WithHomesOfEntries(string root)
    {
        var tools = NewsroomOf(Path.Combine(root, Configuration.FileName));
        if (!System.IO.File.Exists(tools.Newsroom.LedgerPath) && !_texts.ContainsKey(tools.Newsroom.LedgerPath)) return this;
        var before = RecordsOf(tools);
        return WithLedger(root, () => before.Ledger is { Document: { } document } ? LedgerReading.Of(root, document) : before.Ledger);
    }

    /// <summary>Changes the records of a newsroom; its open articles are held against the new ones, and not read again.</summary>
    private IdeSnapshot WithRecords(string root, Func<ChangedRecords, ChangedRecords> change)
    {
        var records = _records.SetItem(root, change(_records.GetValueOrDefault(root)));
        var files = _files;
        foreach (var (path, file) in _files)
        {
            if (file.Newsroom.Root == root && file.Role is FileRole.Article or FileRole.Ledger) files = files.SetItem(path, file.With(tools => RecordsOf(records, tools)));
        }
        return With(files: files, records: records);
    }

    /// <summary>The root of the newsroom whose ledger is at a path; null for any other file.</summary>
    private string? LedgerAt(string path)
    {
        if (Path.GetExtension(path.AsSpan()) is not ".jsonl") return null;
        var newsroom = NewsroomOf(path).Newsroom;
        return newsroom.LedgerPath == path ? newsroom.Root : null;
    }

    private string? RootOf(string path) => Roots
        .Where(root => path.StartsWith(root, StringComparison.Ordinal) && path.Length > root.Length && path[root.Length] == Path.DirectorySeparatorChar)
        .MaxBy(static root => root.Length);

    /// <summary>One that is there, or that was: with a folder a newsroom may come or go.</summary>
    private bool IsFolder(string path) => !PathNames.IsHidden(path) && (Directory.Exists(path) || Index.HasBelow(path) || PathNames.MayBeFolder(path));
}
