using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Watches the folders of the workspace for a client that cannot: a registry changed on disk changes what is shown of the open articles.</summary>
internal sealed class DiskWatcher(Server server) : IServerPart
{
    /// <summary>One save is several events.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<System.IO.FileSystemWatcher> _watchers = [];

    public void Started()
    {
        if (server.State.Client.Capabilities.Workspace?.DidChangeWatchedFiles?.DynamicRegistration != true) Watch(server.State);
    }

    public void StateChanged(ServerState before, ServerState after)
    {
        if (_watchers.Count > 0 && before.Folders != after.Folders) Watch(after);
    }

    private void Watch(ServerState state)
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _watchers.Clear();
        foreach (string root in state.Ide.Roots)
        {
            try
            {
                _watchers.Add(Watcher(root));
            }
            catch (Exception e) when (e is IOException or ArgumentException)
            {
                server.Client.Log(MessageType.Warning, "A folder of the workspace cannot be watched: what changes there on disk is seen when it is opened.", e.ToString());
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
        watcher.Error += (_, fault) => server.Client.Log(MessageType.Warning, "The watcher of the workspace lost sight of changes on disk.", fault.GetException().ToString());
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
            }
            server.Post(state => state with { Ide = state.Ide.WithDiskChanges(paths) });
        });
    }
}
