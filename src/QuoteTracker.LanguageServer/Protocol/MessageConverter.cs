using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>
/// A diagnostic's message. Ours are plain strings; with a code action request a client may send back those of other servers too, and since 3.18 these may be
/// markup.
/// </summary>
internal sealed class MessageConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.StartObject
        ? JsonSerializer.Deserialize(ref reader, ProtocolJson.Default.MarkupContent)!.Value
        : reader.GetString() ?? throw new JsonException("A message must be a string.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
