using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Claims;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker claims status</c>: how many claims are how far, and which of them need a look.</summary>
public static class ClaimsStatusCommand
{
    public static Command Create()
    {
        var format = CommonOptions.Choice("--format", "How to write it", ["text", "json"]);
        var command = new Command("status", "Count claims, and say which checks are stale and which claims are lost") { format };
        command.SetAction(parsed =>
        {
            var desk = ClaimsCommand.Open(parsed);
            var standing = Standing.Of(desk);
            if (parsed.GetValue(format) == "json") WriteJson(desk, standing);
            else WriteText(desk, standing);
            return ClaimsCommand.Exit(desk, standing.Open.Count > 0);
        });
        return command;
    }

    /// <param name="Why">As a part of a sentence.</param>
    private sealed record OpenClaim(Claim Claim, bool IsLost, string Why, string Place);

    private sealed record Standing(IReadOnlyList<(ClaimStatus Status, int Count)> Counts, IReadOnlyList<OpenClaim> Open)
    {
        public static Standing Of(ClaimDesk desk)
        {
            var counts = Enum.GetValues<ClaimStatus>().Select(status => (status, desk.Ledger.Claims.Count(claim => claim.Status == status))).ToList();
            return new Standing(counts, [.. desk.Ledger.Claims.Select(claim => OpenOf(claim, desk)).OfType<OpenClaim>()]);
        }

        private static OpenClaim? OpenOf(Claim claim, ClaimDesk desk)
        {
            if (desk.PlaceOf(claim) is not var (article, place))
                return new OpenClaim(claim, IsLost: true, $"its words stand nowhere in {claim.Article} any more", claim.Article);
            var line = article.Model.Article.Text.Lines.GetLinePosition(place.Spans[0].Start).Line + 1;
            var where = string.Create(CultureInfo.InvariantCulture, $"{article.Key}:{line}");
            if (place.IsStale) return new OpenClaim(claim, IsLost: false, place.Difference, where);
            return desk.ChangedSourceOf(claim) is { } change ? new OpenClaim(claim, IsLost: false, change, where) : null;
        }
    }

    private static void WriteText(ClaimDesk desk, Standing standing)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{desk.Ledger.Claims.Length} {(desk.Ledger.Claims.Length == 1 ? "claim" : "claims")} in {DisplayPath.Of(desk.Newsroom.LedgerPath)}");
        text.Append(standing.Counts.Any(static count => count.Count > 0) ? ": " : "");
        text.AppendJoin(", ", standing.Counts.Where(static count => count.Count > 0).Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.Status.Name()}"))).Append('\n');
        foreach (var isLost in (bool[])[false, true])
        {
            var open = standing.Open.Where(claim => claim.IsLost == isLost).ToList();
            if (open.Count == 0) continue;
            text.Append(isLost ? "\nLost:\n" : "\nStale:\n");
            foreach (var claim in open) text.Append(CultureInfo.InvariantCulture, $"  {VisibleText.Of(claim.Claim.Id)}  {VisibleText.Of(claim.Place)}  {claim.Claim.Status.Name()}, but {VisibleText.Of(claim.Why)}\n");
        }
        Console.Out.Write(text);
    }

    private static void WriteJson(ClaimDesk desk, Standing standing)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, FindingJson.Options with { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("claims"u8, desk.Ledger.Claims.Length);
            foreach (var (status, count) in standing.Counts) json.WriteNumber(status.Name(), count);
            foreach (var isLost in (bool[])[false, true])
            {
                json.WriteStartArray(isLost ? "lost"u8 : "stale"u8);
                foreach (var claim in standing.Open.Where(claim => claim.IsLost == isLost))
                {
                    json.WriteStartObject();
                    json.WriteString("id"u8, claim.Claim.Id);
                    json.WriteString("place"u8, claim.Place);
                    json.WriteString("why"u8, claim.Why);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }
}
