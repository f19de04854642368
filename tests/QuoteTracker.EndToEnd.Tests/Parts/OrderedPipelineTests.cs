using QuoteTracker.Cli.Execution;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.Parts;

public sealed class OrderedPipelineTests
{
    private static IAsyncEnumerable<int> Numbers(int count) => Enumerable.Range(0, count).ToAsyncEnumerable();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Results_come_in_order_however_long_each_takes(int jobs)
    {
        var results = new List<int>();
        await OrderedPipeline.RunAsync(
            Numbers(200),
            number =>
            {
                if (number % 7 == 0) Thread.Sleep(3);
                return number;
            },
            results.Add,
            jobs,
            CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 200), results);
    }

    [Fact]
    public async Task No_more_are_worked_on_than_there_are_jobs()
    {
        int now = 0, most = 0;
        await OrderedPipeline.RunAsync(
            Numbers(50),
            number =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref now));
                Thread.Sleep(1);
                Interlocked.Decrement(ref now);
                return number;
            },
            _ => { },
            jobs: 3,
            CancellationToken.None);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_fault_ends_the_run_after_the_results_before_it()
    {
        var results = new List<int>();
        await Assert.ThrowsAsync<InvalidDataException>(() => OrderedPipeline.RunAsync(
            Numbers(100), number => number == 5 ? throw new InvalidDataException() : number, results.Add, jobs: 4, CancellationToken.None));
        Assert.Equal([0, 1, 2, 3, 4], results);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_run_after_what_it_gave()
    {
        static async IAsyncEnumerable<int> ThreeAndAFault()
        {
            for (int number = 0; number < 3; number++) yield return number;
            await Task.Yield();
            throw new InvalidDataException();
        }

        var results = new List<int>();
        await Assert.ThrowsAsync<InvalidDataException>(() => OrderedPipeline.RunAsync(
            ThreeAndAFault(),
            number =>
            {
                Thread.Sleep(5);
                return number;
            },
            results.Add,
            jobs: 2,
            CancellationToken.None));
        Assert.Equal([0, 1, 2], results);
    }

    [Fact]
    public async Task Nobody_waits_for_a_source_that_gives_nothing_more_when_the_reader_is_gone()
    {
        var run = OrderedPipeline.RunAsync(OneAndThenNothing(), number => number, _ => throw new IOException(), jobs: 2, CancellationToken.None);
        await Assert.ThrowsAsync<IOException>(() => run.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Nobody_waits_for_a_source_that_gives_nothing_more_when_the_run_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var run = OrderedPipeline.RunAsync(OneAndThenNothing(), number => number, _ => cancellation.Cancel(), jobs: 2, cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task What_is_made_when_the_run_is_cancelled_is_not_handed_on()
    {
        using var cancellation = new CancellationTokenSource();
        var isMade = new TaskCompletionSource();
        var results = new List<int>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OrderedPipeline.RunAsync(
            Enumerable.Range(0, 10).ToAsyncEnumerable(),
            number =>
            {
                if (number < 2) return number;
                cancellation.Cancel();
                isMade.SetResult();
                return number;
            },
            results.Add,
            jobs: 1,
            cancellation.Token));
        await isMade.Task;
        await Task.Delay(100);
        Assert.Equal([0, 1], results);
    }

    /// <summary>As standard input of somebody who is still typing: it looks at no cancellation.</summary>
    private static async IAsyncEnumerable<int> OneAndThenNothing()
    {
        yield return 0;
        await new TaskCompletionSource().Task;
    }

    [Fact]
    public async Task The_source_is_read_no_further_ahead_than_there_is_room_for()
    {
        int given = 0, done = 0, furthest = 0;
        async IAsyncEnumerable<int> Counted()
        {
            for (int number = 0; number < 200; number++)
            {
                InterlockedMax(ref furthest, Interlocked.Increment(ref given) - Volatile.Read(ref done));
                yield return number;
            }
            await Task.CompletedTask;
        }

        await OrderedPipeline.RunAsync(
            Counted(),
            number =>
            {
                if (number == 0) Thread.Sleep(50);
                return number;
            },
            _ => Interlocked.Increment(ref done),
            jobs: 2,
            CancellationToken.None);
        Assert.Equal(200, done);
        Assert.InRange(furthest, 1, 9);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
            // Another thread was faster: look again.
        }
    }
}
