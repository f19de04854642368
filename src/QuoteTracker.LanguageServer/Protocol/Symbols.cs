using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.LanguageServer.Protocol;

public enum SymbolKind
{
    File = 1,
    Module = 2,
    Namespace = 3,
    Package = 4,
    Class = 5,
    Method = 6,
    Property = 7,
    Field = 8,
    Constructor = 9,
    Enum = 10,
    Interface = 11,
    Function = 12,
    Variable = 13,
    Constant = 14,
    String = 15,
    Number = 16,
    Boolean = 17,
    Array = 18,
    Object = 19,
    Key = 20,
    Null = 21,
    EnumMember = 22,
    Struct = 23,
    Event = 24,
    Operator = 25,
    TypeParameter = 26,
}

public enum SymbolTag
{
    Deprecated = 1,
}

/// <summary>What the outline may hold: a tree where the client has <c>hierarchicalDocumentSymbolSupport</c>, else a flat list.</summary>
[JsonDerivedType(typeof(DocumentSymbol))]
[JsonDerivedType(typeof(SymbolInformation))]
public abstract record DocumentSymbolOrInformation;

public sealed record DocumentSymbol(
    string Name,
    SymbolKind Kind,
    Range Range,
    Range SelectionRange,
    string? Detail = null,
    IReadOnlyList<SymbolTag>? Tags = null,
    IReadOnlyList<DocumentSymbol>? Children = null) : DocumentSymbolOrInformation;

public sealed record SymbolInformation(
    string Name,
    SymbolKind Kind,
    Location Location,
    string? ContainerName = null) : DocumentSymbolOrInformation;

public sealed record WorkspaceSymbolParams(
    string Query,
    IntegerOrString? WorkDoneToken = null,
    IntegerOrString? PartialResultToken = null) : IWorkDoneProgressParams, IPartialResultParams;

public sealed record WorkspaceSymbol(
    string Name,
    SymbolKind Kind,
    Location Location,
    string? ContainerName = null,
    JsonElement? Data = null);
