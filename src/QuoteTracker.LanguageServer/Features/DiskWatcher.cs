using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Watches the folders of the workspace for a client that cannot: a registry changed on disk changes what is shown of the open articles. The system tells
/// of changes, but not always: on a network's drive it does not, and it takes only so many watchers. So the newsrooms' own files are looked at besides.
/// </summary>
internal sealed class DiskWatcher(Server server) : IServerPart
{
    /// <summary>A registry that changed on disk is to be seen within a second.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>One save is several events.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<System.IO.FileSystemWatcher> _watchers = [];

    // By path: as the file was when it was last looked at.
    private readonly Dictionary<string, Stamp> _stamps = new(StringComparer.Ordinal);
    private bool _isWatching;

    /// <summary>What tells one state of a file on disk from another; the default is that of none.</summary>
    private readonly record struct Stamp(long Length, DateTime Written)
    {
        public static Stamp Of(string path) => new FileInfo(path) is { Exists: true } file ? new Stamp(file.Length, file.LastWriteTimeUtc) : default;
    }

    public void Started()
    {
        if (server.State.Client.Capabilities.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true) return;
        _isWatching = true;
        Watch(server.State);
        server.Ending.Register(Unwatch);
        server.Background("look at the newsrooms' files", async () =>
        {
            while (true)
            {
                Look(server.State);
                await Task.Delay(BetweenLooks, server.Ending).ConfigureAwait(false);
            }
        });
    }

    public void StateChanged(ServerState before, ServerState after)
    {
        if (_isWatching && before.Folders != after.Folders) Watch(after);
    }

    /// <summary>Notes which of the newsrooms' own files changed since the last look, or since <see cref="Note"/> told of them.</summary>
    private void Look(ServerState state)
    {
        foreach (var newsroom in state.Ide.Newsrooms)
        {
            Look(newsroom.ConfigurationPath, newsroom.ConfigurationDocument is not null);
            Look(newsroom.RegistryPath, newsroom.RegistryDocument is not null);
            Look(newsroom.LedgerPath, newsroom.Ledger.Document is not null);
        }
    }

    /// <param name="isKnown">The newsroom was read with this file. It may have come or gone before the first look.</param>
    private void Look(string path, bool isKnown)
    {
        var stamp = Stamp.Of(path);
        bool isNews;
        lock (_gate)
        {
            isNews = _stamps.TryGetValue(path, out var before) ? before != stamp : isKnown == (stamp == default);
            _stamps[path] = stamp;
        }
        if (isNews) Note(path);
    }

    private void Unwatch()
    {
        lock (_watchers)
        {
            foreach (var watcher in _watchers) watcher.Dispose();
            _watchers.Clear();
        }
    }

    private void Watch(ServerState state)
    {
        Unwatch();
        lock (_watchers)
        {
            if (!server.Ending.IsCancellationRequested) WatchRoots(state);
        }
    }

    private void WatchRoots(ServerState state)
    {
        foreach (string root in state.Ide.Roots)
        {
            try
            {
                _watchers.Add(Watcher(root));
            }
            catch (Exception e) when (e is IOException or ArgumentException)
            {
                server.Client.Log(MessageType.Warning, "A folder of the workspace cannot be watched: articles that change there on disk are seen when they are opened.", e.ToString());
            }
        }
    }

    private System.IO.FileSystemWatcher Watcher(string root)
    {
        var watcher = new System.IO.FileSystemWatcher(root) { IncludeSubdirectories = true };
        watcher.Created += (_, change) => Note(change.FullPath);
        watcher.Changed += (_, change) => Note(change.FullPath);
        watcher.Deleted += (_, change) => Note(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Note(change.OldFullPath);
            Note(change.FullPath);
        };
        watcher.Error += (_, fault) =>
        {
            server.Client.Log(MessageType.Warning, "The watcher of the workspace lost sight of changes on disk: all is read again.", fault.GetException().ToString());
            server.Post(static state => state with { Ide = state.Ide.ReadAgain() });
        };
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Note(string path)
    {
        lock (_gate)
        {
            bool isFirst = _changed.Count == 0;
            _changed.Add(path);
            if (!isFirst) return;
        }
        server.Background("watching of the disk", async () =>
        {
            await Task.Delay(Settling, server.Ending).ConfigureAwait(false);
            List<string> paths;
            lock (_gate)
            {
                paths = [.. _changed];
                _changed.Clear();
                foreach (string path in paths.Where(_stamps.ContainsKey)) _stamps[path] = Stamp.Of(path);
            }
            server.Post(state => state with { Ide = state.Ide.WithDiskChanges(paths) });
        });
    }
}
