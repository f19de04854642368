using System.Text.Json;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.JsonRpc;

/// <summary>One message of the client, its params not yet read.</summary>
public abstract record IncomingMessage
{
    /// <summary>Reads the envelope. Never throws: what is no message comes back as a <see cref="BrokenMessage"/>.</summary>
    /// <param name="body">The content part of one message, UTF-8.</param>
    public static IncomingMessage Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Envelope.Read(body).ToMessage();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not Unicode.
            return new BrokenMessage(null, ErrorCode.ParseError, "The message is not JSON.");
        }
    }

    private record struct Envelope(
        bool IsObject, bool IsVersion2, bool HasId, IntegerOrString? Id, string? Method, ReadOnlyMemory<byte> Params, ReadOnlyMemory<byte> Result, ResponseError? Error)
    {
        public static Envelope Read(ReadOnlyMemory<byte> body)
        {
            var envelope = new Envelope();
            var reader = new Utf8JsonReader(body.Span);
            reader.Read();
            envelope.IsObject = reader.TokenType == JsonTokenType.StartObject;
            if (!envelope.IsObject)
            {
                reader.Skip();
            }
            else
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) envelope.ReadProperty(ref reader, body);
            }
            // Throws where anything but blanks follows.
            reader.Read();
            return envelope;
        }

        private void ReadProperty(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
        {
            if (reader.ValueTextEquals("jsonrpc"u8))
            {
                reader.Read();
                IsVersion2 = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                HasId = true;
                Id = IntegerOrString.TryRead(ref reader, out var id) ? id : default(IntegerOrString?);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("method"u8))
            {
                reader.Read();
                Method = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("params"u8)) Params = Slice(ref reader, body);
            else if (reader.ValueTextEquals("result"u8)) Result = Slice(ref reader, body);
            else if (reader.ValueTextEquals("error"u8)) Error = ResponseError.Read(Slice(ref reader, body));
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        private static ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
        {
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            return body[start..(int)reader.BytesConsumed];
        }

        public readonly IncomingMessage ToMessage()
        {
            if (!IsObject) return Invalid("A message is one JSON object; batches are no part of the protocol.");
            if (!IsVersion2) return Invalid("The message does not say \"jsonrpc\": \"2.0\".");
            if (Method is not null)
            {
                if (!HasId) return new IncomingNotification(Method, Params);
                return Id is { } id ? new IncomingRequest(id, Method, Params) : Invalid("The id of a request is an integer or a string.");
            }
            if (Error is not null || !Result.IsEmpty) return new IncomingResponse(Id, Result, Error);
            return Invalid("The message has no method, no result and no error.");
        }

        private readonly BrokenMessage Invalid(string what) => new(Id, ErrorCode.InvalidRequest, what);
    }
}

/// <param name="Params">JSON; empty where the message has none.</param>
public sealed record IncomingRequest(IntegerOrString Id, string Method, ReadOnlyMemory<byte> Params) : IncomingMessage;

/// <param name="Params">JSON; empty where the message has none.</param>
public sealed record IncomingNotification(string Method, ReadOnlyMemory<byte> Params) : IncomingMessage;

/// <param name="Id">Null where the client could not read our request's.</param>
/// <param name="Result">JSON; empty where there is an error.</param>
public sealed record IncomingResponse(IntegerOrString? Id, ReadOnlyMemory<byte> Result, ResponseError? Error) : IncomingMessage;

/// <param name="Id">As far as it could be read.</param>
public sealed record BrokenMessage(IntegerOrString? Id, ErrorCode Code, string What) : IncomingMessage;

/// <summary>The client's answer to a request that it could not serve.</summary>
public sealed record ResponseError(int Code, string Message)
{
    internal static ResponseError? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) return root.ValueKind == JsonValueKind.Null ? null : new ResponseError(0, "");
        int code = root.TryGetProperty("code", out var c) && c.ValueKind == JsonValueKind.Number && c.TryGetInt32(out int number) ? number : 0;
        string message = root.TryGetProperty("message", out var m) && m.ValueKind == JsonValueKind.String ? m.GetString()! : "";
        return new ResponseError(code, message);
    }
}
