using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;
using QuoteTracker.LanguageServer.Transport;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>The other side of the wire: what the server tells and asks it. Thread-safe; nothing here blocks.</summary>
public sealed class Client
{
    private readonly FrameWriter _writer;
    private readonly TextWriter _log;
    private readonly ConcurrentDictionary<IntegerOrString, TaskCompletionSource<IncomingResponse>> _asked = new();
    private readonly ConcurrentDictionary<IntegerOrString, CancellationTokenSource> _progress = new();
    private long _lastId;
    private volatile bool _mayLog;

    /// <param name="log">Where the log goes besides the client: standard error.</param>
    internal Client(FrameWriter writer, TextWriter log)
    {
        _writer = writer;
        _log = TextWriter.Synchronized(log);
    }

    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => Post(OutgoingMessage.Notification(method, parameters, type));

    /// <summary>Asks the client. Never call it and wait on the queue of changes (a change handler cannot).</summary>
    /// <exception cref="RequestException">RequestFailed: the client answered with an error, or with what is no <typeparamref name="TResult"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the server ended; the client is told.</exception>
    public async Task<TResult?> RequestAsync<TParams, TResult>(
        string method, TParams? parameters, JsonTypeInfo<TParams> paramsType, JsonTypeInfo<TResult> resultType, CancellationToken cancellation)
    {
        var response = await AskAsync(method, parameters, paramsType, cancellation).ConfigureAwait(false);
        if (response.Error is { } error) throw new RequestException(ErrorCode.RequestFailed, $"The client refused {method}: {error.Message}");
        try
        {
            return JsonSerializer.Deserialize(response.Result.Span, resultType);
        }
        catch (JsonException)
        {
            throw new RequestException(ErrorCode.RequestFailed, $"The client's answer to {method} is not as the specification has it.");
        }
    }

    /// <summary>Asks the client for what has no result.</summary>
    /// <returns>False where the client answered with an error, which is logged.</returns>
    public async Task<bool> TryRequestAsync<TParams>(
        string method, TParams? parameters, JsonTypeInfo<TParams> paramsType, CancellationToken cancellation)
    {
        var response = await AskAsync(method, parameters, paramsType, cancellation).ConfigureAwait(false);
        if (response.Error is { } error) Log(MessageType.Warning, $"The client refused {method}: {error.Message}");
        return response.Error is null;
    }

    /// <param name="message">Goes to the user's log: no stack, no path of this machine's own.</param>
    /// <param name="detail">For standard error alone.</param>
    public void Log(MessageType type, string message, string? detail = null)
    {
        _log.WriteLine(detail is null ? message : message + Environment.NewLine + detail);
        if (_mayLog) Notify("window/logMessage", new LogMessageParams(type, message), ProtocolJson.Default.LogMessageParams);
    }

    internal void Post(byte[] message) => _writer.Post(message);

    /// <summary>Before <c>initialize</c> is answered a server sends nothing of its own.</summary>
    internal void MayLog() => _mayLog = true;

    /// <summary>The answer to a request of ours has come.</summary>
    internal void Answered(IncomingResponse response)
    {
        if (response.Id is { } id && _asked.TryRemove(id, out var asked)) asked.TrySetResult(response);
        else Log(MessageType.Warning, "The client answered a request that was not asked.");
    }

    internal void ProgressBegins(IntegerOrString token, CancellationTokenSource cancellation) => _progress[token] = cancellation;

    internal void ProgressEnds(IntegerOrString token) => _progress.TryRemove(token, out _);

    internal void CancelProgress(IntegerOrString token)
    {
        if (!_progress.TryRemove(token, out var cancellation)) return;
        try
        {
            _ = cancellation.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The work ended between the two lines above: nothing is left to cancel.
        }
    }

    /// <summary>No answer will come any more.</summary>
    internal void Close()
    {
        foreach (var asked in _asked.Values) asked.TrySetCanceled();
    }

    private async Task<IncomingResponse> AskAsync<TParams>(
        string method, TParams? parameters, JsonTypeInfo<TParams> paramsType, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        IntegerOrString id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<IncomingResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        Post(OutgoingMessage.Request(id, method, parameters, paramsType));
        await using var registration = cancellation.Register(() =>
        {
            // The client may still answer, which must not look like an answer to nothing: the request stays known.
            if (answer.TrySetCanceled(cancellation)) Notify("$/cancelRequest", new CancelParams(id), ProtocolJson.Default.CancelParams);
        }).ConfigureAwait(false);
        return await answer.Task.ConfigureAwait(false);
    }
}
