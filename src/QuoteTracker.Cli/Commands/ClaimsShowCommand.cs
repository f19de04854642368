using System.CommandLine;
using System.Globalization;
using System.Text;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Checking;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker claims show</c>: one claim with its place, its passage and its history.</summary>
public static class ClaimsShowCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("id") { Description = "Claims, by id", Arity = ArgumentArity.OneOrMore };
        var command = new Command("show", "Show claims with their passage and their history") { ids };
        command.SetAction(parsed =>
        {
            var desk = ClaimsCommand.Open(parsed);
            var passages = new PassageBook(desk);
            var isWhole = true;
            var shown = new List<string>();
            foreach (var id in parsed.GetValue(ids)!)
            {
                if (desk.Ledger.Find(id) is { } claim) shown.Add(Describe(claim, desk, passages));
                else
                {
                    Complaint.Write($"the ledger has no claim '{id}'. 'quotetracker claims list' lists them");
                    isWhole = false;
                }
            }
            Console.Out.Write(string.Join("\n", shown));
            return isWhole ? ClaimsCommand.Exit(desk) : (int)ExitCode.Failed;
        });
        return command;
    }

    private static string Describe(Claim claim, ClaimDesk desk, PassageBook passages)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{claim.Id}  {ClaimText.Of(claim.Check)}\n");
        Line("words", ClaimText.WordsOf(claim.Anchor.Exact));
        Line("speaker", ClaimText.SpeakerOf(claim, desk.Newsroom.Registry));
        var found = desk.PlaceOf(claim);
        if (found is var (article, place))
        {
            var start = article.Model.Article.Text.Lines.GetLinePosition(place.Spans[0].Start);
            Line("place", string.Create(CultureInfo.InvariantCulture, $"{DisplayPath.Of(article.Model.Article.Path)}:{start.Line + 1}:{start.Character + 1}"));
            if (place.IsStale) Line("stale", place.Difference);
        }
        else
        {
            Line("place", $"nowhere in {claim.Article} any more");
        }
        Line("source", ClaimText.SourceOf(claim.Check));
        if (claim.Check.Verdict is { } verdict) Line("verdict", verdict.Name());
        if (passages.Of(claim, found) is { } passage) Line("passage", ClaimText.WordsOf(passage.Said));
        Line("note", claim.Check.Note ?? "");
        foreach (var past in claim.History.Reverse())
        {
            Line("before", ClaimText.Of(past.Check));
            if (!ClaimWords.AreSame(past.Exact, claim.Anchor.Exact)) Line("  of", ClaimText.WordsOf(past.Exact));
            Line("  source", ClaimText.SourceOf(past.Check));
            Line("  note", past.Check.Note ?? "");
        }
        return text.ToString();

        void Line(string label, string words)
        {
            if (words.Length > 0) text.Append(CultureInfo.InvariantCulture, $"  {label + ":",-9} {VisibleText.Of(words)}\n");
        }
    }
}
