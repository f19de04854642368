using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Formats;

/// <summary>One finding as JSON: offsets in UTF-16 code units, end exclusive; lines and columns from 1, columns in UTF-16 code units.</summary>
public static class FindingJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(Utf8JsonWriter writer, FileReport report, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(finding);
        writer.WriteStartObject();
        writer.WriteString("file"u8, report.Path);
        writer.WriteString("id"u8, finding.Id);
        writer.WriteString("rule"u8, finding.Name);
        writer.WriteString("severity"u8, finding.SeverityWord);
        writer.WriteString("message"u8, finding.Message);
        WriteSpan(writer, finding.Span);
        WritePosition(writer, "start"u8, finding.Lines.Start);
        WritePosition(writer, "end"u8, finding.Lines.End);
        writer.WriteString("fingerprint"u8, finding.Fingerprint);
        writer.WriteStartArray("fixes"u8);
        foreach (var fix in finding.Fixes)
        {
            writer.WriteStartObject();
            writer.WriteString("title"u8, fix.Title);
            writer.WriteBoolean("safe"u8, fix.IsSafe);
            writer.WriteStartArray("changes"u8);
            foreach (var change in fix.Changes)
            {
                writer.WriteStartObject();
                WriteSpan(writer, change.Span);
                writer.WriteString("text"u8, change.NewText);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartArray("span"u8);
        writer.WriteNumberValue(span.Start);
        writer.WriteNumberValue(span.End);
        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, ReadOnlySpan<byte> name, LinePosition position)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("line"u8, position.Line + 1);
        writer.WriteNumber("column"u8, position.Character + 1);
        writer.WriteEndObject();
    }
}
