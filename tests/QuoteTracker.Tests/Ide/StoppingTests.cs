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
    /// <summary>The reading of an open article of 50,000 words, cancelled at many moments: however far it is, it stops at once.</summary>
    [Fact]
    public void Reading_an_open_article_stops_within_ten_milliseconds()
    {
        using var folder = new TempFolder();
        // What runs the first times is still being compiled, which the shipped server is already.
        var warming = IdeSnapshot.Empty.WithRoots([folder.Root]);
        for (int seed = 0; seed < 400; seed++) warming.WithText(folder["a.txt"], SourceText.From(new RandomEdits(seed).Article())).File(folder["a.txt"])!.Read(default);
        Thread.Sleep(500);
        var text = new StringBuilder();
        for (int seed = 0; text.Length < 300_000; seed++) text.Append(new RandomEdits(seed).Article()).Append("\n\n");
        var source = SourceText.From(text.ToString());
        var took = new List<double>();
        for (int moment = 1; moment <= 6; moment++)
        {
            var file = IdeSnapshot.Empty.WithRoots([folder.Root]).WithText(folder["a.txt"], source).File(folder["a.txt"])!;
            took.Add(Enumerable.Range(0, 6).Min(_ => TimeToStop(file, TimeSpan.FromMilliseconds(moment * 15))));
        }
        // Where the machine is busy with something else, or collects garbage, one moment may be a longer one.
        Assert.True(took.Order().ElementAt(took.Count / 2) <= 10 && took.Max() <= 100, $"took {string.Join(", ", took)} ms");
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
