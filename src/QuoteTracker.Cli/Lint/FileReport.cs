using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Lint;

/// <summary>A diagnostic and the ways to mend it.</summary>
/// <param name="Severity">As the newsroom configured it.</param>
/// <param name="Fixes">The best first; empty where a person has to write.</param>
public sealed record Finding(Diagnostic Diagnostic, DiagnosticSeverity Severity, ImmutableArray<Fix> Fixes)
{
    /// <summary>32 hexadecimal digits; empty where nothing asked for it.</summary>
    public string Fingerprint { get; init; } = "";

    public string Id => Diagnostic.Id;

    /// <summary>The rule's name in configuration and suppressions.</summary>
    public string Name => Diagnostic.Descriptor.Name;

    public string Message => Diagnostic.GetMessage(CultureInfo.InvariantCulture);

    /// <summary><c>hint</c>, <c>info</c>, <c>warning</c> or <c>error</c>.</summary>
    public string SeverityWord => RuleSeverities.WordFor(Severity);

    /// <summary>UTF-16 offsets, end exclusive. Empty and at 0 for a file that could not be read.</summary>
    public TextSpan Span => Diagnostic.Location.SourceSpan;

    /// <summary>Line and column from 0, the column in UTF-16 units.</summary>
    public LinePositionSpan Lines => Diagnostic.Location.GetLineSpan().Span;

    /// <summary><c>--fix</c> applies its first fix.</summary>
    public bool IsFixable => Fixes is [{ IsSafe: true, Changes.Length: > 0 }, ..];
}

/// <summary>What was found in one file.</summary>
/// <param name="Path">As the user reads it: relative to the working folder where the file lies in it, with <c>/</c>.</param>
/// <param name="Key">The same wherever the command is run: relative to the newsroom's root, with <c>/</c>.</param>
/// <param name="Text">Null where the file could not be read.</param>
/// <param name="Findings">In text order.</param>
public sealed record FileReport(string Path, string Key, SourceText? Text, ImmutableArray<Finding> Findings);
