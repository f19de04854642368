using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>What can go wrong while rules run over an article.</summary>
public static class RunFaults
{
    /// <summary>0: the rule's name, 1: the exception's type, 2: its message.</summary>
    public static readonly DiagnosticDescriptor RuleFailed = Fault("QT0930", "rule-failed", DiagnosticSeverity.Warning,
        "The rule {0} broke on this file ({1}: {2}), so its findings here are incomplete; all other rules ran. Please report it to the rule's author");

    /// <summary>0: the rule's name.</summary>
    public static readonly DiagnosticDescriptor UnusedSuppression = Fault("QT0931", "unused-suppression", DiagnosticSeverity.Warning,
        "Nothing here needs 'ignore {0}' any more; left standing, it would hide the next real finding. Remove it");

    /// <summary>0: what is wrong.</summary>
    public static readonly DiagnosticDescriptor InvalidSuppression = Fault("QT0932", "invalid-suppression", DiagnosticSeverity.Warning,
        "This comment hides nothing: {0}. Write 'quotetracker: ignore rule-name: reason'");

    private static DiagnosticDescriptor Fault(string id, string name, DiagnosticSeverity severity, string message) =>
        RuleDescriptor.Create(id, name, RuleGroup.Tool, severity, message);
}
