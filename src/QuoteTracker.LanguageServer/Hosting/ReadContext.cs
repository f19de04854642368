using System.Text.Json.Serialization.Metadata;
using QuoteTracker.Ide;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>What a read sees: the state it started on, and the client.</summary>
/// <param name="priority">In which the read counts as what somebody waits for.</param>
/// <param name="post">Queues a change of the server's own, for what a read finds that the next ones should know.</param>
public sealed class ReadContext(ServerState state, Client client, WorkPriority priority, Action<Func<ServerState, ServerState>> post, CancellationToken cancellation)
{
    public ServerState State { get; } = state;

    public Client Client { get; } = client;

    public void Post(Func<ServerState, ServerState> change) => post(change);

    public ClientCapabilities ClientCan => State.Client.Capabilities;

    /// <summary>Set when the client cancels, when the answer would be out of date, and when the server ends.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>For a read over the whole workspace, between two of its steps: lets those go first that somebody looks at.</summary>
    public void StandAside()
    {
        // It would wait for itself.
        priority.End();
        priority.StandAside();
        priority.Begin();
        Cancellation.ThrowIfCancellationRequested();
    }

    /// <exception cref="RequestException">InvalidParams: the client did not open it.</exception>
    public Document Document(ITextDocumentParams parameters) =>
        State.Documents.TryGet(parameters.TextDocument.Uri, out var document)
            ? document
            : throw new RequestException(ErrorCode.InvalidParams, "The document is not open.");

    /// <summary>What is understood of a document, read as long as the client waits for it; null where it is not looked at.</summary>
    /// <exception cref="OperationCanceledException">The client does not wait any more.</exception>
    public OpenFile? FileOf(Document document)
    {
        var file = State.FileOf(document);
        file?.Read(Cancellation);
        return file;
    }

    /// <summary>
    /// Shows work to the user: under the client's own token where it gave one with its request, else under a new one where it can show progress,
    /// else not at all. Dispose it to end it.
    /// </summary>
    public Task<WorkDoneProgress> BeginProgressAsync(string title, IWorkDoneProgressParams parameters) =>
        WorkDoneProgress.BeginAsync(Client, State.Client.Capabilities, title, parameters.WorkDoneToken, Cancellation);

    /// <summary>Sends a part of the answer where the client asked for parts; then the answer itself must be empty.</summary>
    /// <returns>False where it did not ask: answer with everything.</returns>
    public bool TrySendPart<T>(IPartialResultParams parameters, T part, JsonTypeInfo<T> type)
    {
        if (parameters.PartialResultToken is not { } token) return false;
        Cancellation.ThrowIfCancellationRequested();
        Client.Post(OutgoingMessage.Progress(token, part, type));
        return true;
    }
}
