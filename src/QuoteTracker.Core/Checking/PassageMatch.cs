using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>A quotation and a passage of a source, judged.</summary>
/// <param name="Span">Of the passage in the source's text; empty where the verdict is absent.</param>
/// <param name="Fit">The share of the quotation's words that the passage has, 0 to 1, small words counting less.</param>
internal sealed record PassageMatch(SourceDocument Document, Alignment Alignment, Verdict Verdict, TextSpan Span, ImmutableArray<WordEdit> Edits, double Fit)
{
    /// <summary>All its words were said, in their order.</summary>
    public bool HasRightWords => Verdict is Verdict.Exact or Verdict.Normalised or Verdict.Elided;
}
