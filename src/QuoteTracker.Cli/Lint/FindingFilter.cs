using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Lint;

/// <summary>What of the findings the user asked to see.</summary>
/// <param name="minimum">Findings below it are not shown.</param>
public sealed class FindingFilter(RuleSelection selection, DiagnosticSeverity minimum)
{
    /// <returns>What the user named that is none of the rules.</returns>
    public IEnumerable<string> Unknown(IReadOnlyCollection<DiagnosticDescriptor> rules) => selection.Unknown(rules);

    /// <returns>How bad it is in this newsroom; null where it is not shown.</returns>
    public DiagnosticSeverity? SeverityOf(Diagnostic diagnostic, RuleSeverities severities)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(severities);
        if (FailureFaults.Has(diagnostic.Id)) return DiagnosticSeverity.Error;
        return selection.Shows(diagnostic.Descriptor) && severities.Of(diagnostic.Descriptor) is { } severity && severity >= minimum ? severity : null;
    }
}
