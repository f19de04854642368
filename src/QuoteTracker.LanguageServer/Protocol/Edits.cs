using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

/// <param name="AnnotationId">Set in edits whose client has <c>changeAnnotationSupport</c>: makes it the specification's AnnotatedTextEdit.</param>
public sealed record TextEdit(Range Range, string NewText, string? AnnotationId = null);

/// <param name="NeedsConfirmation">The client asks before it applies the edits so marked.</param>
public sealed record ChangeAnnotation(string Label, bool? NeedsConfirmation = null, string? Description = null);

/// <summary>One step of a workspace edit.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextDocumentEdit))]
[JsonDerivedType(typeof(CreateFile), "create")]
[JsonDerivedType(typeof(RenameFile), "rename")]
[JsonDerivedType(typeof(DeleteFile), "delete")]
public abstract record DocumentChange;

public sealed record TextDocumentEdit(OptionalVersionedTextDocumentIdentifier TextDocument, IReadOnlyList<TextEdit> Edits) : DocumentChange;

public sealed record CreateFileOptions(bool? Overwrite = null, bool? IgnoreIfExists = null);

public sealed record CreateFile(string Uri, CreateFileOptions? Options = null, string? AnnotationId = null) : DocumentChange;

public sealed record RenameFile(string OldUri, string NewUri, CreateFileOptions? Options = null, string? AnnotationId = null) : DocumentChange;

public sealed record DeleteFile(string Uri, string? AnnotationId = null) : DocumentChange;

/// <param name="Changes">For clients without <c>documentChanges</c>; never beside <paramref name="DocumentChanges"/>.</param>
public sealed record WorkspaceEdit(
    IReadOnlyDictionary<string, IReadOnlyList<TextEdit>>? Changes = null,
    IReadOnlyList<DocumentChange>? DocumentChanges = null,
    IReadOnlyDictionary<string, ChangeAnnotation>? ChangeAnnotations = null);

public sealed record ApplyWorkspaceEditParams(WorkspaceEdit Edit, string? Label = null);

public sealed record ApplyWorkspaceEditResult(bool Applied, string? FailureReason = null, int? FailedChange = null);

public sealed record RenameParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    string NewName,
    IntegerOrString? WorkDoneToken = null) : ITextDocumentParams, IWorkDoneProgressParams;

/// <summary>The answer of prepareRename: what would be renamed, and the name to start from.</summary>
public sealed record PrepareRenamePlaceholder(Range Range, string Placeholder);

public static class CodeActionKind
{
    public const string QuickFix = "quickfix";
    public const string Refactor = "refactor";
    public const string Source = "source";
    public const string SourceFixAll = "source.fixAll";

    /// <summary>What mends all of ours alone, as settings of editors name it.</summary>
    public const string OwnFixAll = "source.fixAll.quotetracker";
}

public enum CodeActionTriggerKind
{
    Invoked = 1,
    Automatic = 2,
}

public sealed record CodeActionContext(
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<string>? Only = null,
    CodeActionTriggerKind? TriggerKind = null);

public sealed record CodeActionParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    CodeActionContext Context,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

public sealed record CodeActionDisabled(string Reason);

public sealed record CodeAction(
    string Title,
    string? Kind = null,
    IReadOnlyList<Diagnostic>? Diagnostics = null,
    bool? IsPreferred = null,
    CodeActionDisabled? Disabled = null,
    WorkspaceEdit? Edit = null,
    Command? Command = null,
    JsonElement? Data = null);

public sealed record ExecuteCommandParams(
    string Command,
    IReadOnlyList<JsonElement>? Arguments = null,
    IntegerOrString? WorkDoneToken = null) : IWorkDoneProgressParams;
