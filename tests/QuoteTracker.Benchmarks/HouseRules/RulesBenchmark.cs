using System.Diagnostics;
using System.Globalization;

namespace QuoteTracker.Benchmarks.HouseRules;

/// <summary>
/// <c>rules EXECUTABLE [TIMES]</c>: lints 2,000 generated articles without rules of the newsroom's own, with a hundred in the configuration, a hundred in C#, and
/// fifty of each, in turn. The exit code is 1 where a hundred rules cost as much as everything else, or more.
/// </summary>
internal static class RulesBenchmark
{
    private const int Articles = 2000;

    private const double MostTimes = 2;

    private static readonly (string Name, int Declarative, int Code)[] Newsrooms =
        [("no rules of its own", 0, 0), ("100 in the configuration", 100, 0), ("100 in C#", 0, 100), ("50 and 50", 50, 50)];

    public static int Run(string[] args)
    {
        int times = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("quotetracker-rules-").FullName;
        try
        {
            foreach (var newsroom in Newsrooms)
                RuleNewsrooms.Write(Directory.CreateDirectory(Path.Combine(folder, newsroom.Name)).FullName, Articles, newsroom.Declarative, newsroom.Code);
            // The first round compiles the rules.
            foreach (var newsroom in Newsrooms) Lint(args[0], Path.Combine(folder, newsroom.Name));
            var seconds = Newsrooms.Select(static _ => new List<double>()).ToArray();
            for (int round = 0; round < times; round++)
            {
                for (int k = 0; k < Newsrooms.Length; k++) seconds[k].Add(Lint(args[0], Path.Combine(folder, Newsrooms[k].Name)));
            }
            return Print(seconds) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Print(List<double>[] seconds)
    {
        bool isMet = true;
        foreach (var list in seconds) list.Sort();
        for (int k = 0; k < seconds.Length; k++)
        {
            double median = seconds[k][seconds[k].Count / 2], ratio = median / seconds[0][seconds[0].Count / 2];
            isMet &= ratio < MostTimes;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Newsrooms[k].Name,-30}median {median,6:0.00} s   least {seconds[k][0],6:0.00} s   times {ratio:0.00}, by the least {seconds[k][0] / seconds[0][0]:0.00}"));
        }
        return isMet;
    }

    private static double Lint(string executable, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(executable, ["lint", "--statistics", "--allow-code-rules", folder]) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{executable} did not start.");
        var findings = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (findings.Contains("QT09", StringComparison.Ordinal)) throw new InvalidOperationException($"The rules of {folder} did not run:\n{findings}");
        return watch.Elapsed.TotalSeconds;
    }
}
