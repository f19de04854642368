using System.Threading.Channels;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Workspace;

namespace QuoteTracker.Cli.Lint;

/// <summary>Runs again whenever something changes under the paths.</summary>
public sealed class FileWatch : IDisposable
{
    /// <summary>An editor saves in several steps, and several files at once.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(150);

    private static readonly string[] Articles = [".txt", ".md", ".markdown"];

    /// <summary>What a newsroom has beside its articles, sources included.</summary>
    private static readonly string[] NewsroomFiles = [".yaml", ".yml", ".jsonl", ".cs", ".vtt", ".srt", ".html", ".htm"];

    private readonly IReadOnlyList<string> _paths;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <param name="paths">Files and folders; those that are not there are not waited for.</param>
    public FileWatch(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _paths = paths;
        var newsrooms = new NewsroomFinder([]);
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            var isFolder = Directory.Exists(path);
            var folder = isFolder ? path : Path.GetDirectoryName(path);
            if (!Directory.Exists(folder)) continue;
            var root = newsrooms.For(path) is { ConfigurationDocument: not null } newsroom ? newsroom.Root : folder;
            if (isFolder) Watch(folder, withFolders: true, changed => Directory.Exists(changed) || Has(Articles, changed) || Has(NewsroomFiles, changed));
            else Watch(folder, withFolders: false, changed => changed == path);
            // The speakers and the sources may stand above what is linted, and beside it.
            if (!isFolder || root != folder) Watch(root, withFolders: true, changed => Has(NewsroomFiles, changed));
        }
    }

    private static bool Has(string[] extensions, string path) => extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <param name="counts">Whether a change of this path is one to lint again for.</param>
    private void Watch(string folder, bool withFolders, Func<string, bool> counts)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = withFolders };
        // A folder changes with each file in it, which tells more; it counts when it comes.
        watcher.Changed += (_, change) => Note(change, path => !Directory.Exists(path) && counts(path));
        watcher.Created += (_, change) => Note(change, counts);
        watcher.Deleted += (_, change) => Note(change, counts);
        watcher.Renamed += (_, change) => Note(change, counts);
        // Too many changes to tell them apart: then something has changed, and that is enough.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(folder);
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    /// <summary>Runs once, and again after each change, until it is cancelled.</summary>
    /// <returns>What the last run gave.</returns>
    public async Task<ExitCode> RunAsync(Func<IReadOnlyList<string>, Task<ExitCode>> run, TextWriter status, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(status);
        var exit = ExitCode.Clean;
        try
        {
            while (true)
            {
                exit = await run(_paths).ConfigureAwait(false);
                await status.WriteLineAsync("Waiting for changes; Ctrl+C ends.").ConfigureAwait(false);
                var changed = await _changes.Reader.ReadAsync(cancellation).ConfigureAwait(false);
                await Task.Delay(Settle, cancellation).ConfigureAwait(false);
                while (_changes.Reader.TryRead(out var _))
                {
                    // One run answers all of them.
                }
                await status.WriteLineAsync($"Changed: {VisibleText.Of(DisplayPath.Of(changed))}").ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return exit;
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private void Note(FileSystemEventArgs change, Func<string, bool> counts)
    {
        if (!Path.GetFileName(change.FullPath).StartsWith('.') && counts(change.FullPath)) _changes.Writer.TryWrite(change.FullPath);
    }
}
