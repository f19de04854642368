using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Cli.Extract;

/// <summary>The JSON line of one article. Its shape is a contract that other programs read: offsets are UTF-16 code units, end exclusive.</summary>
public static class ExtractJson
{
    public static JsonWriterOptions Options { get; } = new()
    {
        // Names stay legible; control characters are escaped even so.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <param name="file">The article's path; null where it came by value.</param>
    /// <param name="checks">By the attribution's id; empty where there is nothing to check against.</param>
    public static void Write(Utf8JsonWriter writer, ArticleId id, string? file, ArticleModel model, ImmutableDictionary<string, QuotationCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(checks);
        writer.WriteStartObject();
        if (id.IsNumber)
        {
            writer.WritePropertyName("id"u8);
            writer.WriteRawValue(id.Text, skipInputValidation: true);
        }
        else
        {
            writer.WriteString("id"u8, id.Text);
        }
        if (file is not null) writer.WriteString("file"u8, file);
        writer.WriteStartArray("attributions"u8);
        foreach (var attribution in model.Attributions) WriteAttribution(writer, attribution, checks.GetValueOrDefault(attribution.Id));
        writer.WriteEndArray();
        writer.WriteStartArray("marks"u8);
        foreach (var region in model.Regions) WriteRegion(writer, region);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAttribution(Utf8JsonWriter writer, Attribution attribution, QuotationCheck? check)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, attribution.Id);
        writer.WriteString("kind"u8, attribution.Kind switch
        {
            AttributionKind.Direct => "direct"u8,
            AttributionKind.Mixed => "mixed"u8,
            _ => "indirect"u8,
        });
        writer.WriteStartArray("content"u8);
        foreach (var part in attribution.Content) WriteSpan(writer, part);
        writer.WriteEndArray();
        WriteSpan(writer, "cue"u8, attribution.Cue);
        WriteSpan(writer, "source"u8, attribution.Source);
        WriteSpeaker(writer, attribution.Speaker);
        writer.WriteBoolean("anonymous"u8, attribution.IsAnonymous);
        writer.WriteNumber("confidence"u8, Math.Round(attribution.Confidence, 3));
        writer.WriteString("evidence"u8, attribution.Evidence.Sieve);
        WriteCheck(writer, check);
        writer.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter writer, QuotationCheck? check)
    {
        if (check is null)
        {
            writer.WriteNull("check"u8);
            return;
        }
        writer.WriteStartObject("check"u8);
        writer.WriteString("verdict"u8, check.Verdict.Name());
        writer.WriteString("path"u8, check.Passage?.Path);
        WriteSpan(writer, "span"u8, check.Passage?.Span);
        writer.WriteString("locator"u8, check.Passage?.Locator);
        writer.WriteString("speaker"u8, check.Passage?.Speaker?.Id);
        writer.WriteEndObject();
    }

    private static void WriteSpeaker(Utf8JsonWriter writer, Entity? speaker)
    {
        if (speaker is null)
        {
            writer.WriteNull("speaker"u8);
            return;
        }
        writer.WriteStartObject("speaker"u8);
        writer.WriteString("id"u8, speaker.Entry?.Id);
        writer.WriteString("name"u8, speaker.Name);
        writer.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter writer, QuotationRegion region)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("parts"u8);
        foreach (var part in region.Parts) WriteSpan(writer, part.Span);
        writer.WriteEndArray();
        writer.WriteString("role"u8, region.Role == RegionRole.Term ? "term"u8 : "quotation"u8);
        writer.WriteString("attribution"u8, region.Attribution?.Id);
        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, ReadOnlySpan<byte> property, TextSpan? span)
    {
        if (span is not { } s)
        {
            writer.WriteNull(property);
            return;
        }
        writer.WritePropertyName(property);
        WriteSpan(writer, s);
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(span.Start);
        writer.WriteNumberValue(span.End);
        writer.WriteEndArray();
    }
}
