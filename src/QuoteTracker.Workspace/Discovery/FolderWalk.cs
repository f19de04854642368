using System.IO.Enumeration;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Workspace.Discovery;

/// <summary>Walks a folder and all below it. Every real file is found once, by its own path where that lies in the folder; a link is followed where it stays in the newsroom.</summary>
internal sealed class FolderWalk(NewsroomFinder finder)
{
    private readonly HashSet<string> _realFolders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _realFiles = new(StringComparer.Ordinal);
    private readonly Queue<Link> _links = new();

    public List<ArticleFile> Files { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    private static readonly EnumerationOptions
        WithLinks = new() { IgnoreInaccessible = false, AttributesToSkip = 0 },
        WithoutLinks = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };

    // A class: the framework has its enumeration compiled for classes, and for a struct of ours compiles it at each start.
    private sealed record Entry(string Name, bool IsFolder, bool IsLink);

    private readonly record struct Folder(string Path, string RealPath, Newsroom Newsroom);

    private readonly record struct Link(string Path, Folder Folder);

    /// <param name="newsroom">The newsroom of <paramref name="path"/>; a folder below may be a newsroom of its own.</param>
    public void Walk(string path, Newsroom newsroom)
    {
        if (RealPath.Of(path) is { } real) WalkTree(new Folder(path, real, newsroom));
        while (_links.TryDequeue(out var link)) Follow(link);
    }

    private void WalkTree(Folder top)
    {
        var pending = new Stack<Folder>();
        pending.Push(top);
        while (pending.TryPop(out var folder))
        {
            if (!_realFolders.Add(folder.RealPath)) continue;
            var entries = EntriesOf(folder.Path);
            var newsroom = entries.Exists(entry => !entry.IsFolder && entry.Name == Configuration.FileName) ? finder.For(folder.Path) : folder.Newsroom;
            foreach (var entry in entries)
            {
                var path = Path.Combine(folder.Path, entry.Name);
                var real = Path.Combine(folder.RealPath, entry.Name);
                if (entry.Name.StartsWith('.') || (entry.IsFolder && entry.Name is ("bin" or "obj" or "node_modules"))) continue;
                if (entry.IsLink) _links.Enqueue(new Link(path, folder with { Newsroom = newsroom }));
                else if (entry.IsFolder) pending.Push(new Folder(path, real, newsroom));
                else if (_realFiles.Add(real)) Files.Add(new ArticleFile(path, newsroom));
            }
        }
    }

    private List<Entry> EntriesOf(string folder)
    {
        try
        {
            // What a folder's own listing tells of an entry is whether it is a folder, and which are links only by leaving them out; any other question asks the disk for each.
            var entries = new FileSystemEnumerable<Entry>(folder, (ref FileSystemEntry entry) => new Entry(entry.FileName.ToString(), entry.IsDirectory, IsLink: false), WithoutLinks).ToList();
            var names = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.FileName.ToString(), WithLinks).ToList();
            if (names.Count != entries.Count)
            {
                var others = entries.Select(static entry => entry.Name).ToHashSet(StringComparer.Ordinal);
                entries.AddRange(names.Where(name => !others.Contains(name)).Select(name => new Entry(name, Directory.Exists(Path.Combine(folder, name)), IsLink: true)));
            }
            entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            return entries;
        }
        catch (UnauthorizedAccessException)
        {
            Diagnostics.Add(FileFault.At(folder, ToolFaults.UnreadableFile, "you have no permission to read it"));
        }
        catch (IOException e)
        {
            Diagnostics.Add(FileFault.At(folder, ToolFaults.UnreadableFile, e.Message));
        }
        return [];
    }

    private void Follow(Link link)
    {
        if (RealPath.LeavesRoot(link.Path, link.Folder.Newsroom.Root) is { } fault)
        {
            Diagnostics.Add(fault);
            return;
        }
        if (RealPath.Of(link.Path) is not { } real) return;
        if (Directory.Exists(real))
        {
            if (RealPath.IsWithin(link.Folder.RealPath, real)) Diagnostics.Add(FileFault.At(link.Path, ToolFaults.LinkLoop, real));
            else WalkTree(new Folder(link.Path, real, link.Folder.Newsroom));
        }
        else if (!File.Exists(real)) Diagnostics.Add(FileFault.At(link.Path, ToolFaults.MissingPath, real));
        else if (_realFiles.Add(real)) Files.Add(new ArticleFile(link.Path, link.Folder.Newsroom));
    }
}
