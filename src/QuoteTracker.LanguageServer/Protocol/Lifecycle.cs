using System.Text.Json;

namespace QuoteTracker.LanguageServer.Protocol;

/// <param name="ProcessId">The process that started the server; null where there is none to watch.</param>
/// <param name="InitializationOptions">What the user gave this server in the client's settings.</param>
public sealed record InitializeParams(
    ClientCapabilities Capabilities,
    int? ProcessId = null,
    ClientInfo? ClientInfo = null,
    string? Locale = null,
    string? RootPath = null,
    string? RootUri = null,
    JsonElement? InitializationOptions = null,
    string? Trace = null,
    IReadOnlyList<WorkspaceFolder>? WorkspaceFolders = null,
    IntegerOrString? WorkDoneToken = null) : IWorkDoneProgressParams;

public sealed record ClientInfo(string Name, string? Version = null);

public sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo? ServerInfo = null);

public sealed record ServerInfo(string Name, string? Version = null);

public sealed record InitializedParams;

public sealed record CancelParams(IntegerOrString Id);

public sealed record RegistrationParams(IReadOnlyList<Registration> Registrations);

public sealed record Registration(string Id, string Method, JsonElement? RegisterOptions = null);
