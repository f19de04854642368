using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuoteTracker.Core.Checking;

namespace QuoteTracker.Core.Claims;

/// <summary>Writes an entry as its line: the members of the format in their order, the history where there is one, then what this version does not know.</summary>
public static class ClaimWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>UTF-8, without a line break.</returns>
    public static byte[] Line(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, claim.Id);
            json.WriteString("article"u8, claim.Article);
            json.WriteStartObject("anchor"u8);
            json.WriteString("prefix"u8, claim.Anchor.Prefix);
            json.WriteString("exact"u8, claim.Anchor.Exact);
            json.WriteString("suffix"u8, claim.Anchor.Suffix);
            if (claim.Anchor.Hash is { } hash) json.WriteString("hash"u8, hash);
            WriteOthers(json, output, claim.Anchor.OtherMembers);
            json.WriteEndObject();
            json.WriteString("speaker"u8, claim.Speaker);
            json.WriteString("kind"u8, claim.Kind?.Name());
            WriteCheck(json, output, claim.Check);
            if (!claim.History.IsEmpty) WriteHistory(json, output, claim);
            WriteOthers(json, output, claim.OtherMembers);
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Words as a value of the line, its marks included.</summary>
    internal static string Text(string words) => $"\"{JsonEncodedText.Encode(words, Options.Encoder)}\"";

    private static void WriteCheck(Utf8JsonWriter json, IBufferWriter<byte> output, ClaimCheck check)
    {
        json.WriteString("status"u8, check.Status.Name());
        if (check.Source is { } source)
        {
            json.WriteStartObject("source"u8);
            if (source.Path is not null) json.WriteString("path"u8, source.Path);
            if (source.Url is not null) json.WriteString("url"u8, source.Url);
            json.WriteString("locator"u8, source.Locator);
            json.WriteString("hash"u8, source.Hash);
            WriteOthers(json, output, source.OtherMembers);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("source"u8);
        }
        json.WriteString("verdict"u8, check.Verdict?.Name());
        json.WriteString("checkedBy"u8, check.CheckedBy);
        json.WriteString("checkedOn"u8, check.CheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("note"u8, check.Note);
    }

    private static void WriteHistory(Utf8JsonWriter json, IBufferWriter<byte> output, Claim claim)
    {
        json.WriteStartArray("history"u8);
        foreach (var past in claim.History)
        {
            json.WriteStartObject();
            json.WriteString("exact"u8, past.Exact);
            WriteCheck(json, output, past.Check);
            WriteOthers(json, output, past.OtherMembers);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>As they were written, comma and all: a known member stands before them in every object.</summary>
    private static void WriteOthers(Utf8JsonWriter json, IBufferWriter<byte> output, string members)
    {
        if (members.Length == 0) return;
        json.Flush();
        Encoding.UTF8.GetBytes(members, output);
    }
}
