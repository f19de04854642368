using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Ide.Renaming;

/// <summary>What is renamed.</summary>
public enum RenameKind
{
    /// <summary>A speaker, by the full name: the other forms of the name follow.</summary>
    Speaker,

    /// <summary>One other name of an entry in the registry.</summary>
    Alias,

    /// <summary>The id of an entry in the registry.</summary>
    Id,
}

/// <summary>What a rename at a place is about.</summary>
/// <param name="Span">The words at the place; UTF-16 offsets, end exclusive.</param>
/// <param name="Name">The name as it is, to be changed by a person: in full, even where the place has the surname alone.</param>
/// <param name="Entry">Null for a speaker that the registry does not have: then the rename is about this article alone.</param>
public sealed record RenameTarget(RenameKind Kind, TextSpan Span, string Name, RegistryEntry? Entry);

/// <summary>Why something cannot be renamed; its message is for the person who asked.</summary>
public sealed class RenameRefusedException(string message) : Exception(message);
