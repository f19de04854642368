using System.CommandLine;
using System.Reflection;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.HouseRules;
using QuoteTracker.HouseRules.Caching;
using QuoteTracker.HouseRules.Hosting;

namespace QuoteTracker.Cli.Execution;

/// <summary>The user's word that a newsroom's rules in C# may run: an option, and never a file.</summary>
public static class CodeRulesAllowed
{
    /// <summary>The word that starts this command as the process that runs rules.</summary>
    public const string HostCommand = "rule-host";

    /// <summary>More of them would only wait for each other.</summary>
    private const int MostProcesses = 4;

    public static Option<bool> Option() => new("--allow-code-rules")
    {
        Description = "Run the newsroom's rules in C#: programs that whoever wrote the newsroom's files wrote as well",
    };

    /// <param name="jobs">How many articles are looked at at once.</param>
    /// <param name="stopsAtFirstFault">A rule that threw is off until its file changes.</param>
    public static ICodeRuleLoader Loader(int jobs, bool stopsAtFirstFault) => new CodeRuleLoader(
        Host(), new RuleLimits { Processes = Math.Clamp(jobs, 1, MostProcesses) }, CacheFolders.OfUser(), stopsAtFirstFault);

    /// <summary>This process as the one that runs rules.</summary>
    /// <returns>The exit code.</returns>
    public static int RunHost() => RuleHost.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());

    private static RuleHostCommand Host()
    {
        var executable = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no file.");
        bool isOwn = !Path.GetFileNameWithoutExtension(executable).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new RuleHostCommand(executable, isOwn ? [HostCommand] : [Assembly.GetExecutingAssembly().Location, HostCommand]);
    }
}
