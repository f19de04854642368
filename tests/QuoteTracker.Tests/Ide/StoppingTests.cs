using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide;
using QuoteTracker.Tests.Incremental;
using QuoteTracker.Tests.Workspace;
using Xunit;

namespace QuoteTracker.Tests.Ide;

/// <summary>What measures milliseconds has the machine to itself.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

[Collection(Alone.Name)]
public sealed class StoppingTests
{
    /// <summary>The reading of an open article of some megabytes, cancelled at many moments: however far it is, it stops at once.</summary>
    [Fact]
    public void Reading_an_open_article_stops_within_ten_milliseconds()
    {
        using var folder = new TempFolder();
        var text = new StringBuilder();
        for (int seed = 0; text.Length < 1_000_000; seed++) text.Append(new RandomEdits(seed).Article()).Append("\n\n");
        var source = SourceText.From(text.ToString());
        var slow = new List<double>();
        for (int moment = 1; moment <= 8; moment++)
        {
            var file = IdeSnapshot.Empty.WithRoots([folder.Root]).WithText(folder["a.txt"], source).File(folder["a.txt"])!;
            double took = Enumerable.Range(0, 3).Min(_ => TimeToStop(file, TimeSpan.FromMilliseconds(moment * 40)));
            if (took > 10) slow.Add(took);
        }
        Assert.True(slow.Count == 0, $"took {string.Join(", ", slow)} ms");
    }

    private static double TimeToStop(OpenFile file, TimeSpan after)
    {
        using var cancellation = new CancellationTokenSource();
        var ended = new TaskCompletionSource<long>();
        var thread = new Thread(() =>
        {
            try
            {
                file.Read(cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                // What is tested is when.
            }
            ended.SetResult(Stopwatch.GetTimestamp());
        }) { IsBackground = true };
        thread.Start();
        Thread.Sleep(after);
        long cancelled = Stopwatch.GetTimestamp();
        cancellation.Cancel();
        return Stopwatch.GetElapsedTime(cancelled, ended.Task.Result).TotalMilliseconds;
    }
}
