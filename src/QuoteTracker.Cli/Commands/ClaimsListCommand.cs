using System.CommandLine;
using System.Text;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Core.Claims;
using Spectre.Console;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker claims list</c>: the entries of the ledger.</summary>
public static class ClaimsListCommand
{
    /// <summary>Where the output is no terminal, no line is broken.</summary>
    private const int UnbrokenWidth = 400;

    public static Command Create(TimeProvider clock)
    {
        var filter = new ClaimFilterOptions();
        var format = CommonOptions.Choice("--format", "How to write them: jsonl is the ledger's own lines", ["text", "jsonl"]);
        var command = new Command("list", "List claims") { format };
        filter.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = ClaimsCommand.Open(parsed);
            var wanted = filter.Of(parsed);
            var today = ClaimsCommand.Today(clock);
            var claims = desk.Ledger.Claims.Where(claim => wanted.Matches(claim, desk.Newsroom, today)).ToList();
            if (parsed.GetValue(format) == "jsonl") WriteLines(desk, claims);
            else WriteTable(desk, claims);
            return ClaimsCommand.Exit(desk);
        });
        return command;
    }

    private static void WriteLines(ClaimDesk desk, List<Claim> claims)
    {
        if (desk.Newsroom.Ledger.Document is not { } document) return;
        var wanted = claims.ToHashSet(ReferenceEqualityComparer.Instance);
        using var output = Console.OpenStandardOutput();
        foreach (var line in document.Lines)
        {
            if (line.Claim is not { } claim || !wanted.Contains(claim)) continue;
            var text = document.Text.ToString(line.Span);
            output.Write(Encoding.UTF8.GetBytes((Console.IsOutputRedirected ? text : VisibleText.Of(text)) + "\n"));
        }
    }

    private static void WriteTable(ClaimDesk desk, List<Claim> claims)
    {
        if (claims.Count == 0)
        {
            Console.Out.WriteLine("No claims.");
            return;
        }
        var table = new Table().Border(TableBorder.None).AddColumns("Id", "Status", "Speaker", "Words", "Article", "Checked");
        foreach (var claim in claims)
        {
            var check = claim.Check;
            table.AddRow(((string[])
            [
                claim.Id, claim.Status.Name(), ClaimText.SpeakerOf(claim, desk.Newsroom.Registry), ClaimText.Beginning(claim.Anchor.Exact), claim.Article,
                string.Join(", ", ((string?[])[ClaimText.DayOf(check), check.CheckedBy]).Where(static word => !string.IsNullOrEmpty(word))),
            ]).Select(static cell => new Text(VisibleText.Of(cell))));
        }
        Terminal.CreateConsole(UnbrokenWidth).Write(table);
    }
}
