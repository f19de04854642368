using QuoteTracker.Ide.Checking;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Sources;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Reads the sources of the workspace's newsrooms in the background: all at the start and whenever a configuration or a registry changes, else those that
/// change on disk, each alone.
/// </summary>
internal sealed class SourceReading(Server server) : IServerPart
{
    /// <summary>Someone types in the registry, or many files change at once.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, CheckedSources?> _byRoot = new(StringComparer.Ordinal);
    private bool _isWorking;
    private bool _isMoreWanted;
    private bool _isAllWanted;

    public void Started() => Want(all: true, wait: false);

    public void StateChanged(ServerState before, ServerState after)
    {
        if (!before.Ide.HasNewsroomsOf(after.Ide)) Want(all: true, wait: true);
        else if (before.Ide.StaleSources.News != after.Ide.StaleSources.News) Want(all: false, wait: true);
        // A file of a newsroom that was not there before.
        else if (before.Ide.Files.Count() != after.Ide.Files.Count()) Want(all: false, wait: false);
    }

    private void Want(bool all, bool wait)
    {
        lock (_gate)
        {
            _isMoreWanted = true;
            _isAllWanted |= all;
            if (_isWorking) return;
            _isWorking = true;
        }
        server.Background("reading of the sources", () => WorkAsync(wait));
    }

    private async Task WorkAsync(bool wait)
    {
        while (Next() is { } isAll)
        {
            if (wait) await Task.Delay(Settling, server.Ending).ConfigureAwait(false);
            if (isAll) _byRoot.Clear();
            try
            {
                Read();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // What changes next is read all the same.
                server.Client.Log(MessageType.Error, $"The sources could not be read ({e.GetType().Name}).", e.ToString());
            }
            wait = true;
        }
    }

    private bool? Next()
    {
        lock (_gate)
        {
            _isWorking = _isMoreWanted;
            if (!_isMoreWanted) return null;
            bool isAll = _isAllWanted;
            (_isMoreWanted, _isAllWanted) = (false, false);
            return isAll;
        }
    }

    private void Read()
    {
        var ide = server.State.Ide;
        var stale = ide.StaleSources;
        var read = new Dictionary<string, CheckedSources?>(StringComparer.Ordinal);
        foreach (var newsroom in ide.Newsrooms)
        {
            if (!_byRoot.TryGetValue(newsroom.Root, out var known)) read[newsroom.Root] = Open(newsroom);
            else if (stale.Paths.Any() && Changed(newsroom, known, stale) is var changed && changed != known) read[newsroom.Root] = changed;
        }
        foreach (var (root, sources) in read) _byRoot[root] = sources;
        if (read.Count > 0 || stale.Paths.Any()) server.Post(state => state with { Ide = state.Ide.WithSources(read, stale.News) });
    }

    private CheckedSources? Open(Newsroom newsroom)
    {
        var library = SourceLibrary.Open(newsroom, cancellation: server.Ending);
        return library.IsEmpty ? null : new CheckedSources(newsroom, library);
    }

    /// <summary>The same where none of the changed files is a source of the newsroom.</summary>
    private CheckedSources? Changed(Newsroom newsroom, CheckedSources? known, StaleSources stale)
    {
        var library = known?.Library;
        foreach (string path in stale.Paths)
        {
            // A first source is one that was not there when there were none.
            if (library is null) return Open(newsroom);
            library = library.With(path);
        }
        return library == known?.Library ? known : library!.IsEmpty ? null : new CheckedSources(newsroom, library);
    }
}
