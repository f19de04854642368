using System.Collections.Immutable;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>The written names of the ledger's words; case counts.</summary>
public static class ClaimNames
{
    /// <summary>In the order of <see cref="ClaimStatus"/>.</summary>
    public static ImmutableArray<string> Statuses { get; } = ["unchecked", "verified", "disputed", "corrected", "retracted"];

    /// <summary>In the order of <see cref="AttributionKind"/>.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["direct", "mixed", "indirect"];

    /// <summary>The members of an entry that this version writes, in their order.</summary>
    public static ImmutableArray<string> Members { get; } =
        ["id", "article", "anchor", "speaker", "kind", "status", "source", "verdict", "checkedBy", "checkedOn", "note", "history"];

    public static string Name(this ClaimStatus status) => Statuses[(int)status];

    public static string Name(this AttributionKind kind) => Kinds[(int)kind];

    /// <returns>Null for what is no status.</returns>
    public static ClaimStatus? ParseStatus(string name) => Statuses.IndexOf(name, StringComparer.Ordinal) is var at and >= 0 ? (ClaimStatus)at : null;

    /// <returns>Null for what is no kind.</returns>
    public static AttributionKind? ParseKind(string name) => Kinds.IndexOf(name, StringComparer.Ordinal) is var at and >= 0 ? (AttributionKind)at : null;
}
