using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>The client's documents as they are opened, typed in and closed.</summary>
internal static class TextSync
{
    public static ServerState Opened(ServerState state, DidOpenTextDocumentParams parameters) =>
        state.With(Document.Open(parameters.TextDocument, state.Ide.Roots is [var first, ..] ? first : Path.GetPathRoot(Environment.CurrentDirectory)!, state.Client.Encoding));

    /// <summary>Applies all changes, or none where the version is not newer than the one that is here.</summary>
    public static ServerState Changed(ServerState state, DidChangeTextDocumentParams parameters)
    {
        if (!state.Documents.TryGet(parameters.TextDocument.Uri, out var document))
            throw new RequestException(ErrorCode.InvalidParams, "A document changed that is not open.");
        int version = parameters.TextDocument.Version ?? document.Version + 1;
        if (version <= document.Version) return state;
        return state.With(document.Apply(version, parameters.ContentChanges));
    }

    public static ServerState Closed(ServerState state, DidCloseTextDocumentParams parameters) => state.Without(parameters.TextDocument.Uri);

    /// <summary>Nothing is to be done: the text is known, and the disk is watched.</summary>
    public static ServerState Saved(ServerState state, DidSaveTextDocumentParams parameters) => state;

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) =>
        server with { TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, TextDocumentSyncKind.Incremental, new SaveOptions(IncludeText: false)) };
}
