using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>Faults in <c>speakers.yaml</c> itself, reported there at their own line. What is valid in the file is used all the same.</summary>
public static class RegistryFaults
{
    /// <summary>0: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Malformed = Fault("QT0310", "malformed-registry", DiagnosticSeverity.Error,
        "The registry cannot be read here: {0}");

    /// <summary>0: the id, 1: the line (from 1) of its first use.</summary>
    public static readonly DiagnosticDescriptor DuplicateId = Fault("QT0311", "duplicate-speaker-id", DiagnosticSeverity.Error,
        "The id '{0}' is taken by the entry in line {1}; this entry is left out. Give it an id of its own");

    /// <summary>0: the key that is missing, 1: the entry.</summary>
    public static readonly DiagnosticDescriptor MissingKey = Fault("QT0312", "incomplete-speaker", DiagnosticSeverity.Error,
        "{1} has no '{0}', so it is left out");

    /// <summary>0: the kind as written.</summary>
    public static readonly DiagnosticDescriptor UnknownKind = Fault("QT0313", "unknown-speaker-kind", DiagnosticSeverity.Warning,
        "'{0}' is no kind of speaker: write person, organisation or document");

    /// <summary>0: the date as written.</summary>
    public static readonly DiagnosticDescriptor InvalidDate = Fault("QT0314", "invalid-role-date", DiagnosticSeverity.Warning,
        "'{0}' is not a date: write year-month-day, such as 2023-11-27. The role is left out, for nobody knows when it was held");

    /// <summary>0: from, 1: until.</summary>
    public static readonly DiagnosticDescriptor EndsBeforeItBegins = Fault("QT0315", "role-ends-before-it-begins", DiagnosticSeverity.Warning,
        "The role ends on {1}, before it begins on {0}, so it is left out");

    /// <summary>0: the name or alias, 1: the id of the other entry.</summary>
    public static readonly DiagnosticDescriptor SharedAlias = Fault("QT0316", "shared-alias", DiagnosticSeverity.Warning,
        "'{0}' also names the entry '{1}': where an article says no more than this, nobody can tell which of the two is meant");

    /// <summary>0: the key, 1: a suggestion with a leading blank, or nothing.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = Fault("QT0317", "unknown-registry-key", DiagnosticSeverity.Warning,
        "The registry knows no key '{0}' here, so it has no effect.{1}");

    /// <summary>0: the key, 1: what it should be.</summary>
    public static readonly DiagnosticDescriptor InvalidValue = Fault("QT0318", "invalid-registry-value", DiagnosticSeverity.Warning,
        "'{0}' should be {1}; this value is left out");

    /// <summary>0: the key.</summary>
    public static readonly DiagnosticDescriptor RepeatedKey = Fault("QT0319", "repeated-registry-key", DiagnosticSeverity.Warning,
        "'{0}' is given twice in the same place; the first one counts");

    private static DiagnosticDescriptor Fault(string id, string name, DiagnosticSeverity severity, string message) =>
        RuleDescriptor.Create(id, name, RuleGroup.Registry, severity, message);
}
