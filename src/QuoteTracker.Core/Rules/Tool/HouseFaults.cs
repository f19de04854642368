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

    /// <summary>0: the rule's name, 1: what it did, 2: the article.</summary>
    public static readonly DiagnosticDescriptor RuleStopped = Fault("QT0942", "house-rule-stopped", DiagnosticSeverity.Error,
        "The rule {0} {1} while it looked at {2}. It is off for the rest of this run, so its findings are incomplete; everything else was checked");

    /// <summary>0: what the compiler says, with the number of its message.</summary>
    public static readonly DiagnosticDescriptor RuleDoesNotCompile = Fault("QT0943", "house-rule-does-not-compile", DiagnosticSeverity.Error,
        "{0}. The rule is left out");

    /// <summary>0: what is used.</summary>
    public static readonly DiagnosticDescriptor ForbiddenInRule = Fault("QT0944", "forbidden-in-house-rule", DiagnosticSeverity.Error,
        "A rule may not use {0}: it sees the article that it is given, reports, and keeps nothing. The rule is left out");

    /// <summary>0: what is wrong.</summary>
    public static readonly DiagnosticDescriptor UnusableRule = Fault("QT0945", "unusable-house-rule", DiagnosticSeverity.Error,
        "This rule cannot be used: {0}");

    /// <summary>0: how many files with rules there are.</summary>
    public static readonly DiagnosticDescriptor CodeRulesNotRun = Fault("QT0946", "code-rules-not-run", DiagnosticSeverity.Info,
        "This newsroom has rules in C# ({0}), which were not run, for they are programs. Where you trust whoever wrote them, run them with --allow-code-rules, or trust the workspace in your editor");

    private static DiagnosticDescriptor Fault(string id, string name, DiagnosticSeverity severity, string message) =>
        RuleDescriptor.Create(id, name, RuleGroup.Tool, severity, message);
}
