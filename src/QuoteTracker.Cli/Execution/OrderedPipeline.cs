using System.Threading.Channels;

namespace QuoteTracker.Cli.Execution;

/// <summary>Works on several items at once and hands the results on in the order of the items, holding a bounded number of them.</summary>
public static class OrderedPipeline
{
    /// <param name="source">Read no further ahead than there is room for.</param>
    /// <param name="map">Runs on up to <paramref name="jobs"/> threads at once.</param>
    /// <param name="consume">Runs for one result at a time, in the order of <paramref name="source"/>.</param>
    /// <param name="jobs">At least 1.</param>
    /// <exception cref="Exception">Whatever <paramref name="source"/>, <paramref name="map"/> or <paramref name="consume"/> throws ends the run.</exception>
    public static async Task RunAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> source, Func<TIn, TOut> map, Action<TOut> consume, int jobs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(consume);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Finished results wait for an earlier, longer one: twice the workers keeps these busy meanwhile.
        var results = Channel.CreateBounded<Task<TOut>>(new BoundedChannelOptions(jobs * 2) { SingleReader = true, SingleWriter = true });
        var reading = StartAsync(source, map, jobs, results.Writer, stop.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                consume(await result.ConfigureAwait(false));
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
        await reading.ConfigureAwait(false);
    }

    private static async Task StartAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> source, Func<TIn, TOut> map, int jobs, ChannelWriter<Task<TOut>> results, CancellationToken stop)
    {
        var room = new SemaphoreSlim(jobs);
        TOut MapAndLeave(TIn item)
        {
            try
            {
                return map(item);
            }
            finally
            {
                room.Release();
            }
        }

        Exception? fault = null;
        try
        {
            await foreach (var item in source.WithCancellation(stop).ConfigureAwait(false))
            {
                await room.WaitAsync(stop).ConfigureAwait(false);
                await results.WriteAsync(Task.Run(() => MapAndLeave(item), CancellationToken.None), stop).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            fault = exception; // Thrown to the consumer, after the results before it.
        }
        results.Complete(fault);
    }
}
