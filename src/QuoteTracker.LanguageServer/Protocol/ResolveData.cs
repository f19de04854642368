namespace QuoteTracker.LanguageServer.Protocol;

/// <summary>What a hint or a lens carries until the client has it resolved. Not of the specification: clients hand it back as it was.</summary>
/// <param name="Uri">The document's, as the client writes it.</param>
/// <param name="Offset">UTF-16.</param>
public sealed record PlaceData(string Uri, int Offset);

/// <summary>What an item of the call hierarchy carries: an article by its path, or a speaker by the parts of the key. Not of the specification.</summary>
public sealed record QuotingData(string? Path = null, string? Newsroom = null, string? Entry = null, string? Name = null);

/// <summary>What a code action carries until the client wants its edit. Not of the specification.</summary>
/// <param name="Version">Of the document when the action was offered.</param>
public sealed record CodeActionData(string Uri, int Version, Range Range);
