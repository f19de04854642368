namespace QuoteTracker.LanguageServer.Protocol;

// What the project's own editor extension asks beyond the specification: docs/language-server.md has the list.

/// <summary>The params of what is asked of the whole workspace.</summary>
public sealed record WorkspaceParams;

/// <summary>The answer to <c>quotetracker/articleCounts</c>.</summary>
/// <param name="Quotations">Attributed or not.</param>
public sealed record ArticleCountsResult(int Quotations, int Unattributed, int? OpenClaims = null);

/// <summary>One of the answer to <c>quotetracker/speakers</c>.</summary>
/// <param name="Id">The registry's; left out for one whom no registry has.</param>
/// <param name="Kind"><c>person</c>, <c>organisation</c>, <c>document</c> or <c>unknown</c>.</param>
/// <param name="Role">Held still; left out where there is none.</param>
/// <param name="Range">The name in the registry, or else the first mention.</param>
/// <param name="Quotations">In all articles of the workspace, as far as they are read.</param>
public sealed record ListedSpeakerResult(string? Id, string Name, string Kind, string? Role, string Uri, Range Range, int Quotations);
