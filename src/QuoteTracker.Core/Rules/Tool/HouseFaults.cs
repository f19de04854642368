using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>What can go wrong with a newsroom's own rules.</summary>
public static class HouseFaults
{
    /// <summary>0: the key that is missing.</summary>
    public static readonly DiagnosticDescriptor IncompleteRule = Fault("QT0940", "incomplete-house-rule", DiagnosticSeverity.Error,
        "This rule has no '{0}', so it is left out");

    /// <summary>0: the id or name, 1: what has it.</summary>
    public static readonly DiagnosticDescriptor DuplicateRule = Fault("QT0941", "duplicate-house-rule", DiagnosticSeverity.Error,
        "'{0}' is taken by {1}, so this rule is left out. Give it one of its own");

    private static DiagnosticDescriptor Fault(string id, string name, DiagnosticSeverity severity, string message) =>
        RuleDescriptor.Create(id, name, RuleGroup.Tool, severity, message);
}
