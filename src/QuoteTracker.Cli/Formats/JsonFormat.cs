using System.Buffers;
using System.Text.Json;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Formats;

/// <summary><c>json</c>: one array; <c>jsonl</c>: one object a line. The same objects in both, one a line.</summary>
public sealed class JsonFormat(bool asLines) : ReportFormat
{
    public override ReadOnlySpan<byte> Separator => asLines ? "\n"u8 : ",\n"u8;

    public override bool UsesFingerprints => true;

    public override void WriteHeader(IBufferWriter<byte> output)
    {
        if (!asLines) output.Write("[\n"u8);
    }

    public override void Write(FileReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Findings.IsEmpty) return;
        using var writer = new Utf8JsonWriter(output, FindingJson.Options);
        foreach (var finding in report.Findings)
        {
            if (!ReferenceEquals(finding, report.Findings[0])) output.Write(Separator);
            FindingJson.Write(writer, report, finding);
            writer.Flush();
            writer.Reset();
        }
    }

    public override void WriteFooter(RunTotals totals, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(totals);
        if (totals.Findings > 0) output.Write("\n"u8);
        if (!asLines) output.Write("]\n"u8);
    }
}
