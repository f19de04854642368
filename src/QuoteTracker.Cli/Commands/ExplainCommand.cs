using System.CommandLine;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.HouseRules;
using QuoteTracker.Core.Rules;
using QuoteTracker.Ide;
using QuoteTracker.Workspace;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker explain</c>: the page of a rule, in the terminal.</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var rule = new Argument<string>("rule") { Description = "The name or the id of a rule", HelpName = "rule" };
        rule.CompletionSources.Add(CommonOptions.RuleCompletions);
        var command = new Command("explain", "Say what a rule finds, why it matters and what to do") { rule };
        CommonOptions.AddCheck(command, result =>
        {
            var given = result.GetValue(rule);
            if (given is null || RuleCatalogue.Find(given) is not null || OwnPage(given) is not null) return;
            var nearest = Spelling.Nearest(given, RuleCatalogue.Descriptors.Select(static descriptor => descriptor.Name));
            result.AddError($"There is no rule '{VisibleText.Of(given)}'.{Spelling.Suggestion(nearest)} 'quotetracker rules' lists them.");
        });
        command.SetAction(parsed =>
        {
            var given = parsed.GetRequiredValue(rule);
            if ((RuleCatalogue.Find(given) is { } descriptor ? RulePages.Find(descriptor) : OwnPage(given)) is not { } page)
            {
                Complaint.Write($"{given} has no page in this build.");
                return (int)ExitCode.Failed;
            }
            var console = Terminal.CreateConsole(TextFormat.DefaultWidth);
            foreach (var piece in MarkdownPage.Render(page)) console.Write(piece);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Of a rule of the newsroom around the working folder.</summary>
    private static string? OwnPage(string given) => HouseRulePage.Find(new NewsroomFinder(RuleCatalogue.Descriptors).For("."), given);
}
