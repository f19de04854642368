using System.CommandLine;
using System.Globalization;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.HouseRules;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker rules new</c>: writes a rule in C#, its page and its test, ready to be changed.</summary>
public static class RulesNewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "What the rule finds, in small letters with hyphens: unnamed-photographer", HelpName = "NAME" };
        var folder = new Option<string>("--newsroom") { Description = "The newsroom's folder", HelpName = "FOLDER", DefaultValueFactory = _ => "." };
        var command = new Command("new", "Write a rule in C#, its page and its test") { name, folder };
        CommonOptions.AddCheck(command, result =>
        {
            var given = result.GetValue(name) ?? "";
            if (!RuleTemplate.IsName(given)) result.AddError($"'{VisibleText.Of(given)}' is no name for a rule: write what it finds in small letters with hyphens, such as unnamed-photographer.");
            else if (RuleCatalogue.FindByName(given) is { } taken) result.AddError($"'{given}' is quotetracker's own rule {taken.Id}.");
            if (result.GetValue(folder) is { } root && !Directory.Exists(root)) result.AddError($"There is no folder {VisibleText.Of(root)}.");
        });
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(name), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static ExitCode Run(string name, string folder)
    {
        var newsroom = new NewsroomFinder(RuleCatalogue.Descriptors).For(folder);
        if (newsroom.ConfigurationDocument is null)
        {
            Complaint.Write($"there is no {Configuration.FileName} in {DisplayPath.Of(newsroom.Root)} or above it. 'quotetracker init' writes one.");
            return ExitCode.Failed;
        }
        var template = RuleTemplate.For(newsroom, name);
        if (template.Files.Select(static file => file.Path).Where(File.Exists).ToList() is { Count: > 0 } there)
        {
            Complaint.Write($"{string.Join(" and ", there.Select(DisplayPath.Of))} exist already; nothing was written.");
            return ExitCode.Failed;
        }
        foreach (var (path, text) in template.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (ArticleWriter.Create(path, text, overwrite: false) is not { } fault) continue;
            Complaint.Write($"{DisplayPath.Of(path)}: {fault.GetMessage(CultureInfo.InvariantCulture)}");
            return ExitCode.Failed;
        }
        Console.Out.WriteLine($"Wrote {string.Join(", ", template.Files.Select(static file => DisplayPath.Of(file.Path)))}: {template.Id} {name}.");
        Console.Out.WriteLine("Now: quotetracker rules test --allow-code-rules");
        return ExitCode.Clean;
    }
}
