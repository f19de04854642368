using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules.Tool;

/// <summary>What can go wrong while rules run over an article.</summary>
public static class RunFaults
{
    public static DiagnosticDescriptor RuleFailed { get; } = RuleDescriptor.Create(
        "QT0930", "rule-failed", RuleGroup.Tool, DiagnosticSeverity.Warning,
        "The rule {0} broke on this file ({1}: {2}), so its findings here are incomplete; all other rules ran. Please report it to the rule's author.");

    public static DiagnosticDescriptor UnusedSuppression { get; } = RuleDescriptor.Create(
        "QT0931", "unused-suppression", RuleGroup.Tool, DiagnosticSeverity.Warning,
        "Nothing here needs ‘ignore {0}’ any more; left standing, it would hide the next real finding. Remove it.");

    public static DiagnosticDescriptor UnknownSuppressedRule { get; } = RuleDescriptor.Create(
        "QT0932", "unknown-suppressed-rule", RuleGroup.Tool, DiagnosticSeverity.Warning,
        "No rule is named ‘{0}’, so this comment hides nothing. {1}");

    public static DiagnosticDescriptor InvalidSuppression { get; } = RuleDescriptor.Create(
        "QT0933", "invalid-suppression", RuleGroup.Tool, DiagnosticSeverity.Warning,
        "This comment hides nothing: {0}. Write ‘quotetracker: ignore rule-name: reason’.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [RuleFailed, UnusedSuppression, UnknownSuppressedRule, InvalidSuppression];
}
