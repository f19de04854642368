using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>
/// Reads the text of documents and of their changes. An editor's buffer may hold half a surrogate pair, which JSON can write (<c>"\ud83d"</c>) and the
/// JSON reader refuses; a change refused would put every later column out, so here it is read as it stands.
/// </summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A text must be a string.");
        var raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        // Only an escape can name half a pair; all else the reader does faster.
        if (raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0) return reader.GetString()!;
        return Unescape(raw);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <param name="raw">The inside of a JSON string, already known to be well formed.</param>
    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            int escape = raw.IndexOf((byte)'\\');
            var plain = escape < 0 ? raw : raw[..escape];
            text.Append(Encoding.UTF8.GetString(plain));
            if (escape < 0) break;
            raw = raw[(escape + 1)..];
            int used = 1;
            switch (raw[0])
            {
                case (byte)'b': text.Append('\b'); break;
                case (byte)'f': text.Append('\f'); break;
                case (byte)'n': text.Append('\n'); break;
                case (byte)'r': text.Append('\r'); break;
                case (byte)'t': text.Append('\t'); break;
                case (byte)'u':
                    text.Append((char)ushort.Parse(raw.Slice(1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    used = 5;
                    break;
                default: text.Append((char)raw[0]); break;
            }
            raw = raw[used..];
        }
        return text.ToString();
    }
}
