namespace QuoteTracker.Cli.Execution;

/// <summary>What the process tells its caller.</summary>
public enum ExitCode
{
    /// <summary>Nothing to report.</summary>
    Clean = 0,

    /// <summary>Findings that count.</summary>
    Findings = 1,

    /// <summary>Part of the work could not be done: a missing path, a bad line, a wrong option. The rest was done.</summary>
    Failed = 2,
}
