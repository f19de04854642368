using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using static QuoteTracker.LanguageServer.Hosting.Handler;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>All that the server serves: one line a method.</summary>
public static class FeatureTable
{
    public static ServerFeatures All { get; } = new(
        new ServerInfo("quotetracker", typeof(FeatureTable).Assembly.GetName().Version?.ToString(3)),
        Handlers: [
            Change("textDocument/didOpen", Json.Default.DidOpenTextDocumentParams, TextSync.Opened, TextSync.Capability),
            Change("textDocument/didChange", Json.Default.DidChangeTextDocumentParams, TextSync.Changed),
            Change("textDocument/didSave", Json.Default.DidSaveTextDocumentParams, TextSync.Saved),
            Change("textDocument/didClose", Json.Default.DidCloseTextDocumentParams, TextSync.Closed),
            Change("workspace/didChangeWorkspaceFolders", Json.Default.DidChangeWorkspaceFoldersParams, WorkspaceFolders.Changed, WorkspaceFolders.Capability),
            Change("workspace/didChangeConfiguration", Json.Default.DidChangeConfigurationParams, Settings.Changed),
            Change("workspace/didChangeWatchedFiles", Json.Default.DidChangeWatchedFilesParams, WatchedFiles.Changed),
            Change("workspace/didCreateFiles", Json.Default.FilesParams, WatchedFiles.CreatedOrDeleted, WatchedFiles.CreateCapability),
            Change("workspace/didRenameFiles", Json.Default.RenameFilesParams, WatchedFiles.Renamed, WatchedFiles.RenameCapability),
            Change("workspace/didDeleteFiles", Json.Default.FilesParams, WatchedFiles.CreatedOrDeleted, WatchedFiles.DeleteCapability),

            Read("textDocument/diagnostic", Json.Default.DocumentDiagnosticParams, Json.Default.DocumentDiagnosticReport, PulledDiagnostics.OfDocument, PulledDiagnostics.Capability),
            Read("workspace/diagnostic", Json.Default.WorkspaceDiagnosticParams, Json.Default.WorkspaceDiagnosticReport, PulledWorkspaceDiagnostics.OfWorkspace),
            Read("textDocument/semanticTokens/full", Json.Default.TextDocumentParams, Json.Default.SemanticTokens, SemanticTokensFeature.Full, SemanticTokensFeature.Capability),
            Read("textDocument/semanticTokens/full/delta", Json.Default.SemanticTokensDeltaParams, Json.Default.SemanticTokensOrDelta, SemanticTokensFeature.Delta),
            Read("textDocument/semanticTokens/range", Json.Default.SemanticTokensRangeParams, Json.Default.SemanticTokens, SemanticTokensFeature.InRange),
            Read("textDocument/hover", Json.Default.TextDocumentPositionParams, Json.Default.Hover, HoverFeature.Answer, HoverFeature.Capability),
            Read("textDocument/definition", Json.Default.TextDocumentPositionParams, Json.Default.IReadOnlyListLocationOrLink, GoTo.Definition, GoTo.DefinitionCapability),
            Read("textDocument/declaration", Json.Default.TextDocumentPositionParams, Json.Default.IReadOnlyListLocationOrLink, GoTo.Declaration, GoTo.DeclarationCapability),
            Read("textDocument/typeDefinition", Json.Default.TextDocumentPositionParams, Json.Default.IReadOnlyListLocationOrLink, GoTo.TypeDefinition, GoTo.TypeDefinitionCapability),
            Read("textDocument/implementation", Json.Default.TextDocumentPositionParams, Json.Default.IReadOnlyListLocationOrLink, GoTo.Implementation, GoTo.ImplementationCapability),
            Read("textDocument/references", Json.Default.ReferenceParams, Json.Default.IReadOnlyListLocation, ReferencesFeature.References, ReferencesFeature.ReferencesCapability),
            Read("textDocument/documentHighlight", Json.Default.TextDocumentPositionParams, Json.Default.IReadOnlyListDocumentHighlight, ReferencesFeature.Highlights, ReferencesFeature.HighlightCapability),
            Read("textDocument/documentSymbol", Json.Default.TextDocumentParams, Json.Default.IReadOnlyListDocumentSymbolOrInformation, SymbolsFeature.OfDocument, SymbolsFeature.DocumentCapability),
            Read("workspace/symbol", Json.Default.WorkspaceSymbolParams, Json.Default.IReadOnlyListWorkspaceSymbol, SymbolsFeature.OfWorkspace, SymbolsFeature.WorkspaceCapability),
            Read("textDocument/foldingRange", Json.Default.TextDocumentParams, Json.Default.IReadOnlyListFoldingRange, ReadingAids.Folding, ReadingAids.FoldingCapability),
            Read("textDocument/selectionRange", Json.Default.SelectionRangeParams, Json.Default.IReadOnlyListSelectionRange, ReadingAids.Selection, ReadingAids.SelectionCapability),
            Read("textDocument/documentLink", Json.Default.TextDocumentParams, Json.Default.IReadOnlyListDocumentLink, ReadingAids.DocumentLinks, ReadingAids.LinksCapability),
            Read("textDocument/linkedEditingRange", Json.Default.TextDocumentPositionParams, Json.Default.LinkedEditingRanges, ReadingAids.LinkedEditing, ReadingAids.LinkedEditingCapability),
            Read("textDocument/prepareCallHierarchy", Json.Default.TextDocumentPositionParams, Json.Default.IReadOnlyListCallHierarchyItem, CallHierarchyFeature.Prepare, CallHierarchyFeature.Capability),
            Read("callHierarchy/incomingCalls", Json.Default.CallHierarchyCallsParams, Json.Default.IReadOnlyListCallHierarchyIncomingCall, CallHierarchyFeature.Incoming),
            Read("callHierarchy/outgoingCalls", Json.Default.CallHierarchyCallsParams, Json.Default.IReadOnlyListCallHierarchyOutgoingCall, CallHierarchyFeature.Outgoing),
            Read("textDocument/inlayHint", Json.Default.InlayHintParams, Json.Default.IReadOnlyListInlayHint, InlayHintsFeature.In, InlayHintsFeature.Capability),
            Read("inlayHint/resolve", Json.Default.InlayHint, Json.Default.InlayHint, InlayHintsFeature.Resolve),
            Read("textDocument/codeLens", Json.Default.TextDocumentParams, Json.Default.IReadOnlyListCodeLens, CodeLensFeature.Of, CodeLensFeature.Capability),
            Read("codeLens/resolve", Json.Default.CodeLens, Json.Default.CodeLens, CodeLensFeature.Resolve),
            Read("textDocument/codeAction", Json.Default.CodeActionParams, Json.Default.IReadOnlyListCodeAction, CodeActions.Offered, CodeActions.Capability, mustBeCurrent: true),
            Read("codeAction/resolve", Json.Default.CodeAction, Json.Default.CodeAction, CodeActions.Resolved, mustBeCurrent: true),
            Read("textDocument/prepareRename", Json.Default.TextDocumentPositionParams, Json.Default.PrepareRenamePlaceholder, Rename.Prepared),
            Read("textDocument/rename", Json.Default.RenameParams, Json.Default.WorkspaceEdit, Rename.Answered, Rename.Capability, mustBeCurrent: true),
            Read("textDocument/completion", Json.Default.CompletionParams, Json.Default.CompletionList, Completion.Offered, Completion.Capability),
            Read("completionItem/resolve", Json.Default.CompletionItem, Json.Default.CompletionItem, Completion.Resolved),

            ReadAsync("workspace/executeCommand", Json.Default.ExecuteCommandParams, Json.Default.ClaimChangedResult, ClaimCommands.Execute, ClaimCommands.Capability),

            Read("quotetracker/articleCounts", Json.Default.TextDocumentParams, Json.Default.ArticleCountsResult, OwnRequests.Counts),
            Read("quotetracker/speakers", Json.Default.WorkspaceParams, Json.Default.IReadOnlyListListedSpeakerResult, OwnRequests.Speakers),
            Read("quotetracker/claims", Json.Default.WorkspaceParams, Json.Default.IReadOnlyListListedClaimResult, OwnRequests.Claims),
        ],
        Parts: [
            static server => new DynamicRegistrations(server),
            static server => new Settings(server),
            static server => new DiskWatcher(server),
            static server => new DiagnosticsPublisher(server),
            static server => new Refreshes(server),
            static server => new Indexing(server),
            static server => new SourceReading(server),
            static server => new WorkspaceChecking(server),
            static server => new RecordsNews(server),
        ],
        Prepare: static state => state);
}
