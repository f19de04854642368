using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Formats;

/// <summary><c>--statistics</c>: how many findings each rule has, the most first.</summary>
public sealed class StatisticsFormat(bool asJson) : ReportFormat
{
    public override void Write(FileReport report, IBufferWriter<byte> output)
    {
        // Nothing before the end.
    }

    public override void WriteFooter(RunTotals totals, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var counts = totals.Rules
            .OrderByDescending(rule => rule.Count).ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .ToList();
        if (asJson) WriteJson(counts, output);
        else WriteText(counts, output);
    }

    private static void WriteText(List<RuleTotal> counts, IBufferWriter<byte> output)
    {
        var text = new StringBuilder();
        var digits = counts.Count == 0 ? 0 : counts[0].Count.ToString(CultureInfo.InvariantCulture).Length;
        foreach (var rule in counts)
        {
            text.Append(rule.Count.ToString(CultureInfo.InvariantCulture).PadLeft(digits)).Append(CultureInfo.InvariantCulture, $"  {rule.Id}  {rule.Name}");
            if (rule.Fixable > 0) text.Append(CultureInfo.InvariantCulture, $"  ({rule.Fixable} with --fix)");
            text.Append('\n');
        }
        if (counts.Count == 0) text.Append("No findings.\n");
        Write(text, output);
    }

    private static void WriteJson(List<RuleTotal> counts, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, FindingJson.Options))
        {
            json.WriteStartArray();
            foreach (var rule in counts)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, rule.Id);
                json.WriteString("rule"u8, rule.Name);
                json.WriteNumber("count"u8, rule.Count);
                json.WriteNumber("fixable"u8, rule.Fixable);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        output.Write("\n"u8);
    }
}
