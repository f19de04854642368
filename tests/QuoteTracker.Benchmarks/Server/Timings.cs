using System.Globalization;

namespace QuoteTracker.Benchmarks.Server;

/// <summary>Of times in milliseconds.</summary>
internal readonly record struct Percentiles(double P50, double P95, double P99);

/// <summary>Prints how long things took, beside how long they may take.</summary>
internal sealed class Timings(TextWriter output)
{
    /// <summary>True where something took longer than it may.</summary>
    public bool IsAnyMissed { get; private set; }

    public void PrintHead() => output.WriteLine($"{"",-58}{"n",6}{"p50",9}{"p95",9}{"p99",9}{"max",9}   target");

    /// <param name="milliseconds">At least one.</param>
    /// <param name="target">For the 95th percentile; null for none.</param>
    public Percentiles Print(string name, List<double> milliseconds, double? target = null)
    {
        milliseconds.Sort();
        var of = new Percentiles(Percentile(milliseconds, 50), Percentile(milliseconds, 95), Percentile(milliseconds, 99));
        bool isMissed = of.P95 > target;
        IsAnyMissed |= isMissed;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-58}{milliseconds.Count,6}{of.P50,9:0.00}{of.P95,9:0.00}{of.P99,9:0.00}{milliseconds[^1],9:0.0}   {Verdict(target, isMissed)}"));
        return of;
    }

    /// <summary>How many times the other's time the one's is, at each percentile.</summary>
    /// <param name="target">For the 50th and the 95th percentile.</param>
    public void PrintRatio(string name, Percentiles one, Percentiles other, double target)
    {
        double p50 = one.P50 / other.P50, p95 = one.P95 / other.P95;
        bool isMissed = p50 > target || p95 > target;
        IsAnyMissed |= isMissed;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-58}{"times",6}{p50,9:0.00}{p95,9:0.00}{one.P99 / other.P99,9:0.00}{"",9}   {Verdict(target, isMissed)}"));
    }

    /// <param name="target">Null for none.</param>
    public void PrintOne(string name, double value, string unit, double? target = null)
    {
        bool isMissed = value > target;
        IsAnyMissed |= isMissed;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-58}{value,15:0.0} {unit,-26}   {Verdict(target, isMissed)}"));
    }

    private static string Verdict(double? target, bool isMissed) =>
        target is { } most ? string.Create(CultureInfo.InvariantCulture, $"< {most:0.#} {(isMissed ? "MISSED" : "met")}") : "";

    private static double Percentile(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, (sorted.Count * percent) / 100)];
}
