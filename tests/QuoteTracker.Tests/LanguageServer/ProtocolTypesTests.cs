using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using QuoteTracker.LanguageServer.Protocol;
using QuoteTracker.ProtocolTesting;
using Xunit;
using Json = QuoteTracker.LanguageServer.Protocol.ProtocolJson;
using Range = QuoteTracker.LanguageServer.Protocol.Range;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>Our types against the specification's: what we write is of its types, and whatever is of its types we can read.</summary>
public class ProtocolTypesTests
{
    private const string Uri = "file:///a.txt";
    private static readonly Range Here = new(new Position(0, 1), new Position(2, 3));
    private static readonly JsonElement Data = JsonSerializer.SerializeToElement(new { id = 1 });
    private static readonly MarkupContent Text = new(MarkupKind.Markdown, "**x**");
    private static readonly Command Run = new("Run", "run", [Data]);
    private static readonly TextEdit Edit = new(Here, "new", "a");
    private static readonly CallHierarchyItem Item = new("n", SymbolKind.File, Uri, Here, Here, [SymbolTag.Deprecated], "d", Data);

    private static readonly Diagnostic Finding = new(
        Here, "m", DiagnosticSeverity.Hint, "QT0101", new CodeDescription("https://example.org/x"), "quotetracker",
        [DiagnosticTag.Unnecessary], [new DiagnosticRelatedInformation(new Location(Uri, Here), "there")], Data);

    private static readonly WorkspaceEdit AllEdits = new(
        DocumentChanges:
        [
            new TextDocumentEdit(new OptionalVersionedTextDocumentIdentifier(Uri, null), [Edit]),
            new TextDocumentEdit(new OptionalVersionedTextDocumentIdentifier(Uri, 3), [new TextEdit(Here, "")]),
            new CreateFile(Uri, new CreateFileOptions(true, false), "a"),
            new RenameFile(Uri, Uri, new CreateFileOptions(true), "a"),
            new DeleteFile(Uri, "a"),
        ],
        ChangeAnnotations: new Dictionary<string, ChangeAnnotation> { ["a"] = new("label", true, "why") });

    public static TheoryData<string, string> Results()
    {
        var data = new TheoryData<string, string>();
        Add("textDocument/hover", new Hover(Text, Here), Json.Default.Hover);
        Add("textDocument/definition", [new Location(Uri, Here)], Json.Default.IReadOnlyListLocationOrLink);
        Add("textDocument/implementation", [new LocationLink(Uri, Here, Here, Here)], Json.Default.IReadOnlyListLocationOrLink);
        Add("textDocument/references", [new Location(Uri, Here)], Json.Default.IReadOnlyListLocation);
        Add("textDocument/documentHighlight", [new DocumentHighlight(Here, DocumentHighlightKind.Write)], Json.Default.IReadOnlyListDocumentHighlight);
        Add("textDocument/documentSymbol", [new DocumentSymbol("n", SymbolKind.String, Here, Here, "d", [SymbolTag.Deprecated], [new DocumentSymbol("c", SymbolKind.Key, Here, Here)])], Json.Default.IReadOnlyListDocumentSymbolOrInformation);
        Add("textDocument/documentSymbol", [new SymbolInformation("n", SymbolKind.String, new Location(Uri, Here), "c")], Json.Default.IReadOnlyListDocumentSymbolOrInformation);
        Add("workspace/symbol", [new WorkspaceSymbol("n", SymbolKind.String, new Location(Uri, Here), "c", Data)], Json.Default.IReadOnlyListWorkspaceSymbol);
        Add("textDocument/codeAction", [new CodeAction("t", CodeActionKind.QuickFix, [Finding], true, new CodeActionDisabled("r"), AllEdits, Run, Data)], Json.Default.IReadOnlyListCodeAction);
        Add("codeAction/resolve", new CodeAction("t", Edit: new WorkspaceEdit(Changes: new Dictionary<string, IReadOnlyList<TextEdit>> { [Uri] = [new TextEdit(Here, "x")] })), Json.Default.CodeAction);
        Add("textDocument/rename", AllEdits, Json.Default.WorkspaceEdit);
        Add("textDocument/prepareRename", new PrepareRenamePlaceholder(Here, "n"), Json.Default.PrepareRenamePlaceholder);
        Add("textDocument/inlayHint", [new InlayHint(new Position(0, 0), [new InlayHintLabelPart("l", Text, new Location(Uri, Here), Run)], InlayHintKind.Parameter, [new TextEdit(Here, "x")], Text, true, false, Data)], Json.Default.IReadOnlyListInlayHint);
        Add("textDocument/codeLens", [new CodeLens(Here, Run, Data), new CodeLens(Here)], Json.Default.IReadOnlyListCodeLens);
        Add("textDocument/completion", new CompletionList(true, [new CompletionItem("l", CompletionItemKind.Value, new CompletionItemLabelDetails("d", "e"), "d", Text, true, "s", "f", "i", InsertTextFormat.Snippet, new TextEdit(Here, "x"), [new TextEdit(Here, "y")], [" "], Data)]), Json.Default.CompletionList);
        Add("textDocument/foldingRange", [new FoldingRange(1, 2, 3, 4, FoldingRangeKind.Region, "…")], Json.Default.IReadOnlyListFoldingRange);
        Add("textDocument/selectionRange", [new SelectionRange(Here, new SelectionRange(Here))], Json.Default.IReadOnlyListSelectionRange);
        Add("textDocument/documentLink", [new DocumentLink(Here, "https://example.org", "t", Data)], Json.Default.IReadOnlyListDocumentLink);
        Add("textDocument/linkedEditingRange", new LinkedEditingRanges([Here, Here], "\\w+"), Json.Default.LinkedEditingRanges);
        Add("textDocument/prepareCallHierarchy", [Item], Json.Default.IReadOnlyListCallHierarchyItem);
        Add("callHierarchy/incomingCalls", [new CallHierarchyIncomingCall(Item, [Here])], Json.Default.IReadOnlyListCallHierarchyIncomingCall);
        Add("callHierarchy/outgoingCalls", [new CallHierarchyOutgoingCall(Item, [Here])], Json.Default.IReadOnlyListCallHierarchyOutgoingCall);
        Add("textDocument/semanticTokens/full", new SemanticTokens([0, 1, 2, 3, 4], "r"), Json.Default.SemanticTokens);
        Add("textDocument/semanticTokens/full/delta", new SemanticTokensDelta([new SemanticTokensEdit(0, 5, [0, 0, 1, 1, 0])], "r"), Json.Default.SemanticTokensOrDelta);
        Add("textDocument/diagnostic", new RelatedFullDocumentDiagnosticReport([Finding], "r"), Json.Default.DocumentDiagnosticReport);
        Add("textDocument/diagnostic", new RelatedUnchangedDocumentDiagnosticReport("r"), Json.Default.DocumentDiagnosticReport);
        Add("workspace/diagnostic", new WorkspaceDiagnosticReport([new WorkspaceFullDocumentDiagnosticReport(Uri, null, [Finding], "r"), new WorkspaceUnchangedDocumentDiagnosticReport(Uri, 2, "r")]), Json.Default.WorkspaceDiagnosticReport);
        Add("initialize", new InitializeResult(AllCapabilities, new ServerInfo("n", "v")), Json.Default.InitializeResult);
        return data;

        void Add<T>(string method, T result, JsonTypeInfo<T> type) => data.Add(method, JsonSerializer.Serialize(result, type));
    }

    private static ServerCapabilities AllCapabilities
    {
        get
        {
            var resolve = new ResolveOptions(true, true);
            var files = new FileOperationRegistrationOptions([new FileOperationFilter(new FileOperationPattern("**/*"), "file")]);
            return new ServerCapabilities(
                "utf-8", new TextDocumentSyncOptions(true, TextDocumentSyncKind.Incremental, new SaveOptions(false)), new CompletionOptions(["“"], true), true, true, true, true,
                true, true, true, true, new CodeActionOptions([CodeActionKind.SourceFixAll], true), resolve, resolve, true, new RenameOptions(true), true, true,
                new ExecuteCommandOptions(["x"], true), true, true, new SemanticTokensOptions(new SemanticTokensLegend(["a"], ["b"]), true, new SemanticTokensFullDelta(true)), resolve,
                new DiagnosticOptions(true, true, "x", true), new WorkspaceOptions(new WorkspaceFoldersServerCapabilities(true, true), new FileOperationOptions(files, files, files, files)));
        }
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void What_is_written_is_as_the_specification_has_it(string method, string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Empty(ProtocolModel.Instance.FaultsOfResult(method, document.RootElement));
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void A_member_more_or_less_is_found(string method, string json)
    {
        var changed = JsonNode.Parse(json)!;
        var target = changed is JsonArray array ? array[0]!.AsObject() : changed.AsObject();
        target["invented"] = 1;
        Assert.NotEmpty(ProtocolModel.Instance.FaultsOfResult(method, changed.Deserialize<JsonElement>()));
    }

    [Fact]
    public void What_must_be_null_is_written_and_what_is_absent_is_not()
    {
        string edit = JsonSerializer.Serialize(new OptionalVersionedTextDocumentIdentifier(Uri, null), Json.Default.OptionalVersionedTextDocumentIdentifier);
        Assert.Equal("""{"uri":"file:///a.txt","version":null}""", edit);
        Assert.Equal("""{"range":{"start":{"line":0,"character":1},"end":{"line":2,"character":3}}}""", JsonSerializer.Serialize(new CodeLens(Here), Json.Default.CodeLens));
    }

    public static TheoryData<string> Calls() =>
    [
        "initialize", "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave", "workspace/didChangeWorkspaceFolders",
        "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration", "workspace/didCreateFiles", "workspace/didRenameFiles", "workspace/didDeleteFiles",
        "textDocument/diagnostic", "workspace/diagnostic", "textDocument/hover", "textDocument/definition", "textDocument/documentHighlight", "textDocument/prepareRename",
        "textDocument/linkedEditingRange", "textDocument/prepareCallHierarchy", "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/codeLens",
        "textDocument/documentLink", "textDocument/semanticTokens/full", "textDocument/semanticTokens/full/delta", "textDocument/semanticTokens/range",
        "textDocument/references", "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls", "workspace/symbol", "textDocument/rename", "textDocument/codeAction",
        "workspace/executeCommand", "textDocument/inlayHint", "codeLens/resolve", "textDocument/completion", "textDocument/selectionRange", "$/cancelRequest", "window/workDoneProgress/cancel",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Whatever_a_client_may_send_is_read(string method)
    {
        var type = TypeOf(method);
        for (int seed = 0; seed < 60; seed++)
        {
            var parameters = ProtocolModel.Instance.AnyParams(method, new Random(seed))!;
            Assert.NotNull(JsonSerializer.Deserialize(parameters.ToJsonString(), type));
        }
    }

    private static JsonTypeInfo TypeOf(string method) => method switch
    {
        "initialize" => Json.Default.InitializeParams,
        "textDocument/didOpen" => Json.Default.DidOpenTextDocumentParams,
        "textDocument/didChange" => Json.Default.DidChangeTextDocumentParams,
        "textDocument/didClose" => Json.Default.DidCloseTextDocumentParams,
        "textDocument/didSave" => Json.Default.DidSaveTextDocumentParams,
        "workspace/didChangeWorkspaceFolders" => Json.Default.DidChangeWorkspaceFoldersParams,
        "workspace/didChangeWatchedFiles" => Json.Default.DidChangeWatchedFilesParams,
        "workspace/didChangeConfiguration" => Json.Default.DidChangeConfigurationParams,
        "workspace/didRenameFiles" => Json.Default.RenameFilesParams,
        "workspace/didCreateFiles" or "workspace/didDeleteFiles" => Json.Default.FilesParams,
        "textDocument/diagnostic" => Json.Default.DocumentDiagnosticParams,
        "workspace/diagnostic" => Json.Default.WorkspaceDiagnosticParams,
        "textDocument/semanticTokens/full/delta" => Json.Default.SemanticTokensDeltaParams,
        "textDocument/semanticTokens/range" => Json.Default.SemanticTokensRangeParams,
        "textDocument/references" => Json.Default.ReferenceParams,
        "callHierarchy/incomingCalls" or "callHierarchy/outgoingCalls" => Json.Default.CallHierarchyCallsParams,
        "workspace/symbol" => Json.Default.WorkspaceSymbolParams,
        "textDocument/rename" => Json.Default.RenameParams,
        "textDocument/codeAction" => Json.Default.CodeActionParams,
        "workspace/executeCommand" => Json.Default.ExecuteCommandParams,
        "textDocument/inlayHint" => Json.Default.InlayHintParams,
        "codeLens/resolve" => Json.Default.CodeLens,
        "textDocument/completion" => Json.Default.CompletionParams,
        "textDocument/selectionRange" => Json.Default.SelectionRangeParams,
        "$/cancelRequest" => Json.Default.CancelParams,
        "window/workDoneProgress/cancel" => Json.Default.WorkDoneProgressCancelParams,
        "textDocument/documentSymbol" or "textDocument/foldingRange" or "textDocument/codeLens" or "textDocument/documentLink" or "textDocument/semanticTokens/full" =>
            Json.Default.TextDocumentParams,
        _ => Json.Default.TextDocumentPositionParams,
    };
}
