using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>What a handler adds to the capabilities that the server tells this client.</summary>
public delegate ServerCapabilities Capability(ServerCapabilities server, ClientProfile client);

/// <summary>
/// One method of the protocol and what serves it: a line of <c>Features/FeatureTable.cs</c>. A <em>change</em> is a notification that makes the next
/// state; changes run alone and in order, and since they are plain functions none can wait for the client. A <em>read</em> is a request that answers
/// from the state it started on; reads run at once, beside each other and beside later changes.
/// </summary>
public abstract class Handler(string method)
{
    public string Method { get; } = method;

    /// <summary>Null where another handler's capability covers this one (a resolve, a close).</summary>
    public Capability? Capability { get; private init; }

    /// <summary>For a read: true where an answer about a text that has changed since would do harm (it edits): ContentModified is answered instead.</summary>
    public bool MustBeCurrent { get; private init; }

    /// <param name="paramsType">Asked when the first notification comes: all types together would take a good part of the start.</param>
    public static Handler Change<TParams>(
        string method, Func<JsonTypeInfo<TParams>> paramsType, Func<ServerState, TParams, ServerState> apply, Capability? capability = null)
        where TParams : class =>
        new ChangeHandler<TParams>(method, paramsType, apply) { Capability = capability };

    /// <param name="paramsType">Asked when the first request comes, as <paramref name="resultType"/> is.</param>
    /// <param name="answer">Runs on a thread of the pool; looks at the context's cancellation often. Null is answered as null.</param>
    public static Handler Read<TParams, TResult>(
        string method,
        Func<JsonTypeInfo<TParams>> paramsType,
        Func<JsonTypeInfo<TResult>> resultType,
        Func<TParams, ReadContext, TResult?> answer,
        Capability? capability = null,
        bool mustBeCurrent = false)
        where TParams : class
        where TResult : class =>
        ReadAsync(method, paramsType, resultType, (parameters, context) => Task.FromResult(answer(parameters, context)), capability, mustBeCurrent);

    /// <summary>As <see cref="Read"/>, for an answer that waits: for the client, or for a disk.</summary>
    public static Handler ReadAsync<TParams, TResult>(
        string method,
        Func<JsonTypeInfo<TParams>> paramsType,
        Func<JsonTypeInfo<TResult>> resultType,
        Func<TParams, ReadContext, Task<TResult?>> answer,
        Capability? capability = null,
        bool mustBeCurrent = false)
        where TParams : class
        where TResult : class =>
        new ReadHandler<TParams, TResult>(method, paramsType, resultType, answer) { Capability = capability, MustBeCurrent = mustBeCurrent };

    /// <exception cref="RequestException">InvalidParams.</exception>
    internal static T ReadParams<T>(string method, ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (!json.IsEmpty && JsonSerializer.Deserialize(json.Span, type) is { } value) return value;
        }
        catch (JsonException e)
        {
            throw new RequestException(ErrorCode.InvalidParams, $"The params of {method} are not as the specification has them (at {e.Path ?? "$"}).");
        }
        catch (NotSupportedException)
        {
            // A part that only the server writes.
            throw new RequestException(ErrorCode.InvalidParams, $"The params of {method} hold what a client does not send.");
        }
        throw new RequestException(ErrorCode.InvalidParams, $"{method} needs params.");
    }

    internal abstract class ChangeHandler(string method) : Handler(method)
    {
        /// <exception cref="RequestException">The params are not the method's.</exception>
        public abstract ServerState Apply(ServerState state, ReadOnlyMemory<byte> parameters);
    }

    internal abstract class ReadHandler(string method) : Handler(method)
    {
        /// <returns>The whole response.</returns>
        public abstract Task<byte[]> AnswerAsync(IntegerOrString id, ReadOnlyMemory<byte> parameters, ReadContext context);
    }

    private sealed class ChangeHandler<TParams>(
        string method, Func<JsonTypeInfo<TParams>> paramsType, Func<ServerState, TParams, ServerState> apply) : ChangeHandler(method)
        where TParams : class
    {
        public override ServerState Apply(ServerState state, ReadOnlyMemory<byte> parameters) =>
            apply(state, ReadParams(Method, parameters, paramsType()));
    }

    private sealed class ReadHandler<TParams, TResult>(
        string method, Func<JsonTypeInfo<TParams>> paramsType, Func<JsonTypeInfo<TResult>> resultType, Func<TParams, ReadContext, Task<TResult?>> answer)
        : ReadHandler(method)
        where TParams : class
        where TResult : class
    {
        public override async Task<byte[]> AnswerAsync(IntegerOrString id, ReadOnlyMemory<byte> parameters, ReadContext context)
        {
            var result = await answer(ReadParams(Method, parameters, paramsType()), context).ConfigureAwait(false);
            context.Cancellation.ThrowIfCancellationRequested();
            return OutgoingMessage.Response(id, result, resultType());
        }
    }
}
