using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.JsonRpc;

/// <summary>Writes messages: each comes back whole, with its header.</summary>
public static class OutgoingMessage
{
    // Quotation marks are what this server talks about; the strict encoder writes each as six bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_body;

    /// <param name="result">Null is written as <c>"result": null</c>.</param>
    public static byte[] Response<T>(IntegerOrString id, T? result, JsonTypeInfo<T> type) => Write(writer =>
    {
        WriteId(writer, id);
        writer.WritePropertyName("result"u8);
        WriteValue(writer, result, type);
    });

    /// <param name="id">Null where the id of the request could not be read.</param>
    public static byte[] Error(IntegerOrString? id, ErrorCode code, string message) => Write(writer =>
    {
        WriteId(writer, id);
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, (int)code);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
    });

    /// <param name="parameters">Null leaves the params out.</param>
    public static byte[] Request<T>(IntegerOrString id, string method, T? parameters, JsonTypeInfo<T> type) => Write(writer =>
    {
        WriteId(writer, id);
        WriteCall(writer, method, parameters, type);
    });

    public static byte[] Notification<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        Write(writer => WriteCall(writer, method, parameters, type));

    /// <summary><c>$/progress</c>: of work done, or a part of an answer.</summary>
    public static byte[] Progress<T>(IntegerOrString token, T value, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteString("method"u8, "$/progress"u8);
        writer.WriteStartObject("params"u8);
        writer.WritePropertyName("token"u8);
        token.WriteTo(writer);
        writer.WritePropertyName("value"u8);
        JsonSerializer.Serialize(writer, value, type);
        writer.WriteEndObject();
    });

    /// <summary>A value as it stands in a message.</summary>
    public static byte[] Part<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(bytes, Options)) JsonSerializer.Serialize(writer, value, type);
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteCall<T>(Utf8JsonWriter writer, string method, T? parameters, JsonTypeInfo<T> type)
    {
        writer.WriteString("method"u8, method);
        if (parameters is null) return;
        writer.WritePropertyName("params"u8);
        JsonSerializer.Serialize(writer, parameters, type);
    }

    private static void WriteId(Utf8JsonWriter writer, IntegerOrString? id)
    {
        writer.WritePropertyName("id"u8);
        if (id is { } known) known.WriteTo(writer);
        else writer.WriteNullValue();
    }

    private static void WriteValue<T>(Utf8JsonWriter writer, T? value, JsonTypeInfo<T> type)
    {
        if (value is null) writer.WriteNullValue();
        else JsonSerializer.Serialize(writer, value, type);
    }

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var body = s_body ??= new ArrayBufferWriter<byte>(4096);
        body.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(body, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc"u8, "2.0"u8);
            content(writer);
            writer.WriteEndObject();
        }
        Span<byte> header = stackalloc byte[40];
        Encoding.ASCII.TryGetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\r\n\r\n"), header, out int length);
        byte[] frame = new byte[length + body.WrittenCount];
        header[..length].CopyTo(frame);
        body.WrittenSpan.CopyTo(frame.AsSpan(length));
        return frame;
    }
}
