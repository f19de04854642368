using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

public sealed record WorkspaceFolder(string Uri, string Name);

public sealed record WorkspaceFoldersChangeEvent(IReadOnlyList<WorkspaceFolder> Added, IReadOnlyList<WorkspaceFolder> Removed);

public sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

public enum FileChangeType
{
    Created = 1,
    Changed = 2,
    Deleted = 3,
}

public sealed record FileEvent(string Uri, FileChangeType Type);

public sealed record DidChangeWatchedFilesParams(IReadOnlyList<FileEvent> Changes);

[Flags]
public enum WatchKind
{
    Create = 1,
    Change = 2,
    Delete = 4,
}

/// <param name="Kind">Null for all.</param>
public sealed record FileSystemWatcher(string GlobPattern, WatchKind? Kind = null);

public sealed record DidChangeWatchedFilesRegistrationOptions(IReadOnlyList<FileSystemWatcher> Watchers);

public sealed record DidChangeConfigurationParams(JsonElement? Settings = null);

public sealed record DidChangeConfigurationRegistrationOptions(string Section);

public sealed record ConfigurationItem(string? ScopeUri = null, string? Section = null);

public sealed record ConfigurationParams(IReadOnlyList<ConfigurationItem> Items);

/// <summary>Files that were created or deleted (<c>workspace/didCreateFiles</c>, <c>didDeleteFiles</c>).</summary>
public sealed record FilesParams(IReadOnlyList<FileOfOperation> Files);

/// <summary>The specification's FileCreate and FileDelete, which are alike.</summary>
public sealed record FileOfOperation(string Uri);

public sealed record RenameFilesParams(IReadOnlyList<FileRename> Files);

public sealed record FileRename(string OldUri, string NewUri);

public enum MessageType
{
    Error = 1,
    Warning = 2,
    Info = 3,
    Log = 4,
}

/// <summary>The params of <c>window/logMessage</c> and <c>window/showMessage</c>, which are alike.</summary>
public sealed record LogMessageParams(MessageType Type, string Message);

public sealed record ShowDocumentParams(string Uri, bool? External = null, bool? TakeFocus = null, Range? Selection = null);

public sealed record ShowDocumentResult(bool Success);

public sealed record WorkDoneProgressCreateParams(IntegerOrString Token);

public sealed record WorkDoneProgressCancelParams(IntegerOrString Token);

/// <summary>The value of a <c>$/progress</c> about work done.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WorkDoneProgressBegin), "begin")]
[JsonDerivedType(typeof(WorkDoneProgressReport), "report")]
[JsonDerivedType(typeof(WorkDoneProgressEnd), "end")]
public abstract record WorkDoneProgressValue;

/// <param name="Percentage">0 to 100; null where the end is not known.</param>
public sealed record WorkDoneProgressBegin(string Title, bool? Cancellable = null, string? Message = null, int? Percentage = null) : WorkDoneProgressValue;

public sealed record WorkDoneProgressReport(bool? Cancellable = null, string? Message = null, int? Percentage = null) : WorkDoneProgressValue;

public sealed record WorkDoneProgressEnd(string? Message = null) : WorkDoneProgressValue;
