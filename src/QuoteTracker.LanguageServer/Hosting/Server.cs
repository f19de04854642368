using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>
/// The order of things. <see cref="Accept"/> runs on the reader's thread: it settles cancellations and the client's answers at once and queues the rest.
/// One loop takes the queue in order: it applies each change before it looks at the next message, and starts each read on the state as it then is.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle, and parts look at its token to the last.")]
public sealed class Server
{
    private readonly FrozenDictionary<string, Handler> _handlers;
    private readonly ServerFeatures _features;
    private readonly List<IServerPart> _parts = [];

    // The reader wakes the loop itself: by way of the pool it would be late when the pool is busy.
    private readonly Channel<Action> _queue =
        Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly ConcurrentDictionary<IntegerOrString, PendingRequest> _pending = new();
    private readonly TaskCompletionSource<int> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ending = new();
    private volatile ServerState? _state;
    private bool _isShutDown;

    internal Server(ServerFeatures features, Client client)
    {
        _features = features;
        _handlers = features.Handlers.ToFrozenDictionary(static handler => handler.Method);
        Client = client;
    }

    public Client Client { get; }

    public WorkPriority Priority { get; } = new();

    /// <summary>The newest state.</summary>
    /// <exception cref="InvalidOperationException">Before <c>initialize</c>.</exception>
    public ServerState State => _state ?? throw new InvalidOperationException("The server has no state before initialize.");

    /// <summary>Set when the server ends.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>The exit code, once the server has ended.</summary>
    internal Task<int> Finished => _finished.Task;

    /// <summary>Queues a change of the server's own (an index was read, a file changed on disk) among those of the client.</summary>
    public void Post(Func<ServerState, ServerState> change) => Enqueue(() =>
    {
        if (_state is { } state && !_isShutDown) Install(state, change(state));
    });

    /// <summary>True where the method has a handler.</summary>
    public bool Serves(string method) => _handlers.ContainsKey(method);

    /// <summary>Runs what waits, apart from the queue; a failure is logged.</summary>
    /// <param name="what">Names the work in the log.</param>
    public void Background(string what, Func<Task> work) => _ = Task.Run(async () =>
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The server ended first.
        }
        catch (Exception e)
        {
            Client.Log(MessageType.Error, $"The {what} failed ({e.GetType().Name}).", e.ToString());
        }
    });

    internal void Accept(IncomingMessage message)
    {
        switch (message)
        {
            case IncomingResponse response:
                Client.Answered(response);
                break;
            case BrokenMessage broken:
                Client.Post(OutgoingMessage.Error(broken.Id, broken.Code, broken.What));
                break;
            case IncomingNotification { Method: "$/cancelRequest" } cancel:
                Settle(cancel, ProtocolJson.Default.CancelParams, parameters => Cancel(parameters.Id));
                break;
            case IncomingNotification { Method: "window/workDoneProgress/cancel" } cancel:
                Settle(cancel, ProtocolJson.Default.WorkDoneProgressCancelParams, parameters => Client.CancelProgress(parameters.Token));
                break;
            case IncomingNotification notification:
                Enqueue(() => Notified(notification));
                break;
            case IncomingRequest request:
                var pending = new PendingRequest(request.Id, Send);
                if (_pending.TryAdd(request.Id, pending)) Enqueue(() => Requested(request, pending));
                else Client.Post(OutgoingMessage.Error(request.Id, ErrorCode.InvalidRequest, "A request with this id is still under way."));
                break;
            default:
                throw new InvalidOperationException($"No kind of message: {message.GetType().Name}.");
        }
    }

    /// <summary>Ends the server when what came before is dealt with: the input has ended.</summary>
    /// <param name="isBroken">The input could not be read to its end.</param>
    internal void EndAfterQueue(bool isBroken) => Enqueue(() => End(_isShutDown && !isBroken ? 0 : 1));

    /// <summary>Ends the server now: nobody is there any more.</summary>
    internal void EndNow() => End(1);

    /// <summary>Takes the queue until the server ends; it blocks, and wants a thread of its own.</summary>
    internal void Run()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (!_ending.IsCancellationRequested && _queue.Reader.TryRead(out var step)) Take(step);
            if (_ending.IsCancellationRequested) return;
        }
    }

    private void Take(Action step)
    {
        try
        {
            step();
        }
        catch (RequestException e)
        {
            Client.Log(MessageType.Error, e.Message);
        }
        catch (Exception e)
        {
            Client.Log(MessageType.Error, $"A change could not be applied ({e.GetType().Name}).", e.ToString());
        }
    }

    private void Enqueue(Action step) => _queue.Writer.TryWrite(step);

    private void Notified(IncomingNotification notification)
    {
        if (notification.Method == "exit")
        {
            End(_isShutDown ? 0 : 1);
            return;
        }
        if (_state is not { } state || _isShutDown) return;
        if (notification.Method == "initialized")
        {
            foreach (var part in _parts) part.Started();
        }
        else if (_handlers.TryGetValue(notification.Method, out var handler) && handler is Handler.ChangeHandler change)
        {
            Install(state, change.Apply(state, notification.Params));
        }
    }

    private void Requested(IncomingRequest request, PendingRequest pending)
    {
        if (pending.IsAnswered) return;
        try
        {
            if (_isShutDown) throw new RequestException(ErrorCode.InvalidRequest, "The server was shut down.");
            if (request.Method == "initialize") pending.Answer(Initialize(request));
            else if (_state is not { } state) throw new RequestException(ErrorCode.ServerNotInitialized, "The server waits for initialize.");
            else if (request.Method == "shutdown") pending.Answer(ShutDown(request));
            else if (_handlers.TryGetValue(request.Method, out var handler) && handler is Handler.ReadHandler read) Start(read, request, pending, state);
            else throw new RequestException(ErrorCode.MethodNotFound, "The server has no such method.");
        }
        catch (RequestException e)
        {
            pending.Answer(OutgoingMessage.Error(request.Id, e.Code, e.Message));
        }
        catch (Exception e)
        {
            pending.Answer(Failed(request, e));
        }
    }

    private byte[] Initialize(IncomingRequest request)
    {
        if (_state is not null) throw new RequestException(ErrorCode.InvalidRequest, "The server is initialized already.");
        var parameters = Handler.ReadParams(request.Method, request.Params, ProtocolJson.Default.InitializeParams);
        var state = _features.Prepare(ServerState.Initial(parameters));
        var capabilities = new ServerCapabilities(PositionEncoding: state.Client.Encoding.Name());
        foreach (var handler in _features.Handlers)
        {
            if (handler.Capability is { } add) capabilities = add(capabilities, state.Client);
        }
        foreach (var create in _features.Parts) _parts.Add(create(this));
        _state = state;
        if (parameters.ProcessId is { } parent) ParentProcess.Watch(parent, EndNow, Ending);
        Client.MayLog();
        return OutgoingMessage.Response(request.Id, new InitializeResult(capabilities, _features.Info), ProtocolJson.Default.InitializeResult);
    }

    private byte[] ShutDown(IncomingRequest request)
    {
        _isShutDown = true;
        return OutgoingMessage.Response(request.Id, null, ProtocolJson.Default.InitializedParams);
    }

    private void Install(ServerState before, ServerState after)
    {
        if (ReferenceEquals(before, after)) return;
        _state = after;
        if (before.Documents != after.Documents)
        {
            foreach (var pending in _pending.Values)
            {
                if (pending.MustBeCurrent) pending.Stop(ErrorCode.ContentModified, "The text changed meanwhile.");
            }
        }
        foreach (var part in _parts) part.StateChanged(before, after);
    }

    private void Start(Handler.ReadHandler handler, IncomingRequest request, PendingRequest pending, ServerState state)
    {
        // Here, on the queue, so that the next change already finds it.
        pending.MustBeCurrent = handler.MustBeCurrent;
        Priority.Begin();
        _ = Task.Run(async () =>
        {
            var answer = await AnswerAsync(handler, request, pending, state).ConfigureAwait(false);
            Priority.End();
            pending.Answer(answer);
        });
    }

    private async Task<byte[]> AnswerAsync(Handler.ReadHandler handler, IncomingRequest request, PendingRequest pending, ServerState state)
    {
        try
        {
            var context = new ReadContext(state, Client, Priority, Post, pending.Cancellation);
            return await handler.AnswerAsync(request.Id, request.Params, context).ConfigureAwait(false);
        }
        catch (RequestException e)
        {
            return OutgoingMessage.Error(request.Id, e.Code, e.Message);
        }
        catch (OperationCanceledException) when (pending.IsAnswered || _ending.IsCancellationRequested)
        {
            return OutgoingMessage.Error(request.Id, ErrorCode.RequestCancelled, "Cancelled.");
        }
        catch (Exception e)
        {
            return Failed(request, e);
        }
    }

    private byte[] Failed(IncomingRequest request, Exception e)
    {
        string message = $"{request.Method} failed ({e.GetType().Name}).";
        Client.Log(MessageType.Error, message, e.ToString());
        return OutgoingMessage.Error(request.Id, ErrorCode.InternalError, message);
    }

    private void Cancel(IntegerOrString id)
    {
        if (_pending.TryGetValue(id, out var pending)) pending.Stop(ErrorCode.RequestCancelled, "Cancelled.");
    }

    /// <summary>Deals with a notification that may not wait for the queue.</summary>
    private void Settle<T>(IncomingNotification notification, JsonTypeInfo<T> type, Action<T> act)
        where T : class
    {
        try
        {
            act(Handler.ReadParams(notification.Method, notification.Params, type));
        }
        catch (RequestException e)
        {
            Client.Log(MessageType.Warning, e.Message);
        }
    }

    private void Send(PendingRequest pending, byte[] response)
    {
        _pending.TryRemove(KeyValuePair.Create(pending.Id, pending));
        Client.Post(response);
    }

    private void End(int code)
    {
        if (_ending.IsCancellationRequested) return;
        _ending.Cancel();
        Client.Close();
        foreach (var pending in _pending.Values) pending.Stop(ErrorCode.RequestCancelled, "The server ends.");
        _queue.Writer.TryComplete();
        _finished.TrySetResult(code);
    }
}
