using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Findings of a text before, which go with their words until they are found again.</summary>
/// <param name="Text">The text that they were found in.</param>
internal sealed record LateFindings(SourceText Text, ImmutableArray<(TextSpan Span, Diagnostic Finding)> Items)
{
    /// <summary>Those whose words the edits since have left alone, where they stand now.</summary>
    public IEnumerable<Diagnostic> In(Document document)
    {
        if (Items.IsEmpty) return [];
        // Copies only for a text that is no string already.
        string before = Text.ToString(), now = document.Text.ToString();
        int head = before.AsSpan().CommonPrefixLength(now), most = Math.Min(before.Length, now.Length) - head, tail = 0;
        while (tail < most && before[^(tail + 1)] == now[^(tail + 1)]) tail++;
        int moved = now.Length - before.Length, end = before.Length - tail;
        return Items
            .Where(item => item.Span.End <= head || item.Span.Start >= end)
            .Select(item => item.Finding with { Range = document.Positions.RangeOf(item.Span.End <= head ? item.Span : new TextSpan(item.Span.Start + moved, item.Span.Length)) });
    }
}
