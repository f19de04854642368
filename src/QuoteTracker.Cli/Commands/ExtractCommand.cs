using System.CommandLine;
using QuoteTracker.Cli.Extract;
using QuoteTracker.Core;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker extract</c>: who said what, one JSON line an article.</summary>
public static class ExtractCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders", Arity = ArgumentArity.ZeroOrMore };
        var stdin = new Option<bool>("--stdin-jsonl") { Description = "Read articles from standard input, one {\"id\",\"text\"} a line" };
        var newsroom = new Option<string?>("--newsroom") { Description = "With --stdin-jsonl: link speakers to this newsroom's registry", HelpName = "FOLDER" };
        var jobs = CommonOptions.Jobs();
        var command = new Command("extract", "Write who said what, one JSON line an article") { paths, stdin, newsroom, jobs };
        CommonOptions.AddCheck(command, result =>
        {
            var given = result.GetValue(paths) ?? [];
            CommonOptions.RejectUnknownOptions(result, given);
            if (result.GetValue(stdin) == given.Length > 0) result.AddError("Give either files and folders, or --stdin-jsonl.");
            if (result.GetValue(newsroom) is { } folder && !result.GetValue(stdin)) result.AddError("--newsroom goes with --stdin-jsonl; files have their own.");
            else if (result.GetValue(newsroom) is { } missing && !Directory.Exists(missing)) result.AddError($"There is no folder {Formats.VisibleText.Of(missing)}.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var output = Console.OpenStandardOutput();
            var finder = new NewsroomFinder(RuleCatalogue.Descriptors);
            if (!parsed.GetValue(stdin))
            {
                var files = new FileExtraction(ArticleDiscovery.Find(parsed.GetValue(paths)!, finder), output, Console.Error);
                return (int)await files.RunAsync(parsed.GetValue(jobs), cancellation).ConfigureAwait(false);
            }
            await using var input = Console.OpenStandardInput();
            var registry = parsed.GetValue(newsroom) is { } folder ? finder.For(folder).Registry : Registry.Empty;
            var lines = new JsonLinesExtraction(new ArticleAnalyzer(registry), output, Console.Error);
            return (int)await lines.RunAsync(input, parsed.GetValue(jobs), cancellation).ConfigureAwait(false);
        });
        return command;
    }
}
