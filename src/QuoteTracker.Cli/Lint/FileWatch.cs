using System.Threading.Channels;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;

namespace QuoteTracker.Cli.Lint;

/// <summary>Runs again whenever something changes under the paths.</summary>
public sealed class FileWatch : IDisposable
{
    /// <summary>An editor saves in several steps, and several files at once.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(150);

    private static readonly string[] Read = [".txt", ".md", ".markdown", ".yaml", ".yml", ".jsonl", ".cs"];

    private readonly IReadOnlyList<string> _paths;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <param name="paths">Files and folders; those that are not there are not waited for.</param>
    public FileWatch(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _paths = paths;
        foreach (var path in paths)
        {
            var isFolder = Directory.Exists(path);
            var folder = isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path));
            if (!Directory.Exists(folder)) continue;
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = isFolder };
            watcher.Changed += Note;
            watcher.Created += Note;
            watcher.Deleted += Note;
            watcher.Renamed += Note;
            // Too many changes to tell them apart: then something has changed, and that is enough.
            watcher.Error += (_, _) => _changes.Writer.TryWrite(folder);
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
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

    private void Note(object sender, FileSystemEventArgs change)
    {
        var extension = Path.GetExtension(change.FullPath);
        if (!Path.GetFileName(change.FullPath).StartsWith('.') && Read.Contains(extension, StringComparer.OrdinalIgnoreCase)) _changes.Writer.TryWrite(change.FullPath);
    }
}
