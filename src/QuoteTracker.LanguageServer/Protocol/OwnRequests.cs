namespace QuoteTracker.LanguageServer.Protocol;

// What the project's own editor extension asks beyond the specification: docs/language-server.md has the list.

/// <summary>The params of what is asked of the whole workspace.</summary>
public sealed record WorkspaceParams;

/// <summary>The answer to <c>quotetracker/articleCounts</c>.</summary>
/// <param name="Quotations">Attributed or not.</param>
public sealed record ArticleCountsResult(int Quotations, int Unattributed, int? OpenClaims = null);

/// <summary>The answer to <c>quotetracker/report</c>.</summary>
/// <param name="Html">A whole page that loads nothing.</param>
public sealed record ReportResult(string Html);

/// <summary>The argument of the command <c>quotetracker.setClaimStatus</c>: an entry by its id, or a quotation by a range in an open article.</summary>
/// <param name="Status">Of the ledger's words; left out where only the source is set.</param>
/// <param name="By">Who decides; else the client's setting <c>quotetracker.checkedBy</c>, else the user's name on this machine.</param>
public sealed record ClaimStatusParams(
    string? Uri = null, Range? Range = null, string? Id = null, string? Status = null, ClaimSourceParams? Source = null, string? Note = null, string? By = null);

/// <param name="Path">From the newsroom's root, with slashes; or <paramref name="Url"/>.</param>
public sealed record ClaimSourceParams(string? Path = null, string? Url = null, string? Locator = null);

/// <summary>The answer of the command: the entry as it is now.</summary>
public sealed record ClaimChangedResult(string Id, string Status);

/// <summary>One of the answer to <c>quotetracker/claims</c>.</summary>
/// <param name="Range">The words in their article, the first part of a split quotation; where they are lost the entry's line in the ledger.</param>
/// <param name="Words">As they were checked, on one line.</param>
/// <param name="Lost">The words stand nowhere in the article, as far as it is read.</param>
/// <param name="Stale">What was checked is not what the article says now.</param>
public sealed record ListedClaimResult(
    string Id, string Uri, Range Range, string Words, ClaimSpeakerResult? Speaker, string? Kind, string Status, string? Verdict, ClaimSourceResult? Source,
    string Article, bool Stale, bool Lost, string? CheckedBy, string? CheckedOn, string? Note);

/// <param name="Id">Left out for one whom the registry does not have.</param>
public sealed record ClaimSpeakerResult(string? Id, string Name);

/// <param name="Uri">Of a file of the newsroom, or an address on the web.</param>
public sealed record ClaimSourceResult(string? Uri, Range? Range, string? Locator, string? Path);

/// <summary>One of the answer to <c>quotetracker/speakers</c>.</summary>
/// <param name="Id">The registry's; left out for one whom no registry has.</param>
/// <param name="Kind"><c>person</c>, <c>organisation</c>, <c>document</c> or <c>unknown</c>.</param>
/// <param name="Role">Held still; left out where there is none.</param>
/// <param name="Range">The name in the registry, or else the first mention.</param>
/// <param name="Quotations">In all articles of the workspace, as far as they are read.</param>
public sealed record ListedSpeakerResult(string? Id, string Name, string Kind, string? Role, string Uri, Range Range, int Quotations);
