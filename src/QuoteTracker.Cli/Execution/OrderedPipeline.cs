namespace QuoteTracker.Cli.Execution;

/// <summary>Works on several items at once and hands the results on in the order of the items, holding a bounded number of them.</summary>
public static class OrderedPipeline
{
    /// <summary>Finished results wait for an earlier, longer one: so many for each job keep the others busy meanwhile.</summary>
    private const int HeldForEachJob = 4;

    /// <summary>
    /// Each job takes an item, does all of it and hands on what is next in order: nobody hands work to anybody, for waking another thread costs as much as a short
    /// article.
    /// </summary>
    /// <param name="source">Read no further ahead than there is room for.</param>
    /// <param name="map">Runs on up to <paramref name="jobs"/> threads at once.</param>
    /// <param name="consume">Runs for one result at a time, in the order of <paramref name="source"/>.</param>
    /// <param name="jobs">At least 1.</param>
    /// <exception cref="Exception">Whatever <paramref name="source"/>, <paramref name="map"/> or <paramref name="consume"/> throws ends the run, after the results before it.</exception>
    public static async Task RunAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> source, Func<TIn, TOut> map, Action<TOut> consume, int jobs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(consume);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var token = stop.Token;
        var (room, reading) = (new SemaphoreSlim(jobs * HeldForEachJob), new SemaphoreSlim(1));
        var results = new OrderedResults<TOut>(jobs * HeldForEachJob, result =>
        {
            // Nobody waits any more, and whoever called this may be writing something else by now.
            token.ThrowIfCancellationRequested();
            consume(result);
            room.Release();
        });
        var items = source.GetAsyncEnumerator(token);
        var isOver = false;
        long taken = 0;

        async Task WorkAsync()
        {
            while (true)
            {
                await room.WaitAsync(token).ConfigureAwait(false);
                await reading.WaitAsync(token).ConfigureAwait(false);
                long number = taken;
                TIn item;
                try
                {
                    isOver = isOver || !await items.MoveNextAsync().ConfigureAwait(false);
                    if (isOver) break;
                    item = items.Current;
                    taken++;
                }
                catch (Exception fault)
                {
                    isOver = true;
                    results.Fail(number, fault);
                    break;
                }
                finally
                {
                    reading.Release();
                }
                results.Add(number, item, map);
            }
            room.Release();
        }

        var broken = new TaskCompletionSource();
        var workers = new Task[jobs];
        for (var k = 0; k < jobs; k++)
        {
            workers[k] = Task.Run(async () =>
            {
                try
                {
                    await WorkAsync().ConfigureAwait(false);
                }
                catch (Exception fault)
                {
                    // Not waiting for the others: one of them may be reading what does not come.
                    broken.TrySetException(fault);
                    if (!token.IsCancellationRequested) await stop.CancelAsync().ConfigureAwait(false);
                }
            }, CancellationToken.None);
        }
        try
        {
            await (await Task.WhenAny(broken.Task, Task.WhenAll(workers)).WaitAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            // Whoever waits here may hear of a cancellation before the workers do, and there is no telling them once their token's source is gone.
            await stop.CancelAsync().ConfigureAwait(false);
        }
        await items.DisposeAsync().ConfigureAwait(false);
    }
}
