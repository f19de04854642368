using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace QuoteTracker.Cli.Commands;

/// <summary>Puts examples under the help of a command.</summary>
public static class Examples
{
    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        ["quotetracker"] =
        [
            "quotetracker lint articles              every finding in a folder",
            "quotetracker explain unattributed-quotation",
            "quotetracker COMMAND --help             more examples",
        ],
        ["lint"] =
        [
            "quotetracker lint                       the working folder",
            "quotetracker lint story.md --fix        mend what is safe to mend",
            "quotetracker lint --diff                show that, and write nothing",
            "quotetracker lint --select QT02 --severity hint",
            "quotetracker lint --write-baseline known.json; quotetracker lint --baseline known.json",
            "quotetracker lint --format sarif -o findings.sarif",
            "quotetracker lint - --stdin-filename story.md < story.md",
            "Exit code: 0 nothing, 1 findings of severity warning or error (or all that --severity shows), 2 something could not be checked.",
        ],
        ["extract"] =
        [
            "quotetracker extract articles > said.jsonl",
            "quotetracker extract --stdin-jsonl < articles.jsonl > said.jsonl",
        ],
        ["claims"] =
        [
            "quotetracker claims verify articles     record all that the sources have word for word",
            "quotetracker claims status              what is checked, stale, lost",
            "quotetracker claims list --status disputed,unchecked --speaker \"Ada Vaughn\"",
            "quotetracker claims verify story-3f2a91c0 --by \"Ann Lee\" --source notes/call.txt --locator \"line 4\"",
            "quotetracker claims dispute story-3f2a91c0 --note \"She says that she never spoke to us\"",
            "quotetracker claims export --format html -o report.html",
            "Exit code: 0 all well, 1 checks are stale or claims are lost (status), 2 something could not be read or written.",
        ],
        ["init"] = ["quotetracker init newsroom"],
        ["rules"] = ["quotetracker rules --format json", "quotetracker rules new loud-verb     a rule of your own in C#", "quotetracker rules test              and its examples"],
        ["new"] = ["quotetracker rules new loud-verb"],
        ["test"] = ["quotetracker rules test", "quotetracker rules test --allow-code-rules"],
        ["explain"] = ["quotetracker explain QT0201", "quotetracker explain misspelled-speaker"],
        ["completions"] = ["source <(quotetracker completions bash)"],
    };

    public static void AddTo(RootCommand root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exit = help.Invoke(parseResult);
            var command = parseResult.CommandResult.Command;
            if (!ByCommand.TryGetValue(command is RootCommand ? "quotetracker" : command.Name, out var examples)) return exit;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine($"  {example}");
            return exit;
        }
    }
}
