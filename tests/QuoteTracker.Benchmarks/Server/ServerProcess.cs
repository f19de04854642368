using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QuoteTracker.Benchmarks.Server;

/// <summary>The real server in a process of its own, spoken to over its standard input and output. Times are from <see cref="Stopwatch.GetTimestamp"/>.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<(JsonElement Answer, long Time)>> _asked = new();
    private readonly ConcurrentDictionary<(string Uri, int Version), TaskCompletionSource<long>> _published = new();
    private readonly ConcurrentDictionary<(string Uri, string Words), TaskCompletionSource<long>> _said = new();
    private readonly TaskCompletionSource<long> _indexed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public ServerProcess(string executable, string folder)
    {
        Started = Stopwatch.GetTimestamp();
        _process = Process.Start(new ProcessStartInfo(executable, ["serve", "--stdio"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException($"{executable} did not start.");
        new Thread(Read) { IsBackground = true, Name = "server output" }.Start();
    }

    public long Started { get; }

    /// <summary>When the first work that the server showed was done: the reading of the workspace.</summary>
    public Task<long> Indexed => _indexed.Task.WaitAsync(Patience);

    /// <summary>In megabytes, now.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>When the findings of a version came.</summary>
    public Task<long> Published(string uri, int version) => Waiting(uri, version).Task.WaitAsync(Patience);

    /// <summary>When a finding with these words came for a document.</summary>
    public Task<long> Said(string uri, string words) => _said.GetOrAdd((uri, words), static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(Patience);

    public void Notify(string method, object parameters) => Send(new { jsonrpc = "2.0", method, @params = parameters });

    /// <returns>The whole response, and when it came.</returns>
    public Task<(JsonElement Answer, long Time)> RequestAsync(string method, object? parameters)
    {
        int id = Interlocked.Increment(ref _lastId);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new { jsonrpc = "2.0", id, method, @params = parameters });
        return answer.Task.WaitAsync(Patience);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private TaskCompletionSource<long> Waiting(string uri, int version) =>
        _published.GetOrAdd((uri, version), static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Send(object message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, Relaxed);
        var stream = _process.StandardInput.BaseStream;
        lock (_process)
        {
            stream.Write([.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body]);
            stream.Flush();
        }
    }

    private void Read()
    {
        using var stream = new BufferedStream(_process.StandardOutput.BaseStream, 64 * 1024);
        while (ReadBody(stream) is { } body)
        {
            long now = Stopwatch.GetTimestamp();
            using var message = JsonDocument.Parse(body);
            Take(message.RootElement.Clone(), now);
        }
        var end = new IOException("The server ended.");
        _indexed.TrySetException(end);
        foreach (var waiting in _asked.Values) waiting.TrySetException(end);
        foreach (var waiting in _published.Values.Concat(_said.Values)) waiting.TrySetException(end);
    }

    private void Take(JsonElement message, long now)
    {
        bool hasId = message.TryGetProperty("id", out var id);
        if (!message.TryGetProperty("method", out var method))
        {
            if (_asked.TryRemove(id.GetInt32(), out var asked)) asked.SetResult((message, now));
            return;
        }
        if (hasId) Send(new { jsonrpc = "2.0", id, result = (object?)null });
        if (!message.TryGetProperty("params", out var parameters) || parameters.ValueKind != JsonValueKind.Object) return;
        if (method.ValueEquals("textDocument/publishDiagnostics") && parameters.TryGetProperty("version", out var version))
        {
            string uri = parameters.GetProperty("uri").GetString()!;
            Waiting(uri, version.GetInt32()).TrySetResult(now);
            foreach (var (said, waiting) in _said)
            {
                if (said.Uri == uri && parameters.GetRawText().Contains(said.Words, StringComparison.Ordinal)) waiting.TrySetResult(now);
            }
        }
        else if (method.ValueEquals("$/progress") && parameters.GetProperty("value").GetProperty("kind").ValueEquals("end"))
            _indexed.TrySetResult(now);
        else if (method.ValueEquals("window/logMessage"))
            Console.Error.WriteLine(parameters.GetProperty("message").GetString());
    }

    private static byte[]? ReadBody(Stream stream)
    {
        int length = 0;
        while (true)
        {
            var line = new StringBuilder();
            int c;
            while ((c = stream.ReadByte()) is not ('\n' or -1)) line.Append((char)c);
            if (c < 0) return null;
            string header = line.ToString().TrimEnd('\r');
            if (header.Length == 0) break;
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(header["Content-Length:".Length..], CultureInfo.InvariantCulture);
        }
        var body = new byte[length];
        stream.ReadExactly(body);
        return body;
    }
}
