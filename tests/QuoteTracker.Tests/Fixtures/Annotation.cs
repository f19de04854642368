using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Tests.Fixtures;

/// <summary>Writes labels back into a text, the way a fixture has them.</summary>
internal static class Annotation
{
    public static string Of(string text, IEnumerable<(TextSpan Span, string Label)> labelled)
    {
        var spans = labelled.OrderBy(item => item.Span.Start).ThenByDescending(item => item.Span.End).ToList();
        var opening = spans.ToLookup(item => item.Span.Start);
        var closing = spans.ToLookup(item => item.Span.End);
        var result = new StringBuilder();
        for (int at = 0; at <= text.Length; at++)
        {
            // An empty span is opened and closed where it stands, after what ends there.
            foreach (var (span, _) in closing[at])
                if (!span.IsEmpty) result.Append("|}");
            foreach (var (span, label) in opening[at])
                result.Append("{|").Append(label).Append(span.IsEmpty ? ":|}" : ":");
            if (at < text.Length) result.Append(text[at]);
        }
        return result.ToString();
    }
}
