using System.Collections.Immutable;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>Where a claim stands between being written and being sure.</summary>
public enum ClaimStatus
{
    /// <summary>Nobody has checked it yet.</summary>
    Unchecked,

    /// <summary>It is as its source has it.</summary>
    Verified,

    /// <summary>Somebody doubts it, and the note should say why.</summary>
    Disputed,

    /// <summary>It was wrong, and the copy has been put right.</summary>
    Corrected,

    /// <summary>It was taken back.</summary>
    Retracted,
}

/// <summary>The words a claim was made in, and what stood around them, so that they are found again in a text that was edited.</summary>
/// <param name="Prefix">What stood before the words, each run of blanks as one; empty at the start of an article.</param>
/// <param name="Exact">The words as they were checked, without the outermost quotation marks: each part of a split quotation on a line of its own, each run of blanks as one.</param>
/// <param name="Suffix">What stood behind the words.</param>
public sealed record ClaimAnchor(string Prefix, string Exact, string Suffix)
{
    /// <summary>The <see cref="ClaimWords.Hash"/> of the words as they were checked; null where the entry has none. Where it is not that of <see cref="Exact"/>, somebody changed the words in the ledger.</summary>
    public string? Hash { get; init; }

    /// <inheritdoc cref="Claim.OtherMembers"/>
    public string OtherMembers { get; init; } = "";
}

/// <summary>What a claim was checked against.</summary>
public sealed record ClaimSource
{
    /// <summary>A file, from the newsroom's root, with slashes; null where <see cref="Url"/> is given.</summary>
    public string? Path { get; init; }

    /// <summary>A web address, never fetched.</summary>
    public string? Url { get; init; }

    /// <summary>Where in the source: <c>line 14</c>, <c>00:12:31</c>, <c>page 3</c>.</summary>
    public string? Locator { get; init; }

    /// <summary>SHA-256 of the file's bytes when it was checked, 64 lower-case hexadecimal digits.</summary>
    public string? Hash { get; init; }

    /// <inheritdoc cref="Claim.OtherMembers"/>
    public string OtherMembers { get; init; } = "";
}

/// <summary>An outcome that was recorded: somebody held a claim against a source, or changed their mind about it.</summary>
public sealed record ClaimCheck
{
    /// <summary>What came of it.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>What it was held against; null where nothing was named.</summary>
    public ClaimSource? Source { get; init; }

    /// <summary>What the comparison with the source said; null where a person alone decided.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The person, or <c>quotetracker</c>; null where nobody said.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>The day; null where nobody said.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>What the person wrote; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A check that a later one replaced.</summary>
/// <param name="Check">The check as it was.</param>
/// <param name="Exact">The words it was of, as <see cref="ClaimAnchor.Exact"/> had them.</param>
public sealed record PastCheck(ClaimCheck Check, string Exact)
{
    /// <inheritdoc cref="Claim.OtherMembers"/>
    public string OtherMembers { get; init; } = "";
}

/// <summary>One entry of the ledger: an attributed, checkable statement, and what was checked about it. Immutable.</summary>
public sealed record Claim
{
    /// <summary>Unique in its ledger, and the same for as long as the claim lives.</summary>
    public required string Id { get; init; }

    /// <summary>The article's path from the newsroom's root, with slashes.</summary>
    public required string Article { get; init; }

    /// <summary>Its words, and where they stood.</summary>
    public required ClaimAnchor Anchor { get; init; }

    /// <summary>The registry's id of who said it, or the name where the registry has no entry; null where nobody knows.</summary>
    public string? Speaker { get; init; }

    /// <summary>How much of it stood in quotation marks when it was recorded; null where nobody said.</summary>
    public AttributionKind? Kind { get; init; }

    /// <summary>The last check; of status <see cref="ClaimStatus.Unchecked"/> where there was none.</summary>
    public ClaimCheck Check { get; init; } = new() { Status = ClaimStatus.Unchecked };

    /// <summary>The checks before the last, the oldest first.</summary>
    public ImmutableArray<PastCheck> History { get; init; } = [];

    /// <summary>Members that this version does not know, as they were written, each with a comma before it: they are kept.</summary>
    public string OtherMembers { get; init; } = "";

    /// <summary>That of the last check.</summary>
    public ClaimStatus Status => Check.Status;

    /// <summary>The same claim after another check. The check before goes into the history, with the words it was of.</summary>
    public Claim With(ClaimCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (check == Check) return this;
        return this with { Check = check, History = Status == ClaimStatus.Unchecked ? History : History.Add(new PastCheck(Check, Anchor.Exact)) };
    }

    /// <summary>The same claim checked again in the words and at the place in which it stands now.</summary>
    /// <param name="anchor">Made of the words of now: <see cref="ClaimAnchors.Of"/>.</param>
    public Claim With(ClaimCheck check, ClaimAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(anchor);
        var isReworded = !ClaimWords.AreSame(anchor.Exact, Anchor.Exact);
        var isNews = check != Check || isReworded;
        return this with
        {
            Anchor = anchor,
            Check = check,
            History = isNews && Status != ClaimStatus.Unchecked ? History.Add(new PastCheck(Check, Anchor.Exact)) : History,
        };
    }
}
