using System.Collections.Immutable;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>What one server serves.</summary>
/// <param name="Handlers">One for each method.</param>
/// <param name="Parts">What works beside the methods; made at <c>initialize</c>.</param>
/// <param name="Prepare">Completes the state that <c>initialize</c> starts from.</param>
public sealed record ServerFeatures(
    ServerInfo Info,
    ImmutableArray<Handler> Handlers,
    ImmutableArray<Func<Server, IServerPart>> Parts,
    Func<ServerState, ServerState> Prepare);

/// <summary>
/// Something that works on its own account: publishes diagnostics, registers with the client, watches the disk. Both methods are called on the queue
/// of changes and return at once; what takes time or waits for the client runs elsewhere and comes back through <see cref="Server.Post"/>.
/// </summary>
public interface IServerPart
{
    /// <summary>The client said <c>initialized</c>.</summary>
    void Started();

    /// <summary>A change was applied.</summary>
    void StateChanged(ServerState before, ServerState after);
}
