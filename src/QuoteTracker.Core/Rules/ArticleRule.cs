using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// One rule: a sealed class in the manner of Roslyn's analyzers. It keeps no state, for it runs on many articles at once; what it reports goes through
/// the contexts of the actions that it registers.
/// </summary>
public abstract class ArticleRule
{
    /// <summary>
    /// What this rule may report, at least one; the first is what <c>context.Report(span, …)</c> reports. The title is the rule's name in configuration
    /// and suppressions (<c>unattributed-quotation</c>).
    /// </summary>
    public abstract ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Called once; registers the rule's actions.</summary>
    public abstract void Initialize(RuleContext context);
}
