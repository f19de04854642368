using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A speaker that a fix adds to the registry; whoever owns the file writes the entry into it.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Kind">A person, a body or a document.</param>
/// <param name="Title">The office that the article gives with the name; null where it gives none.</param>
public sealed record SpeakerProposal(string Name, Speakers.EntityKind Kind, string? Title);

/// <summary>One way to mend a diagnostic.</summary>
/// <param name="Title">What it does, as a menu shows it: <c>Close the quotation with ”</c>.</param>
/// <param name="EquivalenceKey">The same for all fixes that do the same thing elsewhere, so that they can be applied together.</param>
/// <param name="Changes">In the article's text.</param>
public sealed record Fix(string Title, string EquivalenceKey, ImmutableArray<TextChange> Changes)
{
    /// <summary>Set where the fix adds a speaker to the registry.</summary>
    public SpeakerProposal? AddSpeaker { get; init; }

    /// <summary>False where a person should choose: <c>--fix</c> leaves it alone.</summary>
    public bool IsSafe { get; init; } = true;
}

/// <summary>Finds the fixes of one rule's diagnostics; apart from the rule, stateless.</summary>
public abstract class FixProvider
{
    /// <summary>The ids it can mend: <c>QT0102</c>.</summary>
    public abstract ImmutableArray<string> FixableIds { get; }

    /// <summary>The best fix first; empty where this one has none.</summary>
    public abstract ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model);
}
