using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Ide.Findings;

/// <summary>A finding of a rule that looks at the newsroom as a whole, and where it stands now. Immutable.</summary>
/// <param name="Found">As it was found.</param>
/// <param name="Span">In the file's text as it is now; UTF-16 offsets, end exclusive.</param>
/// <param name="Other">The words that it is held against; null where there are none, or they have changed since.</param>
public sealed record WorkspaceFinding(Diagnostic Found, TextSpan Span, WorkspacePlace? Other)
{
    internal static WorkspaceFinding Of(Diagnostic found) => new(
        found, found.Location.SourceSpan, found.AdditionalLocations is [var other, ..] ? new WorkspacePlace(other.GetLineSpan().Path, other.SourceSpan) : null);

    /// <param name="text">The file's, as it is now.</param>
    public Diagnostic In(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Span == Found.Location.SourceSpan) return Found;
        return RuleSeverities.Moved(Found, Location.Create(Found.Location.GetLineSpan().Path, Span, text.Lines.GetLinePositionSpan(Span)));
    }

    /// <returns>Null where its own words have changed.</returns>
    internal WorkspaceFinding? Moved(string path, TextShift shift) => shift.Move(Span) switch
    {
        null => null,
        { } span when span == Span => MovedOther(path, shift),
        { } span => (this with { Span = span }).MovedOther(path, shift),
    };

    internal WorkspaceFinding MovedOther(string path, TextShift shift)
    {
        if (Other is not { } other || other.Path != path) return this;
        var span = shift.Move(other.Span);
        return span == other.Span ? this : this with { Other = span is { } at ? other with { Span = at } : null };
    }
}

/// <param name="Path">A full path.</param>
/// <param name="Span">In the file's text as it is now; UTF-16 offsets, end exclusive.</param>
public sealed record WorkspacePlace(string Path, TextSpan Span);
