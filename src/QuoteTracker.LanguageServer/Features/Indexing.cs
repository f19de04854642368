using System.Globalization;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Index;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Reads the articles of the workspace in the background: all of them at the start and whenever a configuration or a registry changes, else those that
/// change on disk. Whatever somebody waits for goes first.
/// </summary>
internal sealed class Indexing(Server server) : IServerPart
{
    /// <summary>Beyond this the rest is left out, and the user told.</summary>
    private const int MostArticles = 50_000;

    private const int BatchSize = 400;

    /// <summary>Fewer are read before anybody could look at the progress.</summary>
    private const int LeastShown = 50;

    /// <summary>Someone types in the registry: all is read again once that is over.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _readingAll;
    private bool _isWorking;
    private bool _isAllWanted;
    private bool _isMoreWanted;

    public void Started() => Want(all: true, wait: false);

    public void StateChanged(ServerState before, ServerState after)
    {
        if (!before.Ide.HasNewsroomsOf(after.Ide)) Want(all: true, wait: true);
        else if (before.Ide.Index.News != after.Ide.Index.News) Want(all: false, wait: false);
    }

    private void Want(bool all, bool wait)
    {
        lock (_gate)
        {
            _isMoreWanted = true;
            if (all)
            {
                _isAllWanted = true;
                _readingAll?.Cancel();
            }
            if (_isWorking) return;
            _isWorking = true;
        }
        server.Background("reading of the workspace", () => WorkAsync(wait));
    }

    private async Task WorkAsync(bool wait)
    {
        while (Next() is { } next)
        {
            using var cancellation = next.Cancellation;
            try
            {
                if (wait) await Task.Delay(Settling, cancellation.Token).ConfigureAwait(false);
                await ReadAsync(next.IsAll, cancellation.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!server.Ending.IsCancellationRequested)
            {
                // By a change, after which all is read again, or by the user, who has what was read so far.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // What changes next is read all the same.
                server.Client.Log(MessageType.Error, $"The workspace could not be read ({e.GetType().Name}).", e.ToString());
            }
            finally
            {
                lock (_gate) _readingAll = null;
            }
            wait = true;
        }
    }

    private (bool IsAll, CancellationTokenSource Cancellation)? Next()
    {
        lock (_gate)
        {
            _isWorking = _isMoreWanted;
            if (!_isMoreWanted) return null;
            bool isAll = _isAllWanted;
            (_isMoreWanted, _isAllWanted) = (false, false);
            var cancellation = CancellationTokenSource.CreateLinkedTokenSource(server.Ending);
            if (isAll) _readingAll = cancellation;
            return (isAll, cancellation);
        }
    }

    private async Task ReadAsync(bool isAll, CancellationToken cancellation)
    {
        var ide = server.State.Ide;
        string[] paths = [.. isAll ? ide.FindArticles() : ide.Index.Stale];
        // One that came and went before anybody read it is only among the stale.
        string[] gone = isAll ? [.. ide.Index.Articles.Select(static article => article.Path).Concat(ide.Index.Stale).Except(paths, StringComparer.Ordinal)] : [];
        bool isCut = paths.Length > MostArticles;
        if (isCut)
        {
            server.Client.Log(
                MessageType.Warning,
                $"The workspace has {paths.Length} articles; the first {MostArticles} are looked through for references, and rules that look at all articles do not run.");
            paths = paths[..MostArticles];
        }
        if (gone.Length > 0) Install(ide, [], gone);
        if (paths.Length < LeastShown) Read(ide, paths, null, cancellation);
        else
        {
            var capabilities = server.State.Client.Capabilities;
            using var progress = await WorkDoneProgress.BeginAsync(server.Client, capabilities, "Reading articles", null, cancellation).ConfigureAwait(false);
            Read(ide, paths, progress, progress.Cancellation);
        }
        if (isAll && !isCut) server.Post(state => state with { Ide = state.Ide.WithAllRead(ide) });
    }

    private void Read(IdeSnapshot ide, string[] paths, WorkDoneProgress? progress, CancellationToken cancellation)
    {
        for (int done = 0; done < paths.Length;)
        {
            var batch = paths[done..Math.Min(paths.Length, done + BatchSize)];
            var read = new IndexedArticle?[batch.Length];
            Parallel.For(0, batch.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, k =>
            {
                server.Priority.StandAside();
                read[k] = Read(ide, batch[k]);
            });
            Install(ide, [.. read.OfType<IndexedArticle>()], [.. batch.Where((_, k) => read[k] is null)]);
            done += batch.Length;
            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{done} of {paths.Length}"), (int)(100L * done / paths.Length));
        }
    }

    /// <summary>An article that breaks costs only itself.</summary>
    private IndexedArticle? Read(IdeSnapshot ide, string path)
    {
        try
        {
            return ide.ReadForIndex(path);
        }
        catch (Exception e)
        {
            server.Client.Log(MessageType.Warning, $"An article could not be indexed ({e.GetType().Name}).", path + Environment.NewLine + e);
            return IndexedArticle.Unread(path, []);
        }
    }

    private void Install(IdeSnapshot ide, IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<string> gone) =>
        server.Post(state => state with { Ide = state.Ide.WithIndexed(articles, gone, ide.Index.News) });
}
