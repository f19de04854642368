using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Workspace.Discovery;

/// <summary>Finds the articles among files and folders.</summary>
public static class ArticleDiscovery
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <param name="paths">Files, folders and <see cref="StandardInput"/>. A file named here is read even if no pattern matches it.</param>
    /// <param name="standardInputName">Names what comes from standard input, and says which newsroom it belongs to; null for the working folder's.</param>
    public static FoundArticles Find(IEnumerable<string> paths, NewsroomFinder finder, string? standardInputName = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(finder);
        var search = new Search(finder);
        foreach (var path in paths)
        {
            if (path == StandardInput) search.AddStandardInput(standardInputName);
            else search.Add(path);
        }
        return search.Result();
    }

    private sealed class Search(NewsroomFinder finder)
    {
        private readonly ImmutableArray<ArticleFile>.Builder _files = ImmutableArray.CreateBuilder<ArticleFile>();
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly List<Newsroom> _newsrooms = [];
        private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

        public FoundArticles Result() => new(_files.ToImmutable(), [.. _newsrooms], _diagnostics.ToImmutable());

        public void AddStandardInput(string? name)
        {
            var path = name is null ? StandardInput : Path.GetFullPath(name);
            var newsroom = finder.For(name is null ? Environment.CurrentDirectory : path);
            Add(new ArticleFile(path, newsroom) { IsStandardInput = true });
        }

        public void Add(string given)
        {
            string path;
            try
            {
                path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
            }
            catch (ArgumentException)
            {
                // Findings need a place: of a path without a name that is the working folder.
                _diagnostics.Add(given.Length == 0 ? FileFault.At(".", ToolFaults.MissingPath, "with an empty name") : FileFault.At(given, ToolFaults.MissingPath, given));
                return;
            }
            if (Directory.Exists(path)) AddFolder(path);
            else if (File.Exists(path)) AddNamedFile(path);
            else _diagnostics.Add(Nowhere(path, given));
        }

        private static Diagnostic Nowhere(string path, string given) =>
            new FileInfo(path).LinkTarget is not null && RealPath.Of(path) is null
                ? FileFault.At(path, ToolFaults.LinkLoop, "itself")
                : FileFault.At(path, ToolFaults.MissingPath, given);

        private void AddNamedFile(string path)
        {
            var newsroom = finder.For(path);
            if (RealPath.LeavesRoot(path, newsroom.Root) is { } fault) _diagnostics.Add(fault);
            else if (path == newsroom.ConfigurationPath || path == newsroom.RegistryPath || path == newsroom.LedgerPath) Add(newsroom);
            else Add(new ArticleFile(path, newsroom));
        }

        private void AddFolder(string folder)
        {
            var newsroom = finder.For(folder);
            Add(newsroom);
            if (RealPath.LeavesRoot(folder, newsroom.Root) is { } fault)
            {
                _diagnostics.Add(fault);
                return;
            }
            var walk = new FolderWalk(finder);
            walk.Walk(folder, newsroom);
            _diagnostics.AddRange(walk.Diagnostics.OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal));
            var found = walk.Files.GroupBy(file => file.Newsroom, ReferenceEqualityComparer.Instance).SelectMany(Articles).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
            foreach (var file in found) Add(file);
            if (found.Count == 0) _diagnostics.Add(FileFault.At(folder, ToolFaults.NoArticles));
        }

        private void Add(ArticleFile file)
        {
            Add(file.Newsroom);
            if (_seen.Add(file.Path)) _files.Add(file);
        }

        private void Add(Newsroom newsroom)
        {
            if (!_newsrooms.Exists(known => ReferenceEquals(known, newsroom))) _newsrooms.Add(newsroom);
        }

        private static IEnumerable<ArticleFile> Articles(IGrouping<object?, ArticleFile> candidates)
        {
            var newsroom = candidates.First().Newsroom;
            var byRelativePath = candidates.ToDictionary(file => newsroom.RelativePath(file.Path), StringComparer.Ordinal);
            return new ArticlePatterns(newsroom).Among(byRelativePath.Keys).Select(path => byRelativePath[path]);
        }
    }
}
