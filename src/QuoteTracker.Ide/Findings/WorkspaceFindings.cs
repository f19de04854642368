using System.Collections.Immutable;
using System.Globalization;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Ide.Findings;

/// <summary>
/// What the rules that look at a newsroom as a whole found, for each of the workspace's newsrooms. The places are those of the snapshot that it is part of: they go
/// with the edits, and what stands on words that changed is gone until the rules have run again. Immutable.
/// </summary>
public sealed class WorkspaceFindings
{
    private readonly ImmutableDictionary<string, OfNewsroom> _byRoot;

    private WorkspaceFindings(ImmutableDictionary<string, OfNewsroom> byRoot, int news) => (_byRoot, News) = (byRoot, news);

    public static WorkspaceFindings None { get; } = new(ImmutableDictionary.Create<string, OfNewsroom>(StringComparer.Ordinal), 0);

    /// <summary>Goes up whenever the rules have run and found something else.</summary>
    public int News { get; }

    /// <param name="Articles">What the rules were shown, by path; default where findings were lost since, so that they have to run again.</param>
    private sealed record OfNewsroom(NewsroomTools Tools, ImmutableArray<ArticleSummary> Articles, ImmutableDictionary<string, ImmutableArray<WorkspaceFinding>> ByPath)
    {
        // By file, in which others something was found that leads there; some of it may be gone since.
        private readonly Lazy<Dictionary<string, HashSet<string>>> _leadingTo = new(() =>
        {
            var leading = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
            foreach (var (file, findings) in ByPath)
            {
                foreach (var other in findings.Select(static finding => finding.Other).OfType<WorkspacePlace>())
                {
                    if (!leading.TryGetValue(other.Path, out var files)) leading[other.Path] = files = new(StringComparer.Ordinal);
                    files.Add(file);
                }
            }
            return leading;
        });

        public IEnumerable<string> Paths => ByPath.Keys.Union(_leadingTo.Value.Keys, StringComparer.Ordinal);

        public bool Involves(string path) => ByPath.ContainsKey(path) || _leadingTo.Value.ContainsKey(path);

        public bool IsOf(NewsroomTools tools, ImmutableArray<ArticleSummary> articles) => Tools == tools && !Articles.IsDefault && Articles.SequenceEqual(articles);

        public OfNewsroom Moved(string path, TextShift shift)
        {
            var (byPath, isWhole) = (ByPath, true);
            foreach (string file in _leadingTo.Value.GetValueOrDefault(path, []).Append(path).Distinct(StringComparer.Ordinal))
            {
                if (!ByPath.TryGetValue(file, out var findings)) continue;
                ImmutableArray<WorkspaceFinding> moved = [.. findings
                    .Select(finding => file == path ? finding.Moved(path, shift) : finding.MovedOther(path, shift)).OfType<WorkspaceFinding>()];
                isWhole &= moved.Length == findings.Length;
                if (moved.IsEmpty) byPath = byPath.Remove(file);
                else if (!moved.AsSpan().SequenceEqual(findings.AsSpan(), ReferenceEqualityComparer.Instance)) byPath = byPath.SetItem(file, moved);
            }
            return isWhole && byPath == ByPath ? this : this with { ByPath = byPath, Articles = isWhole ? Articles : default };
        }
    }

    /// <summary>The findings in a file; the same array as long as neither they nor what they lead to have moved.</summary>
    public ImmutableArray<WorkspaceFinding> In(string path)
    {
        foreach (var newsroom in _byRoot.Values)
        {
            if (newsroom.ByPath.TryGetValue(path, out var found)) return found;
        }
        return [];
    }

    /// <summary>True where both have the same findings at the same places of a file, wherever they lead.</summary>
    public bool SayTheSame(string path, WorkspaceFindings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, theirs) = (In(path), other.In(path));
        return mine == theirs || (mine.Length == theirs.Length && mine.Zip(theirs).All(static pair => pair.First.Found == pair.Second.Found && pair.First.Span == pair.Second.Span));
    }

    /// <summary>The files that something was found in, and those that it leads to.</summary>
    internal IEnumerable<string> Paths => _byRoot.Values.SelectMany(static newsroom => newsroom.Paths).Distinct(StringComparer.Ordinal);

    /// <summary>For a change of a file's text.</summary>
    /// <param name="shiftOf">Asked for the file where something was found in it, or leads there.</param>
    internal WorkspaceFindings Moved(string path, Func<string, TextShift> shiftOf)
    {
        if (!_byRoot.Values.Any(newsroom => newsroom.Involves(path)) || shiftOf(path) is var shift && shift == TextShift.None) return this;
        var byRoot = _byRoot;
        foreach (var (root, newsroom) in _byRoot)
        {
            if (newsroom.Moved(path, shift) is var moved && !ReferenceEquals(moved, newsroom)) byRoot = byRoot.SetItem(root, moved);
        }
        return byRoot == _byRoot ? this : new WorkspaceFindings(byRoot, News);
    }

    /// <summary>Runs the rules over each newsroom of which an article changed, or a rule, since they ran last: a while. All articles must have been read.</summary>
    /// <returns>Those of the snapshot where nothing changed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static WorkspaceFindings Find(IdeSnapshot snapshot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var before = snapshot.WorkspaceFindings;
        var byRoot = ImmutableDictionary.CreateBuilder<string, OfNewsroom>(StringComparer.Ordinal);
        bool isNews = false, isOld = true;
        foreach (var group in snapshot.Summaries(cancellation).GroupBy(static one => one.Tools))
        {
            cancellation.ThrowIfCancellationRequested();
            string root = group.Key.Newsroom.Root;
            ImmutableArray<ArticleSummary> articles = [.. group.Select(static one => one.Article).OrderBy(static article => article.Path, StringComparer.Ordinal)];
            var known = before._byRoot.GetValueOrDefault(root);
            if (known?.IsOf(group.Key, articles) == true)
            {
                byRoot[root] = known;
                continue;
            }
            var found = Run(group.Key, articles, cancellation);
            bool isSame = known is not null && AreSame(known.ByPath, found);
            byRoot[root] = new OfNewsroom(group.Key, articles, isSame ? known!.ByPath : found);
            isOld = false;
            isNews |= !isSame && (known is not null || !found.IsEmpty);
        }
        foreach (var (root, gone) in before._byRoot)
        {
            if (byRoot.ContainsKey(root)) continue;
            isOld = false;
            isNews |= !gone.ByPath.IsEmpty;
        }
        return isOld ? before : new WorkspaceFindings(byRoot.ToImmutable(), isNews ? before.News + 1 : before.News);
    }

    private static ImmutableDictionary<string, ImmutableArray<WorkspaceFinding>> Run(NewsroomTools tools, ImmutableArray<ArticleSummary> articles, CancellationToken cancellation)
    {
        var newsroom = tools.Newsroom;
        return tools.Rules.RunOnWorkspace(newsroom.Registry, articles, newsroom.ConfigurationPath, cancellation)
            .GroupBy(static found => found.Location.GetLineSpan().Path, StringComparer.Ordinal)
            // A rule in C# that broke is told of at its file, which hears of it by another way.
            .Where(file => !newsroom.CodeRulePaths.Contains(file.Key))
            .ToImmutableDictionary(static file => file.Key, static file => file.Select(WorkspaceFinding.Of).ToImmutableArray(), StringComparer.Ordinal);
    }

    private static bool AreSame(ImmutableDictionary<string, ImmutableArray<WorkspaceFinding>> known, ImmutableDictionary<string, ImmutableArray<WorkspaceFinding>> found) =>
        known.Count == found.Count && found.All(file => known.TryGetValue(file.Key, out var before) && before.Length == file.Value.Length && before.Zip(file.Value).All(AreSame));

    private static bool AreSame((WorkspaceFinding One, WorkspaceFinding Other) pair) =>
        pair.One.Span == pair.Other.Span && pair.One.Other == pair.Other.Other && pair.One.Found.Id == pair.Other.Found.Id && pair.One.Found.Severity == pair.Other.Found.Severity
        && pair.One.Found.GetMessage(CultureInfo.InvariantCulture) == pair.Other.Found.GetMessage(CultureInfo.InvariantCulture);
}
