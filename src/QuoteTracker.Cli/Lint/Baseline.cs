using System.Buffers;
using System.Text.Json;
using QuoteTracker.Cli.Formats;

namespace QuoteTracker.Cli.Lint;

/// <summary>Findings that were there before and are left for later. Kept by fingerprint, so that it holds when lines move.</summary>
public sealed class Baseline
{
    private const int Version = 1;

    private readonly HashSet<string> _fingerprints;

    private Baseline(IEnumerable<string> fingerprints) => _fingerprints = new(fingerprints, StringComparer.Ordinal);

    public static Baseline Empty { get; } = new([]);

    /// <exception cref="JsonException">It is no baseline; the message says why.</exception>
    public static Baseline Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("version"u8, out var version) || !version.TryGetInt32(out var number)
            || !document.RootElement.TryGetProperty("findings"u8, out var findings) || findings.ValueKind != JsonValueKind.Array)
            throw new JsonException("it is not a baseline: write one with --write-baseline");
        if (number != Version) throw new JsonException($"it has version {number}, and this tool knows version {Version}: write it anew with --write-baseline");
        return new Baseline(findings.EnumerateArray()
            .Select(finding => finding.ValueKind == JsonValueKind.Object && finding.TryGetProperty("fingerprint"u8, out var value) ? value.GetString() : null)
            .OfType<string>());
    }

    /// <summary>The report without the findings that the baseline has; these need their fingerprints.</summary>
    public FileReport Filter(FileReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report with { Findings = report.Findings.RemoveAll(finding => _fingerprints.Contains(finding.Fingerprint)) };
    }
}

/// <summary>Collects findings into a new baseline: one line each, by file and place, so that it differs little from the last one.</summary>
public sealed class BaselineWriter
{
    private readonly ArrayBufferWriter<byte> _json = new();
    private int _count;

    public BaselineWriter() => _json.Write("{\"version\":1,\"findings\":["u8);

    public void Add(FileReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var finding in report.Findings)
        {
            _json.Write(_count++ == 0 ? "\n"u8 : ",\n"u8);
            using var writer = new Utf8JsonWriter(_json, FindingJson.Options);
            writer.WriteStartObject();
            writer.WriteString("file"u8, report.Key);
            writer.WriteString("rule"u8, finding.Name);
            writer.WriteString("fingerprint"u8, finding.Fingerprint);
            writer.WriteEndObject();
        }
    }

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        _json.Write("\n]}\n"u8);
        return _json.WrittenMemory;
    }
}
