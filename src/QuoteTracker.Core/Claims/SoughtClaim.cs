using System.Collections.Immutable;

namespace QuoteTracker.Core.Claims;

/// <summary>A claim with the words that it is looked for by.</summary>
/// <param name="IsHomeless">Its article is gone.</param>
internal sealed record SoughtClaim(Claim Claim, bool IsHomeless)
{
    /// <summary>All of the words.</summary>
    public ClaimWords Words { get; } = ClaimWords.Of(Claim.Anchor.Exact);

    /// <summary>Those of each part of a split quotation; parts without words are left out.</summary>
    public ImmutableArray<ClaimWords> Parts { get; } =
        [.. Claim.Anchor.Exact.Split('\n').Select(ClaimWords.Of).Where(static words => words.Count > 0)];

    public ClaimWords Prefix { get; } = ClaimWords.Of(Claim.Anchor.Prefix);

    public ClaimWords Suffix { get; } = ClaimWords.Of(Claim.Anchor.Suffix);

    /// <summary>The words began, or ended, at a quotation mark: words between them and it are words put into the quotation.</summary>
    public bool BeginsAtMark { get; } = Claim.Anchor.Prefix.AsSpan().TrimEnd() is [.., var last] && ClaimAnchors.IsMark(last);

    /// <inheritdoc cref="BeginsAtMark"/>
    public bool EndsAtMark { get; } = Claim.Anchor.Suffix.AsSpan().TrimStart(" ,.;:!?") is [var first, ..] && ClaimAnchors.IsMark(first);

    public bool HasNoContext => Prefix.Count == 0 && Suffix.Count == 0;

    // By identity: two entries may well have the same words.
    public bool Equals(SoughtClaim? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Claim.Id.GetHashCode(StringComparison.Ordinal);
}
