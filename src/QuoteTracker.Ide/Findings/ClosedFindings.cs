using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Findings;

/// <summary>The findings of an article that is not open.</summary>
/// <param name="Text">Which they are in; null where the article cannot be read, or has none.</param>
/// <param name="Diagnostics">In text order.</param>
public sealed record ClosedFindings(SourceText? Text, ImmutableArray<Diagnostic> Diagnostics);
