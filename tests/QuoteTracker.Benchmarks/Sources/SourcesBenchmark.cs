using System.Diagnostics;
using QuoteTracker.Benchmarks.Server;
using QuoteTracker.Core.Checking;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Sources;

namespace QuoteTracker.Benchmarks.Sources;

/// <summary>
/// <c>sources TRANSCRIPTS [COUNT]</c>: indexes generated transcripts, opens the index again from what was kept, and looks for quotations. The exit code is 1 where a target
/// was missed.
/// </summary>
internal static class SourcesBenchmark
{
    private const int Quotations = 1000;

    public static int Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("quotetracker-sources-").FullName;
        try
        {
            return Measure(folder, args[0], args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Measure(string folder, string transcripts, int count)
    {
        var timings = new Timings(Console.Out);
        var generated = GeneratedSources.Write(folder, count, transcripts);
        var newsroom = new Newsroom { Root = folder };
        var cache = Path.Combine(folder, "kept.sources");
        Console.WriteLine($"{count} sources, {Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length) / 1e6:0} MB");

        var watch = Stopwatch.StartNew();
        SourceLibrary.Open(newsroom, cache);
        timings.PrintOne("index made anew, and kept", watch.Elapsed.TotalSeconds, "s", 6);
        watch.Restart();
        var library = SourceLibrary.Open(newsroom, cache);
        timings.PrintOne("index opened again", watch.Elapsed.TotalSeconds, "s", 0.7);

        timings.PrintHead();
        var random = new Random(7);
        Look("words as they were said", sample => sample);
        Look("one word exchanged", sample => string.Join(' ', sample.Split(' ').Select((word, i) => i == 3 ? "lantern" : word)));
        Look("two quotations joined", sample => sample + " " + generated.Samples[random.Next(generated.Samples.Count)]);
        Look("never said", sample => string.Join(' ', sample.Split(' ').OrderBy(word => word.Length)));

        var changed = Path.Combine(folder, "sources", "00", "00001.txt");
        File.AppendAllText(changed, "\n\nVAUGHN: The lighthouse keeper has a new kettle.\n");
        watch.Restart();
        library = library.With(changed);
        timings.PrintOne("one source changed", watch.Elapsed.TotalMilliseconds, "ms", 50);
        var found = library.Matcher.Check(Quotation.Of("The lighthouse keeper has a new kettle"), library.CandidatesFor(Quotation.Of("The lighthouse keeper has a new kettle")));
        if (found.Best.Verdict != Verdict.Exact) throw new InvalidOperationException("The changed source was not found.");

        GC.Collect();
        timings.PrintOne("managed memory", GC.GetTotalMemory(forceFullCollection: true) / 1e6, "MB", 400);
        timings.PrintOne("most memory of the process", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB", 400);
        return timings.IsAnyMissed ? 1 : 0;

        void Look(string name, Func<string, string> change)
        {
            var times = new List<double>(Quotations);
            for (int i = 0; i < Quotations; i++)
            {
                var quotation = Quotation.Of(change(generated.Samples[random.Next(generated.Samples.Count)]));
                long start = Stopwatch.GetTimestamp();
                library.Matcher.Check(quotation, library.CandidatesFor(quotation));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            timings.Print(name, times, target: 5);
        }
    }
}
