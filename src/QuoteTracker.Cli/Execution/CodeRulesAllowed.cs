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

    private const string OptionName = "--allow-code-rules";

    /// <summary>More of them would only wait for each other.</summary>
    private const int MostProcesses = 4;

    public static Option<bool> Option()
    {
        var option = new Option<bool>(OptionName) { Description = "Run the newsroom's rules in C#: programs that whoever wrote the newsroom's files wrote as well" };
        option.Validators.Add(static result =>
        {
            // `lint *` in a stranger's folder: the shell would have given the word, and not the user.
            if (IsNameOfFile) result.AddError($"There is a file called {OptionName} here, so nobody can tell whether you gave the option or its name was taken for one. Rename it.");
        });
        return option;
    }

    private static bool IsNameOfFile => Path.Exists(OptionName);

    /// <param name="jobs">How many articles are looked at at once; the processes that run rules wait for nothing, and there are no more of them than processors.</param>
    /// <param name="stopsAtFirstFault">A rule that threw is off until its file changes.</param>
    /// <param name="headStart">Null for none.</param>
    public static ICodeRuleLoader Loader(int jobs, bool stopsAtFirstFault, RuleHeadStart? headStart = null) => new CodeRuleLoader(
        Host(), new RuleLimits { Processes = Math.Clamp(Math.Min(jobs, Environment.ProcessorCount), 1, MostProcesses) }, CacheFolders.OfUser(), stopsAtFirstFault, headStart);

    /// <summary>
    /// Starts the process that runs rules while the command line, the newsroom and the article are still read, where it looks as though it will be wanted. Whether
    /// rules may run is decided where the command line is read.
    /// </summary>
    public static RuleHeadStart? HeadStartFor(string[] arguments) =>
        arguments is ["lint", ..] && arguments.Contains(OptionName) && !IsNameOfFile ? new RuleHeadStart(Host(), new RuleLimits(), CacheFolders.OfUser()) : null;

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
