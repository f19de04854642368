using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.FileSystemGlobbing;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Workspace.Sources;

/// <summary>Finds the files that a newsroom's configuration calls sources.</summary>
internal static class SourceDiscovery
{
    /// <summary>Documents that hold words which nobody can find there.</summary>
    private static readonly (string Extension, string What)[] NotRead =
        [(".pdf", "a PDF document"), (".docx", "a Word document"), (".doc", "an old Word or office document"), (".rtf", "a rich text (RTF) document"), (".odt", "an office document")];

    /// <returns>In the order of their relative paths. A look at the folders that the patterns begin with is all it costs where there are none.</returns>
    public static (ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics) Find(Newsroom newsroom)
    {
        var folders = newsroom.Configuration.Sources.Select(pattern => FolderOf(newsroom.Root, pattern)).Distinct(StringComparer.Ordinal).Where(Directory.Exists).ToList();
        return folders.Count == 0 ? ([], []) : FindIn(newsroom, folders);
    }

    // Apart, so that the library for patterns is not loaded where there is nothing to match.
    private static (ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics) FindIn(Newsroom newsroom, List<string> folders)
    {
        var walk = new FolderWalk(new NewsroomFinder([]));
        var diagnostics = new List<Diagnostic>();
        foreach (var folder in folders)
        {
            if (RealPath.LeavesRoot(folder, newsroom.Root) is { } fault) diagnostics.Add(fault);
            else walk.Walk(folder, newsroom);
        }
        diagnostics.AddRange(walk.Diagnostics);
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(newsroom.Configuration.Sources);
        var byPath = walk.Files.Where(file => ReferenceEquals(file.Newsroom, newsroom)).ToDictionary(file => newsroom.RelativePath(file.Path), file => file.Path, StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<SourceFile>(byPath.Count);
        foreach (var match in matcher.Match(newsroom.Root, byPath.Keys).Files)
        {
            var path = byPath[match.Path];
            if (SourceReader.CanRead(path))
            {
                var info = new FileInfo(path);
                if (info.Exists) files.Add(new SourceFile(path, match.Path, info.Length, info.LastWriteTimeUtc.Ticks));
            }
            else if (Array.Find(NotRead, kind => path.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase)).What is { } what)
                diagnostics.Add(FileFault.At(path, ToolFaults.NotText, what));
        }
        files.Sort((one, other) => string.CompareOrdinal(one.RelativePath, other.RelativePath));
        return (files.ToImmutable(), [.. diagnostics.OrderBy(fault => fault.Location.GetLineSpan().Path, StringComparer.Ordinal)]);
    }

    /// <summary>True for a file that a pattern of the configuration calls a source.</summary>
    public static bool IsSource(Newsroom newsroom, string path)
    {
        if (!SourceReader.CanRead(path)) return false;
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(newsroom.Configuration.Sources);
        return matcher.Match(newsroom.Root, newsroom.RelativePath(path)).HasMatches;
    }

    /// <summary>The folders before the first star of a pattern.</summary>
    private static string FolderOf(string root, string pattern)
    {
        pattern = pattern.Replace('\\', '/');
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        int slash = pattern.LastIndexOf('/', star < 0 ? pattern.Length - 1 : star);
        return slash < 0 ? root : Path.GetFullPath(pattern[..slash], root);
    }
}
