using System.Collections.Immutable;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>How the process that runs rules is started: the command itself, with <c>rule-host</c>.</summary>
/// <param name="Executable">A full path.</param>
public sealed record RuleHostCommand(string Executable, ImmutableArray<string> Arguments);

/// <summary>What a rule may take.</summary>
public sealed record RuleLimits
{
    /// <summary>For all rules on one article, in the processor's time: a machine that is busy with other things does not stop a rule.</summary>
    public TimeSpan PerArticle { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>To load the rules, and to look at the newsroom as a whole.</summary>
    public TimeSpan PerNewsroom { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>To compile them.</summary>
    public TimeSpan Compiling { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Managed memory of the process, in bytes.</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>Processes at once, each for one article at a time; at least 1.</summary>
    public int Processes { get; init; } = 1;
}
