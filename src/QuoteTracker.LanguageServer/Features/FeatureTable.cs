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
            Change("textDocument/didOpen", static () => Json.Default.DidOpenTextDocumentParams, TextSync.Opened, TextSync.Capability),
            Change("textDocument/didChange", static () => Json.Default.DidChangeTextDocumentParams, TextSync.Changed),
            Change("textDocument/didSave", static () => Json.Default.DidSaveTextDocumentParams, TextSync.Saved),
            Change("textDocument/didClose", static () => Json.Default.DidCloseTextDocumentParams, TextSync.Closed),
            Change("workspace/didChangeWorkspaceFolders", static () => Json.Default.DidChangeWorkspaceFoldersParams, WorkspaceFolders.Changed, WorkspaceFolders.Capability),
            Change("workspace/didChangeConfiguration", static () => Json.Default.DidChangeConfigurationParams, Settings.Changed),
            Change("workspace/didChangeWatchedFiles", static () => Json.Default.DidChangeWatchedFilesParams, WatchedFiles.Changed),
            Change("workspace/didCreateFiles", static () => Json.Default.FilesParams, WatchedFiles.CreatedOrDeleted, WatchedFiles.CreateCapability),
            Change("workspace/didRenameFiles", static () => Json.Default.RenameFilesParams, WatchedFiles.Renamed, WatchedFiles.RenameCapability),
            Change("workspace/didDeleteFiles", static () => Json.Default.FilesParams, WatchedFiles.CreatedOrDeleted, WatchedFiles.DeleteCapability),

            Read("textDocument/diagnostic", static () => Json.Default.DocumentDiagnosticParams, static () => Json.Default.DocumentDiagnosticReport, PulledDiagnostics.OfDocument, PulledDiagnostics.Capability),
            Read("workspace/diagnostic", static () => Json.Default.WorkspaceDiagnosticParams, static () => Json.Default.WorkspaceDiagnosticReport, PulledWorkspaceDiagnostics.OfWorkspace),
            Read("textDocument/semanticTokens/full", static () => Json.Default.TextDocumentParams, static () => Json.Default.SemanticTokens, SemanticTokensFeature.Full, SemanticTokensFeature.Capability),
            Read("textDocument/semanticTokens/full/delta", static () => Json.Default.SemanticTokensDeltaParams, static () => Json.Default.SemanticTokensOrDelta, SemanticTokensFeature.Delta),
            Read("textDocument/semanticTokens/range", static () => Json.Default.SemanticTokensRangeParams, static () => Json.Default.SemanticTokens, SemanticTokensFeature.InRange),
            Read("textDocument/hover", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.Hover, HoverFeature.Answer, HoverFeature.Capability),
            Read("textDocument/definition", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.IReadOnlyListLocationOrLink, GoTo.Definition, GoTo.DefinitionCapability),
            Read("textDocument/declaration", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.IReadOnlyListLocationOrLink, GoTo.Declaration, GoTo.DeclarationCapability),
            Read("textDocument/typeDefinition", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.IReadOnlyListLocationOrLink, GoTo.TypeDefinition, GoTo.TypeDefinitionCapability),
            Read("textDocument/implementation", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.IReadOnlyListLocationOrLink, GoTo.Implementation, GoTo.ImplementationCapability),
            Read("textDocument/references", static () => Json.Default.ReferenceParams, static () => Json.Default.IReadOnlyListLocation, ReferencesFeature.References, ReferencesFeature.ReferencesCapability),
            Read("textDocument/documentHighlight", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.IReadOnlyListDocumentHighlight, ReferencesFeature.Highlights, ReferencesFeature.HighlightCapability),
            Read("textDocument/documentSymbol", static () => Json.Default.TextDocumentParams, static () => Json.Default.IReadOnlyListDocumentSymbolOrInformation, SymbolsFeature.OfDocument, SymbolsFeature.DocumentCapability),
            Read("workspace/symbol", static () => Json.Default.WorkspaceSymbolParams, static () => Json.Default.IReadOnlyListWorkspaceSymbol, SymbolsFeature.OfWorkspace, SymbolsFeature.WorkspaceCapability),
            Read("textDocument/foldingRange", static () => Json.Default.TextDocumentParams, static () => Json.Default.IReadOnlyListFoldingRange, ReadingAids.Folding, ReadingAids.FoldingCapability),
            Read("textDocument/selectionRange", static () => Json.Default.SelectionRangeParams, static () => Json.Default.IReadOnlyListSelectionRange, ReadingAids.Selection, ReadingAids.SelectionCapability),
            Read("textDocument/documentLink", static () => Json.Default.TextDocumentParams, static () => Json.Default.IReadOnlyListDocumentLink, ReadingAids.DocumentLinks, ReadingAids.LinksCapability),
            Read("textDocument/linkedEditingRange", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.LinkedEditingRanges, ReadingAids.LinkedEditing, ReadingAids.LinkedEditingCapability),
            Read("textDocument/prepareCallHierarchy", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.IReadOnlyListCallHierarchyItem, CallHierarchyFeature.Prepare, CallHierarchyFeature.Capability),
            Read("callHierarchy/incomingCalls", static () => Json.Default.CallHierarchyCallsParams, static () => Json.Default.IReadOnlyListCallHierarchyIncomingCall, CallHierarchyFeature.Incoming),
            Read("callHierarchy/outgoingCalls", static () => Json.Default.CallHierarchyCallsParams, static () => Json.Default.IReadOnlyListCallHierarchyOutgoingCall, CallHierarchyFeature.Outgoing),
            Read("textDocument/inlayHint", static () => Json.Default.InlayHintParams, static () => Json.Default.IReadOnlyListInlayHint, InlayHintsFeature.In, InlayHintsFeature.Capability),
            Read("inlayHint/resolve", static () => Json.Default.InlayHint, static () => Json.Default.InlayHint, InlayHintsFeature.Resolve),
            Read("textDocument/codeLens", static () => Json.Default.TextDocumentParams, static () => Json.Default.IReadOnlyListCodeLens, CodeLensFeature.Of, CodeLensFeature.Capability),
            Read("codeLens/resolve", static () => Json.Default.CodeLens, static () => Json.Default.CodeLens, CodeLensFeature.Resolve),
            Read("textDocument/codeAction", static () => Json.Default.CodeActionParams, static () => Json.Default.IReadOnlyListCodeAction, CodeActions.Offered, CodeActions.Capability, mustBeCurrent: true),
            Read("codeAction/resolve", static () => Json.Default.CodeAction, static () => Json.Default.CodeAction, CodeActions.Resolved, mustBeCurrent: true),
            Read("textDocument/prepareRename", static () => Json.Default.TextDocumentPositionParams, static () => Json.Default.PrepareRenamePlaceholder, Rename.Prepared),
            Read("textDocument/rename", static () => Json.Default.RenameParams, static () => Json.Default.WorkspaceEdit, Rename.Answered, Rename.Capability, mustBeCurrent: true),
            Read("textDocument/completion", static () => Json.Default.CompletionParams, static () => Json.Default.CompletionList, Completion.Offered, Completion.Capability),
            Read("completionItem/resolve", static () => Json.Default.CompletionItem, static () => Json.Default.CompletionItem, Completion.Resolved),

            ReadAsync("workspace/executeCommand", static () => Json.Default.ExecuteCommandParams, static () => Json.Default.ClaimChangedResult, ClaimCommands.Execute, ClaimCommands.Capability),

            Read("quotetracker/articleCounts", static () => Json.Default.TextDocumentParams, static () => Json.Default.ArticleCountsResult, OwnRequests.Counts),
            Read("quotetracker/speakers", static () => Json.Default.WorkspaceParams, static () => Json.Default.IReadOnlyListListedSpeakerResult, OwnRequests.Speakers),
            Read("quotetracker/claims", static () => Json.Default.WorkspaceParams, static () => Json.Default.IReadOnlyListListedClaimResult, OwnRequests.Claims),
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
