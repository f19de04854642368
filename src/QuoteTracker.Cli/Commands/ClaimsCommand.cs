using System.CommandLine;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker claims</c>: what was checked, by whom, against what.</summary>
public static class ClaimsCommand
{
    /// <summary>The newsroom whose ledger it is; all of the subcommands have it.</summary>
    internal static Option<string> Newsroom { get; } = CreateNewsroom();

    /// <param name="clock">Says which day it is: nothing else asks.</param>
    public static Command Create(TimeProvider clock) => new("claims", "Keep the ledger of what was checked, by whom, against what")
    {
        Newsroom,
        ClaimsListCommand.Create(clock),
        ClaimsShowCommand.Create(),
        ClaimsVerifyCommand.Create(clock),
        ClaimsDisputeCommand.Create(clock),
        ClaimsStatusCommand.Create(),
        ClaimsExportCommand.Create(clock),
    };

    internal static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The desk of the newsroom that was asked for, or else of the first of the paths, or else of the working folder; its faults told.</summary>
    internal static ClaimDesk Open(ParseResult parsed, IReadOnlyList<string>? paths = null)
    {
        var isAsked = parsed.GetResult(Newsroom) is { Implicit: false };
        var desk = new ClaimDesk(isAsked || paths is not [var first, ..] ? parsed.GetValue(Newsroom)! : first);
        desk.TellFaults();
        return desk;
    }

    internal static int Exit(ClaimDesk desk, bool hasFindings = false) => (int)(desk.HasFailed ? ExitCode.Failed : hasFindings ? ExitCode.Findings : ExitCode.Clean);

    private static Option<string> CreateNewsroom()
    {
        var option = new Option<string>("--newsroom") { Description = "A folder of the newsroom; the working folder without it", HelpName = "FOLDER", DefaultValueFactory = _ => ".", Recursive = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !Path.Exists(token.Value)) result.AddError($"There is no folder {VisibleText.Of(token.Value)}.");
        });
        return option;
    }
}
