using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;

namespace QuoteTracker.Cli.Commands;

/// <summary>Options that several commands have, or of one kind.</summary>
public static class CommonOptions
{
    private const int MostJobs = 256;

    /// <summary>How many articles at once: by default one more than there are processors, for one is mostly waiting for the disk where its files were not just read.</summary>
    public static Option<int> Jobs()
    {
        var option = new Option<int>("--jobs", "-j")
        {
            Description = "How many articles to work on at once",
            HelpName = "N",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount + 1, MostJobs),
            CustomParser = result => ReadNumber(result, "--jobs", 1, MostJobs) ?? 1,
        };
        return option;
    }

    /// <summary>A number, or null where the option is not given.</summary>
    public static Option<int?> Number(string name, int least, int most, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, CustomParser = result => ReadNumber(result, name, least, most) };

    private static int? ReadNumber(ArgumentResult result, string name, int least, int most)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}."));
        return null;
    }

    /// <summary>Checks how a command's options go together. The parser asks before it has looked at each of them alone: one without its value is told as that.</summary>
    public static void AddCheck(Command command, Action<CommandResult> check)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Validators.Add(result =>
        {
            try
            {
                check(result);
            }
            catch (InvalidOperationException fault)
            {
                result.AddError(fault.Message);
            }
        });
    }

    /// <summary>One of a few words, the first by default.</summary>
    public static Option<string> Choice(string name, string description, IReadOnlyList<string> words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }

    /// <summary>A misspelled option is no path: it would be looked for as a file.</summary>
    public static void RejectUnknownOptions(SymbolResult result, IEnumerable<string>? paths)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var path in (paths ?? []).Where(path => path.Length > 1 && path[0] == '-' && !Path.Exists(path)))
            result.AddError($"There is no option '{VisibleText.Of(path)}'.{Spelling.Suggestion(Spelling.Nearest(path, OptionsOf(result)))} --help lists them.");
    }

    private static IEnumerable<string> OptionsOf(SymbolResult result) =>
        result is CommandResult { Command: var command } ? command.Options.Select(static option => option.Name) : [];

    /// <summary>A list of rules, which may be given several times.</summary>
    public static Option<string[]> Rules(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "RULE,…" };
        option.CompletionSources.Add(RuleCompletions);
        return option;
    }

    /// <summary>Names, or ids where one was begun; after a comma those of the next rule.</summary>
    public static IEnumerable<CompletionItem> RuleCompletions(CompletionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var before = context.WordToComplete[..(context.WordToComplete.LastIndexOf(',') + 1)];
        var wantsId = context.WordToComplete.AsSpan(before.Length).StartsWith("QT", StringComparison.OrdinalIgnoreCase);
        return RuleCatalogue.Descriptors.Select(rule => new CompletionItem(before + (wantsId ? rule.Id : rule.Name)));
    }
}
