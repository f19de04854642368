using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide.Findings;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Findings of a text before, which go with their words until they are found again.</summary>
/// <param name="Text">The text that they were found in.</param>
internal sealed record LateFindings(SourceText Text, ImmutableArray<(TextSpan Span, Diagnostic Finding)> Items)
{
    public static LateFindings None { get; } = new(SourceText.From(""), []);

    /// <summary>Those whose words the edits since have left alone, where they stand now.</summary>
    public IEnumerable<Diagnostic> In(Document document)
    {
        if (Items.IsEmpty) yield break;
        var shift = TextShift.Between(Text, document.Text);
        foreach (var (before, finding) in Items)
        {
            if (shift.Move(before) is { } span) yield return finding with { Range = document.Positions.RangeOf(span) };
        }
    }
}
