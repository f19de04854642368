using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Formats;

/// <summary>SARIF 2.1.0 (OASIS), as GitHub, Azure DevOps and editors read it: one run, its rules first, the results as they come.</summary>
/// <param name="rules">All that may be reported; their order gives each result its <c>ruleIndex</c>.</param>
/// <param name="pageOf">The rule's page in Markdown, null where it has none.</param>
/// <param name="version">Of the tool.</param>
public sealed class SarifFormat(ImmutableArray<DiagnosticDescriptor> rules, Func<DiagnosticDescriptor, string?> pageOf, string version) : ReportFormat
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private readonly ImmutableDictionary<string, int> _ruleIndex =
        rules.Select((rule, index) => KeyValuePair.Create(rule.Id, index)).ToImmutableDictionary(StringComparer.Ordinal);

    public override ReadOnlySpan<byte> Separator => ",\n"u8;

    public override bool UsesFingerprints => true;

    public override void WriteHeader(IBufferWriter<byte> output)
    {
        output.Write("{\"$schema\":\""u8);
        Encoding.UTF8.GetBytes(Schema, output);
        output.Write("\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":"u8);
        using (var json = new Utf8JsonWriter(output, FindingJson.Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("driver"u8);
            json.WriteString("name"u8, "QuoteTracker"u8);
            json.WriteString("semanticVersion"u8, version);
            json.WriteStartArray("rules"u8);
            foreach (var rule in rules) WriteRule(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        // Roslyn ends a line at these, so the line numbers below count them.
        output.Write(",\"columnKind\":\"utf16CodeUnits\",\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\",\"\\u0085\",\"\\u2028\",\"\\u2029\"],\"results\":[\n"u8);
    }

    public override void Write(FileReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Findings.IsEmpty) return;
        using var json = new Utf8JsonWriter(output, FindingJson.Options);
        foreach (var finding in report.Findings)
        {
            if (!ReferenceEquals(finding, report.Findings[0])) output.Write(Separator);
            WriteResult(json, report, finding);
            json.Flush();
            json.Reset();
        }
    }

    public override void WriteFooter(RunTotals totals, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(totals);
        output.Write("\n],\"invocations\":[{\"executionSuccessful\":"u8);
        output.Write(totals.HasFailed ? "false"u8 : "true"u8);
        output.Write("}]}]}\n"u8);
    }

    private void WriteRule(Utf8JsonWriter json, DiagnosticDescriptor rule)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, rule.Id);
        json.WriteString("name"u8, rule.Name);
        WriteMessage(json, "shortDescription"u8, rule.Name.Replace('-', ' '));
        if (pageOf(rule) is { } page)
        {
            json.WriteStartObject("help"u8);
            json.WriteString("text"u8, page);
            json.WriteString("markdown"u8, page);
            json.WriteEndObject();
        }
        if (Uri.TryCreate(rule.HelpLinkUri, UriKind.Absolute, out var help)) json.WriteString("helpUri"u8, help.AbsoluteUri);
        json.WriteStartObject("defaultConfiguration"u8);
        json.WriteBoolean("enabled"u8, rule.IsEnabledByDefault);
        json.WriteString("level"u8, Level(rule.DefaultSeverity));
        json.WriteEndObject();
        json.WriteStartObject("properties"u8);
        json.WriteStartArray("tags"u8);
        json.WriteStringValue(rule.Category.ToLowerInvariant());
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResult(Utf8JsonWriter json, FileReport report, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId"u8, finding.Id);
        // House rules come with the newsroom and are not in the tool's own list.
        if (_ruleIndex.TryGetValue(finding.Id, out var index)) json.WriteNumber("ruleIndex"u8, index);
        json.WriteString("level"u8, Level(finding.Severity));
        WriteMessage(json, "message"u8, finding.Message);
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        WriteArtifact(json, report.Path);
        if (report.Text is { } text && finding.Span.End <= text.Length) WriteRegion(json, "region"u8, text, finding.Span, withSnippet: true);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints"u8);
        json.WriteString("quotetracker/v1"u8, finding.Fingerprint);
        json.WriteEndObject();
        if (report.Text is not null) WriteFixes(json, report, finding);
        json.WriteEndObject();
    }

    private static void WriteFixes(Utf8JsonWriter json, FileReport report, Finding finding)
    {
        var fixes = finding.Fixes.Where(fix => !fix.Changes.IsEmpty).ToList();
        if (fixes.Count == 0) return;
        json.WriteStartArray("fixes"u8);
        foreach (var fix in fixes)
        {
            json.WriteStartObject();
            WriteMessage(json, "description"u8, fix.Title);
            json.WriteStartArray("artifactChanges"u8);
            json.WriteStartObject();
            WriteArtifact(json, report.Path);
            json.WriteStartArray("replacements"u8);
            foreach (var change in fix.Changes)
            {
                json.WriteStartObject();
                WriteRegion(json, "deletedRegion"u8, report.Text!, change.Span, withSnippet: false);
                WriteMessage(json, "insertedContent"u8, change.NewText ?? "");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, ReadOnlySpan<byte> name, SourceText text, TextSpan span, bool withSnippet)
    {
        var lines = text.Lines.GetLinePositionSpan(span);
        json.WriteStartObject(name);
        json.WriteNumber("startLine"u8, lines.Start.Line + 1);
        json.WriteNumber("startColumn"u8, lines.Start.Character + 1);
        json.WriteNumber("endLine"u8, lines.End.Line + 1);
        json.WriteNumber("endColumn"u8, lines.End.Character + 1);
        json.WriteNumber("charOffset"u8, span.Start);
        json.WriteNumber("charLength"u8, span.Length);
        if (withSnippet) WriteMessage(json, "snippet"u8, text.ToString(span));
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : RelativeUri(path));
        if (!Path.IsPathRooted(path)) json.WriteString("uriBaseId"u8, "%SRCROOT%"u8);
        json.WriteEndObject();
    }

    private static string RelativeUri(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static void WriteMessage(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
