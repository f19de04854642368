using System.Diagnostics.CodeAnalysis;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>A request of the client's from its reading to its one answer.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle, and a cancellation may come at any time.")]
internal sealed class PendingRequest(IntegerOrString id, Action<PendingRequest, byte[]> answered)
{
    private readonly CancellationTokenSource _cancellation = new();
    private int _isAnswered;

    public IntegerOrString Id { get; } = id;

    public CancellationToken Cancellation => _cancellation.Token;

    public bool IsAnswered => Volatile.Read(ref _isAnswered) != 0;

    /// <summary>Set once it runs and its answer must fit the newest texts.</summary>
    public bool MustBeCurrent { get; set; }

    /// <summary>Sends the answer if there was none; a later one is dropped.</summary>
    public void Answer(byte[] response)
    {
        if (Interlocked.Exchange(ref _isAnswered, 1) == 0) answered(this, response);
    }

    /// <summary>Answers with an error at once and tells the work to stop, whatever it does.</summary>
    public void Stop(ErrorCode code, string message)
    {
        Answer(OutgoingMessage.Error(Id, code, message));
        _ = _cancellation.CancelAsync();
    }
}
