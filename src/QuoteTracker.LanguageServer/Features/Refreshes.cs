using System.Collections.Immutable;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Tells the client to ask again for what it shows of documents whose text did not change but whose newsroom did, or the articles around it, or the settings.</summary>
internal sealed class Refreshes(Server server) : IServerPart
{
    /// <summary>Someone types in the registry: once a moment is enough.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    /// <summary>The request, the method whose answers it makes old, whether they tell of other articles as well, and where the client says that it takes it.</summary>
    private static readonly ImmutableArray<(string Request, string Method, bool ReadsIndex, Func<WorkspaceClientCapabilities, RefreshCapability?> Capability)> Kinds =
    [
        ("workspace/diagnostic/refresh", "textDocument/diagnostic", true, static client => client.Diagnostics),
        ("workspace/semanticTokens/refresh", "textDocument/semanticTokens/full", false, static client => client.SemanticTokens),
        ("workspace/inlayHint/refresh", "textDocument/inlayHint", false, static client => client.InlayHint),
        ("workspace/codeLens/refresh", "textDocument/codeLens", true, static client => client.CodeLens),
    ];

    private int _isWaiting;
    private int _isNewsroomNews;

    public void Started()
    {
        // The client has asked for nothing yet.
    }

    public void StateChanged(ServerState before, ServerState after)
    {
        bool isOld = after.Documents.All.Any(document =>
            before.Documents.TryGet(document.Uri, out var old) && old == document && before.FileOf(document) != after.FileOf(document));
        bool isShownOtherwise = before.Settings != after.Settings;
        if (isOld || isShownOtherwise) Volatile.Write(ref _isNewsroomNews, 1);
        bool isWorkspaceNews = before.Ide.Index != after.Ide.Index || before.Ide.WorkspaceFindings.News != after.Ide.WorkspaceFindings.News;
        if ((!isOld && !isShownOtherwise && !isWorkspaceNews) || Interlocked.Exchange(ref _isWaiting, 1) != 0) return;
        server.Background("refreshing", async () =>
        {
            await Task.Delay(Settling, server.Ending).ConfigureAwait(false);
            Volatile.Write(ref _isWaiting, 0);
            bool isAllOld = Interlocked.Exchange(ref _isNewsroomNews, 0) != 0;
            var client = server.State.Client.Capabilities.Workspace;
            foreach (var (request, method, readsIndex, capability) in Kinds)
            {
                if (!isAllOld && !readsIndex) continue;
                if (client is null || capability(client)?.RefreshSupport != true || !server.Serves(method)) continue;
                await server.Client.TryRequestAsync(request, null, ProtocolJson.Default.InitializedParams, server.Ending).ConfigureAwait(false);
            }
        });
    }
}
