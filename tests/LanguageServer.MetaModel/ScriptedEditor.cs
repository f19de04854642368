using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace QuoteTracker.ProtocolTesting;

/// <summary>What the server answered: a result, or an error.</summary>
public sealed record Answer(JsonElement Result, int? ErrorCode, string? Message)
{
    /// <summary>The result of a request that must not fail.</summary>
    public JsonElement Ok() => ErrorCode is null ? Result : throw new InvalidOperationException($"the server answered {ErrorCode}: {Message}");
}

/// <summary>
/// A client that does what a test tells it, over any two streams. It shares no code with the server, checks every message that comes against the meta model,
/// and fails on disposal where one was wrong, or where a request was answered twice.
/// </summary>
public sealed class ScriptedEditor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _toServer;
    private readonly Stream _fromServer;
    private readonly ConcurrentDictionary<string, (string Method, TaskCompletionSource<Answer> Answer)> _asked = new();
    private readonly List<(string Method, JsonElement Params)> _said = [];
    private readonly List<string> _faults = [];
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Lock _gate = new();
    private readonly Task _reading;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public ScriptedEditor(Stream toServer, Stream fromServer)
    {
        _toServer = toServer;
        _fromServer = fromServer;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Answers the server's requests by method; those that are not here get null.</summary>
    public Dictionary<string, Func<JsonElement, Task<object?>>> Answers { get; } = [];

    /// <summary>The errors that came without an id: answers to what could not be read.</summary>
    public ConcurrentQueue<Answer> Strays { get; } = new();

    /// <summary>Completes when the server closes its side.</summary>
    public Task Closed => _reading;

    public async Task<JsonElement> InitializeAsync(object? capabilities = null, string? folder = null, object? options = null)
    {
        var result = (await RequestAsync("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = folder is null ? null : UriOf(folder),
            capabilities = capabilities ?? new { },
            initializationOptions = options,
        })).Ok();
        Notify("initialized", new { });
        return result;
    }

    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Sends a request and waits for its answer.</summary>
    public Task<Answer> RequestAsync(string method, object? parameters = null) => Ask(method, parameters).Answer;

    /// <summary>Sends a request.</summary>
    public (int Id, Task<Answer> Answer) Ask(string method, object? parameters = null)
    {
        int id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id.ToString(CultureInfo.InvariantCulture)] = (method, answer);
        Send(new { jsonrpc = "2.0", id, method, @params = parameters });
        return (id, WithPatience(answer.Task, $"the answer to {method}"));
    }

    public void Notify(string method, object? parameters = null) => Send(new { jsonrpc = "2.0", method, @params = parameters });

    public void Cancel(int id) => Notify("$/cancelRequest", new { id });

    public void Open(string uri, string text, int version = 1, string language = "plaintext") =>
        Notify("textDocument/didOpen", new { textDocument = new { uri, languageId = language, version, text } });

    public void Change(string uri, int version, params object[] changes) =>
        Notify("textDocument/didChange", new { textDocument = new { uri, version }, contentChanges = changes });

    /// <summary>Waits for a notification, or a request, of the server's; each is given out once.</summary>
    public async Task<JsonElement> NextAsync(string method, Func<JsonElement, bool>? where = null)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            Task news;
            lock (_gate)
            {
                int at = _said.FindIndex(said => said.Method == method && (where is null || where(said.Params)));
                if (at >= 0)
                {
                    var found = _said[at].Params;
                    _said.RemoveAt(at);
                    return found;
                }
                news = _news.Task;
            }
            if (_reading.IsCompleted) throw new InvalidOperationException($"the server closed before it said {method}");
            if (DateTime.UtcNow > deadline) throw new TimeoutException($"the server never said {method}");
            await Task.WhenAny(news, _reading, Task.Delay(TimeSpan.FromSeconds(1)));
        }
    }

    /// <summary>What the server said so far and nobody waited for.</summary>
    public List<string> Said()
    {
        lock (_gate) return [.. _said.Select(said => said.Method)];
    }

    public Task<JsonElement> DiagnosticsAsync(string uri, int? version = null) => NextAsync(
        "textDocument/publishDiagnostics",
        said => said.GetProperty("uri").GetString() == uri
            && (version is null || said.TryGetProperty("version", out var is_) && is_.GetInt32() == version));

    public void Send(object message) => SendRaw(JsonSerializer.SerializeToUtf8Bytes(message, Relaxed));

    public void SendRaw(byte[] body) => SendBytes([.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body]);

    public void SendBytes(byte[] bytes)
    {
        _writing.Wait();
        try
        {
            _toServer.Write(bytes);
            _toServer.Flush();
        }
        catch (IOException)
        {
            // The server has ended; who waits for an answer learns it.
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Ends what the server reads.</summary>
    public void CloseInput() => _toServer.Dispose();

    public async ValueTask DisposeAsync()
    {
        _toServer.Dispose();
        await WithPatience(_reading, "the end of the server's output");
        _writing.Dispose();
        Assert.Empty(_faults);
    }

    private static async Task<T> WithPatience<T>(Task<T> task, string what) =>
        await Task.WhenAny(task, Task.Delay(Patience)) == task ? await task : throw new TimeoutException($"{what} did not come");

    private static async Task WithPatience(Task task, string what)
    {
        if (await Task.WhenAny(task, Task.Delay(Patience)) != task) throw new TimeoutException($"{what} did not come");
        await task;
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReadMessageAsync() is { } message) Take(message);
        }
        catch (IOException)
        {
            // The server's side is gone.
        }
        foreach (var (method, answer) in _asked.Values) answer.TrySetException(new InvalidOperationException($"the server closed before it answered {method}"));
    }

    private async Task<JsonElement?> ReadMessageAsync()
    {
        int length = -1;
        while (true)
        {
            var line = new StringBuilder();
            byte[] one = new byte[1];
            while (one[0] != '\n')
            {
                if (await _fromServer.ReadAsync(one) == 0)
                {
                    if (line.Length > 0) _faults.Add($"the output ends with '{line}'");
                    return null;
                }
                line.Append((char)one[0]);
            }
            string header = line.ToString();
            if (header == "\r\n") break;
            if (header.StartsWith("Content-Length: ", StringComparison.Ordinal) && header.EndsWith("\r\n", StringComparison.Ordinal))
                length = int.Parse(header["Content-Length: ".Length..].Trim(), CultureInfo.InvariantCulture);
            else _faults.Add($"'{header}' is no header of a message");
        }
        byte[] body = new byte[length];
        await _fromServer.ReadExactlyAsync(body);
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    private void Take(JsonElement message)
    {
        if (message.GetProperty("jsonrpc").GetString() != "2.0") _faults.Add("a message is not of JSON-RPC 2.0");
        JsonElement? parameters = message.TryGetProperty("params", out var given) ? given : null;
        if (!message.TryGetProperty("method", out var name))
        {
            TakeAnswer(message);
            return;
        }
        string method = name.GetString()!;
        bool isRequest = message.TryGetProperty("id", out var id);
        _faults.AddRange(isRequest ? ProtocolModel.Instance.FaultsOfRequest(method, parameters) : ProtocolModel.Instance.FaultsOfNotification(method, parameters));
        lock (_gate)
        {
            _said.Add((method, parameters ?? default));
            var news = _news;
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            news.SetResult();
        }
        if (isRequest) _ = Task.Run(() => AnswerAsync(id, method, parameters ?? default));
    }

    private async Task AnswerAsync(JsonElement id, string method, JsonElement parameters)
    {
        object? result = Answers.TryGetValue(method, out var answer) ? await answer(parameters) : null;
        Send(new { jsonrpc = "2.0", id, result });
    }

    private void TakeAnswer(JsonElement message)
    {
        bool hasResult = message.TryGetProperty("result", out var result);
        bool hasError = message.TryGetProperty("error", out var error);
        if (hasResult == hasError) _faults.Add($"an answer has neither or both of result and error: {message}");
        var answer = hasError ? new Answer(default, error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString()) : new Answer(result, null, null);
        var id = message.GetProperty("id");
        if (id.ValueKind == JsonValueKind.Null)
        {
            Strays.Enqueue(answer);
            return;
        }
        if (!_asked.TryRemove(id.ToString(), out var asked))
        {
            _faults.Add($"an answer to nothing that waits for one: {message}");
            return;
        }
        if (hasResult) _faults.AddRange(ProtocolModel.Instance.FaultsOfResult(asked.Method, result));
        asked.Answer.SetResult(answer);
    }
}
