using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

public enum DiagnosticSeverity
{
    Error = 1,
    Warning = 2,
    Information = 3,
    Hint = 4,
}

public enum DiagnosticTag
{
    Unnecessary = 1,
    Deprecated = 2,
}

/// <param name="Code">The rule's id: <c>QT0201</c>.</param>
/// <param name="Data">Comes back with the code action request.</param>
public sealed record Diagnostic(
    Range Range,
    [property: JsonConverter(typeof(MessageConverter))] string Message,
    DiagnosticSeverity? Severity = null,
    IntegerOrString? Code = null,
    CodeDescription? CodeDescription = null,
    string? Source = null,
    IReadOnlyList<DiagnosticTag>? Tags = null,
    IReadOnlyList<DiagnosticRelatedInformation>? RelatedInformation = null,
    JsonElement? Data = null);

/// <param name="Href">Where the rule's page is.</param>
public sealed record CodeDescription(string Href);

public sealed record DiagnosticRelatedInformation(Location Location, string Message);

public sealed record PublishDiagnosticsParams(string Uri, IReadOnlyList<WrittenDiagnostic> Diagnostics, int? Version = null);

public sealed record DocumentDiagnosticParams(
    TextDocumentIdentifier TextDocument,
    string? Identifier = null,
    string? PreviousResultId = null,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : ITextDocumentParams, IWorkDoneProgressParams, IPartialResultParams;

/// <summary>A document's findings, or the news that there is none since the result the client has.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RelatedFullDocumentDiagnosticReport), "full")]
[JsonDerivedType(typeof(RelatedUnchangedDocumentDiagnosticReport), "unchanged")]
public abstract record DocumentDiagnosticReport;

public sealed record RelatedFullDocumentDiagnosticReport(IReadOnlyList<Diagnostic> Items, string? ResultId = null) : DocumentDiagnosticReport;

public sealed record RelatedUnchangedDocumentDiagnosticReport(string ResultId) : DocumentDiagnosticReport;

public sealed record PreviousResultId(string Uri, string Value);

public sealed record WorkspaceDiagnosticParams(
    IReadOnlyList<PreviousResultId> PreviousResultIds,
    string? Identifier = null,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : IWorkDoneProgressParams, IPartialResultParams;

public sealed record WorkspaceDiagnosticReport(IReadOnlyList<WorkspaceDocumentDiagnosticReport> Items);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WorkspaceFullDocumentDiagnosticReport), "full")]
[JsonDerivedType(typeof(WorkspaceUnchangedDocumentDiagnosticReport), "unchanged")]
public abstract record WorkspaceDocumentDiagnosticReport;

/// <param name="Version">Null, and written so, for a document that is not open.</param>
public sealed record WorkspaceFullDocumentDiagnosticReport(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version,
    IReadOnlyList<Diagnostic> Items,
    string? ResultId = null) : WorkspaceDocumentDiagnosticReport;

/// <param name="Version">Null, and written so, for a document that is not open.</param>
public sealed record WorkspaceUnchangedDocumentDiagnosticReport(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version,
    string ResultId) : WorkspaceDocumentDiagnosticReport;
