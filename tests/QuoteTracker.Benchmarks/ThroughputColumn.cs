using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace QuoteTracker.Benchmarks;

/// <summary>Megabytes of UTF-8 a second; one operation of every benchmark goes through all of the text.</summary>
/// <param name="bytes">The bytes of all of the text.</param>
public sealed class ThroughputColumn(long bytes) : IColumn
{
    public string Id => nameof(ThroughputColumn);

    public string ColumnName => "MB/s";

    public string Legend => string.Create(CultureInfo.InvariantCulture, $"Megabytes (10^6) of UTF-8 text a second, one thread; the text has {bytes / 1e6:0.00} MB");

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (summary[benchmarkCase]?.ResultStatistics?.Mean is not { } nanoseconds) return "-";
        return (bytes * 1000 / nanoseconds).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
