using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>Work that the client shows while it lasts.</summary>
public sealed class WorkDoneProgress : IDisposable
{
    private readonly Client _client;
    private readonly IntegerOrString? _token;
    private readonly CancellationTokenSource _cancelled;
    private int _ended;

    private WorkDoneProgress(Client client, IntegerOrString? token, CancellationToken cancellation)
    {
        _client = client;
        _token = token;
        _cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>Set when the user stops the work, besides when the work's own cancellation is.</summary>
    public CancellationToken Cancellation => _cancelled.Token;

    /// <param name="clientToken">The token that came with the client's request, if one did.</param>
    public static async Task<WorkDoneProgress> BeginAsync(
        Client client, ClientCapabilities can, string title, IntegerOrString? clientToken, CancellationToken cancellation)
    {
        var token = clientToken;
        if (token is null && can.Window?.WorkDoneProgress == true)
        {
            IntegerOrString own = Guid.NewGuid().ToString();
            bool created = await client.TryRequestAsync(
                "window/workDoneProgress/create",
                new WorkDoneProgressCreateParams(own),
                ProtocolJson.Default.WorkDoneProgressCreateParams,
                cancellation).ConfigureAwait(false);
            token = created ? own : default(IntegerOrString?);
        }
        var progress = new WorkDoneProgress(client, token, cancellation);
        if (token is { } shown)
        {
            client.ProgressBegins(shown, progress._cancelled);
            progress.Send(new WorkDoneProgressBegin(title, Cancellable: true));
        }
        return progress;
    }

    /// <param name="percentage">0 to 100; null where the end is not known.</param>
    public void Report(string message, int? percentage = null) => Send(new WorkDoneProgressReport(Message: message, Percentage: percentage));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        if (_token is { } token) _client.ProgressEnds(token);
        Send(new WorkDoneProgressEnd());
        _cancelled.Dispose();
    }

    private void Send(WorkDoneProgressValue value)
    {
        if (_token is { } token) _client.Post(OutgoingMessage.Progress(token, value, ProtocolJson.Default.WorkDoneProgressValue));
    }
}
