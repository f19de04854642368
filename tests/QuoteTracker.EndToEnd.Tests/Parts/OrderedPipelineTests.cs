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

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
            // Another thread was faster: look again.
        }
    }
}
