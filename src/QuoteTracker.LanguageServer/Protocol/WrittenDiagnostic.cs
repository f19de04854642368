using System.Text.Json;
using System.Text.Json.Serialization;
using QuoteTracker.LanguageServer.JsonRpc;

namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>A finding with its JSON, which is made once: after a key almost all findings are sent again as they were.</summary>
[JsonConverter(typeof(WrittenDiagnosticConverter))]
public sealed class WrittenDiagnostic(Diagnostic item)
{
    private readonly Lazy<byte[]> _json = new(() => OutgoingMessage.Part(item, ProtocolJson.Default.Diagnostic));

    public Diagnostic Item { get; } = item;

    public ReadOnlySpan<byte> Json => _json.Value;
}

/// <summary>Only the server writes them.</summary>
public sealed class WrittenDiagnosticConverter : JsonConverter<WrittenDiagnostic>
{
    public override WrittenDiagnostic? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, WrittenDiagnostic value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}
