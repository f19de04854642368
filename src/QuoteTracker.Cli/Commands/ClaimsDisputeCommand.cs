using System.CommandLine;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Core.Claims;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker claims dispute</c>: records that somebody doubts claims, and why.</summary>
public static class ClaimsDisputeCommand
{
    public static Command Create(TimeProvider clock)
    {
        var ids = new Argument<string[]>("id") { Description = "Claims, by id", Arity = ArgumentArity.OneOrMore };
        var outcome = new ClaimOutcomeOptions(isNoteRequired: true);
        var command = new Command("dispute", "Record that claims are doubted, and why") { ids };
        outcome.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = ClaimsCommand.Open(parsed);
            var isWhole = outcome.Record(parsed, desk, parsed.GetValue(ids)!, clock, static check => check with { Status = ClaimStatus.Disputed });
            return isWhole ? ClaimsCommand.Exit(desk) : (int)ExitCode.Failed;
        });
        return command;
    }
}
