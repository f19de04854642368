using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using QuoteTracker.Cli.Execution;
using QuoteTracker.HouseRules.Hosting;
using QuoteTracker.Workspace;

namespace QuoteTracker.Cli.Commands;

/// <summary>The tree of commands, and how the process ends.</summary>
public static class QuoteTrackerCommand
{
    /// <summary>As shells have it for a process ended by Ctrl+C.</summary>
    private const int Interrupted = 130;

    /// <param name="headStart">For rules in C#; null for none.</param>
    public static RootCommand Create(RuleHeadStart? headStart = null)
    {
        var root = new RootCommand("Who said what, in whose words, and where it can be checked")
        {
            LintCommand.Create(headStart),
            ExtractCommand.Create(),
            ClaimsCommand.Create(TimeProvider.System),
            ServeCommand.Create(),
            InitCommand.Create(),
            RulesCommand.Create(),
            ExplainCommand.Create(),
            CompletionsCommand.Create(),
        };
        Examples.AddTo(root);
        return root;
    }

    /// <summary>With lint alone where that is what is asked for: editors and hooks start it for one article, and wait.</summary>
    private static RootCommand CreateFor(string[] arguments, RuleHeadStart? headStart)
    {
        if (arguments is not ["lint", ..]) return Create(headStart);
        var root = new RootCommand { LintCommand.Create(headStart) };
        Examples.AddTo(root);
        return root;
    }

    private static int Reject(string word, Command command)
    {
        var (what, known) = word.StartsWith('-')
            ? ("option", command.Options.SelectMany(static option => option.Aliases.Append(option.Name)))
            : ("command", command.Subcommands.Select(static subcommand => subcommand.Name));
        Complaint.Write($"there is no {what} '{word}'.{Spelling.Suggestion(Spelling.Nearest(word, known))} --help lists them.");
        return (int)ExitCode.Failed;
    }

    /// <param name="headStart">For rules in C#; null for none.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] arguments, RuleHeadStart? headStart)
    {
        // A Windows console has another encoding until it is told.
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected) Console.OutputEncoding = Encoding.UTF8;
        // No arguments out of files: with `lint *`, a file's name would choose them.
        var parsed = CreateFor(arguments, headStart).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction error)
        {
            var isGroup = parsed.CommandResult.Command.Subcommands.Count > 0;
            if (isGroup && parsed.UnmatchedTokens is [var word, ..]) return Reject(word, parsed.CommandResult.Command);
            // Whoever types a name alone asks what there is.
            error.ShowHelp = isGroup;
            error.ShowTypoCorrections = false;
        }
        try
        {
            var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
            return parsed.Action is ParseErrorAction ? (int)ExitCode.Failed : exit;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (IOException exception)
        {
            // Nobody reads on (`| head`), or the disk is full.
            Complaint.Write(exception.Message);
            return (int)ExitCode.Failed;
        }
    }
}
