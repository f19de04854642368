using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Lint;

/// <summary>Findings that mean a check did not happen: they end the run with <see cref="Execution.ExitCode.Failed"/> and nothing hides them.</summary>
public static class FailureFaults
{
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal)
    {
        ToolFaults.MissingPath.Id,
        ToolFaults.UnreadableFile.Id,
        ToolFaults.NotText.Id,
        ToolFaults.TooLarge.Id,
        ToolFaults.PathOutsideRoot.Id,
        ToolFaults.NotWritten.Id,
        RunFaults.RuleFailed.Id,
        HouseFaults.RuleStopped.Id,
        HouseFaults.RuleDoesNotCompile.Id,
        HouseFaults.ForbiddenInRule.Id,
        HouseFaults.UnusableRule.Id,
    };

    public static bool Has(string id) => Ids.Contains(id);
}
