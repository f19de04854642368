using QuoteTracker.Ide;
using Xunit;

namespace QuoteTracker.Tests.Ide;

/// <summary>Work that several wait for: done once, stopped when nobody waits any more.</summary>
public sealed class SharedWorkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_is_done_once_for_all_who_ask()
    {
        int times = 0;
        var work = new SharedWork<int>(_ =>
        {
            Thread.Sleep(50);
            return Interlocked.Increment(ref times);
        });
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => work.Get()))), static result => Assert.Equal(1, result));
        Assert.True(work.IsDone);
    }

    [Fact]
    public async Task Who_leaves_leaves_the_work_to_the_others()
    {
        using var started = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var work = new SharedWork<bool>(stop =>
        {
            started.Set();
            goOn.Wait(Patience, CancellationToken.None);
            return stop.IsCancellationRequested;
        });
        using var first = new CancellationTokenSource();
        var doing = Task.Run(() => work.Get(first.Token));
        started.Wait(Patience);
        var waiting = Task.Run(() => work.Get());
        // It has joined once the first can leave without stopping the work.
        await Task.Delay(100);
        await first.CancelAsync();
        goOn.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => doing);
        Assert.False(await waiting.WaitAsync(Patience));
    }

    [Fact]
    public async Task When_the_last_has_left_it_stops_and_begins_again_with_the_next()
    {
        int times = 0;
        var work = new SharedWork<int>(stop =>
        {
            if (Interlocked.Increment(ref times) > 1) return times;
            stop.WaitHandle.WaitOne(Patience);
            stop.ThrowIfCancellationRequested();
            return -1;
        });
        using var first = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => work.Get(first.Token)));
        Assert.False(work.IsDone);
        Assert.Equal(2, work.Get());
    }

    [Fact]
    public void A_failure_is_for_who_meets_it_and_the_next_tries_again()
    {
        int times = 0;
        var work = new SharedWork<int>(_ => Interlocked.Increment(ref times) == 1 ? throw new InvalidOperationException() : times);
        Assert.Throws<InvalidOperationException>(() => work.Get());
        Assert.Equal(2, work.Get());
    }
}
