using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>Faults in the ledger itself, reported there at their own line. A line that is no entry is kept as it is.</summary>
public static class LedgerFaults
{
    /// <summary>0: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Malformed = Fault("QT0410", "malformed-claim", DiagnosticSeverity.Error,
        "This line of the ledger cannot be read: {0}. It is kept as it is, but what it records does not count until it is mended");

    /// <summary>0: the id, 1: the line (from 1) of its first use.</summary>
    public static readonly DiagnosticDescriptor DuplicateId = Fault("QT0411", "duplicate-claim-id", DiagnosticSeverity.Error,
        "The id '{0}' is taken by the entry in line {1}, which counts; this one does not. Keep the one that is right, or give this one an id of its own");

    /// <summary>0: the speaker as written.</summary>
    public static readonly DiagnosticDescriptor UnknownSpeaker = Fault("QT0412", "unknown-claim-speaker", DiagnosticSeverity.Info,
        "'{0}' is not in the registry of speakers, so nobody can tell whether the copy still names the right one. Write an id of the registry, or add an entry");

    /// <summary>0: the path as written, 1: what is wrong with it.</summary>
    public static readonly DiagnosticDescriptor DanglingSource = Fault("QT0413", "dangling-claim-source", DiagnosticSeverity.Warning,
        "{0} {1}, so this check cannot be looked up again. Put the file back, or name where it is now");

    /// <summary>0: what happened.</summary>
    public static readonly DiagnosticDescriptor Lost = Fault("QT0414", "lost-claim", DiagnosticSeverity.Warning,
        "{0}. The entry is kept");

    private static DiagnosticDescriptor Fault(string id, string name, DiagnosticSeverity severity, string message) =>
        RuleDescriptor.Create(id, name, RuleGroup.Claims, severity, message);
}
