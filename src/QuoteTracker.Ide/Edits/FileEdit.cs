using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Edits;

/// <summary>Why a change is part of an edit, for a person who looks at the edit before it is made.</summary>
/// <param name="NeedsConfirmation">The person is to say yes to it first.</param>
public sealed record EditNote(string Label, string Description, bool NeedsConfirmation);

/// <param name="Change">UTF-16 offsets, end exclusive.</param>
public readonly record struct NotedChange(TextChange Change, EditNote? Note);

/// <summary>Changes of one file.</summary>
/// <param name="Path">A full path.</param>
/// <param name="Text">The text that the changes are of.</param>
/// <param name="Changes">In text order, not overlapping.</param>
public sealed record FileEdit(string Path, SourceText Text, ImmutableArray<NotedChange> Changes)
{
    /// <summary>The file is not there yet: <see cref="Text"/> is empty.</summary>
    public bool IsNew { get; init; }

    public static FileEdit Of(string path, SourceText text, IEnumerable<TextChange> changes) =>
        new(path, text, [.. changes.Select(static change => new NotedChange(change, null))]);
}
