using System.CommandLine;
using QuoteTracker.Cli.Extract;
using QuoteTracker.Core;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker extract</c>: who said what, one JSON line an article.</summary>
public static class ExtractCommand
{
    public static Command Create()
    {
        var stdin = new Option<bool>("--stdin-jsonl") { Description = "Read articles from standard input, one {\"id\",\"text\"} a line" };
        var jobs = CommonOptions.Jobs();
        var command = new Command("extract", "Write who said what, one JSON line an article") { stdin, jobs };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var output = Console.OpenStandardOutput();
            await using var input = Console.OpenStandardInput();
            var extraction = new JsonLinesExtraction(new ArticleAnalyzer(Registry.Empty), output, Console.Error);
            return (int)await extraction.RunAsync(input, parsed.GetValue(jobs), cancellation).ConfigureAwait(false);
        });
        return command;
    }
}
