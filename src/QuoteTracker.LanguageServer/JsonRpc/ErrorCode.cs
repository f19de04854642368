namespace QuoteTracker.LanguageServer.JsonRpc;

/// <summary>The codes of JSON-RPC (ErrorCodes) and of the protocol (LSPErrorCodes).</summary>
public enum ErrorCode
{
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ServerNotInitialized = -32002,
    RequestFailed = -32803,
    ServerCancelled = -32802,
    ContentModified = -32801,
    RequestCancelled = -32800,
}

/// <summary>Thrown by a handler to answer its request with an error; the message goes to the client as it is.</summary>
public sealed class RequestException(ErrorCode code, string message) : Exception(message)
{
    public ErrorCode Code { get; } = code;
}
