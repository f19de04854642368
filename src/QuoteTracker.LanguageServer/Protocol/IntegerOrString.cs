using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>The specification's <c>integer | string</c>: the id of a request, the token of a progress.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct IntegerOrString
{
    private readonly string? _text;
    private readonly long _number;

    public IntegerOrString(long number) => _number = number;

    public IntegerOrString(string text) => _text = text;

    public static implicit operator IntegerOrString(long number) => new(number);

    public static implicit operator IntegerOrString(string text) => new(text);

    public override string ToString() => _text ?? _number.ToString(CultureInfo.InvariantCulture);

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_text is not null) writer.WriteStringValue(_text);
        else writer.WriteNumberValue(_number);
    }

    /// <returns>False where the reader stands on neither an integer nor a string.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out IntegerOrString value)
    {
        value = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                value = new(reader.GetString()!);
                return true;
            case JsonTokenType.Number when reader.TryGetInt64(out long number):
                value = new(number);
                return true;
            default:
                return false;
        }
    }

    internal sealed class Converter : JsonConverter<IntegerOrString>
    {
        public override IntegerOrString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryRead(ref reader, out var value) ? value : throw new JsonException("Neither an integer nor a string.");

        public override void Write(Utf8JsonWriter writer, IntegerOrString value, JsonSerializerOptions options) => value.WriteTo(writer);
    }
}
