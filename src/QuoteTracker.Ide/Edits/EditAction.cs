using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Checking;

namespace QuoteTracker.Ide.Edits;

/// <summary>Where an editor offers an action.</summary>
public enum EditActionKind
{
    /// <summary>Mends a finding, or deals with it otherwise.</summary>
    Fix,

    /// <summary>Changes something that is no fault.</summary>
    Refactoring,

    /// <summary>Mends the whole article: what an editor may do at each save.</summary>
    FixAll,
}

/// <summary>Something that can be done to a file at a place.</summary>
/// <param name="Title">Unique among the actions of its place.</param>
/// <param name="Findings">Those that it deals with.</param>
/// <param name="Edits">Works them out when they are wanted.</param>
public sealed record EditAction(string Title, EditActionKind Kind, ImmutableArray<Diagnostic> Findings, Func<ImmutableArray<FileEdit>> Edits)
{
    /// <summary>The one to take where nobody is asked which.</summary>
    public bool IsPreferred { get; init; }

    /// <summary>What it does to the ledger instead of editing a file; null where it edits.</summary>
    public ClaimRequest? Claim { get; init; }

    /// <summary>What it opens instead; null where it does not.</summary>
    public Destination? Opens { get; init; }
}
