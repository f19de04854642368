using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Core.Rules.House;

namespace QuoteTracker.Cli.Lint;

/// <summary>What the command line asks <c>lint</c> to do.</summary>
public sealed record LintRequest
{
    /// <summary>Files, folders, and <c>-</c> for standard input.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>Names what comes from standard input.</summary>
    public string? StandardInputName { get; init; }

    public required ReportFormat Format { get; init; }

    public required FindingFilter Filter { get; init; }

    /// <summary>A finding this bad or worse makes the exit code <see cref="Execution.ExitCode.Findings"/>.</summary>
    public required DiagnosticSeverity CountsFrom { get; init; }

    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>Collects what is found; null where no baseline is to be written.</summary>
    public BaselineWriter? NewBaseline { get; init; }

    public FixMode Fixes { get; init; }

    /// <summary>The output goes to a terminal.</summary>
    public bool ForTerminal { get; init; }

    /// <summary>Null where the user did not allow rules in C#.</summary>
    public ICodeRuleLoader? CodeRules { get; init; }

    /// <summary>At least 1.</summary>
    public required int Jobs { get; init; }
}
