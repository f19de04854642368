using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Commands;

/// <summary>Options that several commands have, or of one kind.</summary>
public static class CommonOptions
{
    private const int MostJobs = 256;

    public static Option<int> Jobs()
    {
        var option = new Option<int>("--jobs", "-j")
        {
            Description = "How many articles to work on at once",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var jobs) && jobs is < 1 or > MostJobs) result.AddError($"--jobs takes a number from 1 to {MostJobs}.");
        });
        return option;
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
            result.AddError($"There is no option '{VisibleText.Of(path)}'. --help lists them.");
    }

    /// <summary>A list of rules, which may be given several times.</summary>
    public static Option<string[]> Rules(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "RULE,…" };
        option.CompletionSources.Add(_ => RuleCatalogue.Descriptors.Select(rule => new CompletionItem(rule.Name)));
        return option;
    }
}
