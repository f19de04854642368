using System.Buffers;
using System.Globalization;
using System.Text;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;

namespace QuoteTracker.Cli.Claims;

/// <summary>Claims as a table for spreadsheets: RFC 4180, UTF-8, one row a claim of the ledger, in its order.</summary>
public static class CsvExport
{
    private static readonly string[] Columns =
        ["id", "article", "line", "speaker", "kind", "status", "stale", "words", "verdict", "source", "locator", "checked_by", "checked_on", "note"];

    /// <summary>What makes a cell need its quotation marks.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Write(IEnumerable<Claim> claims, ClaimDesk desk)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(desk);
        var text = new StringBuilder();
        AppendRow(text, Columns);
        foreach (var claim in claims) AppendRow(text, CellsOf(claim, desk));
        return text.ToString();
    }

    private static string[] CellsOf(Claim claim, ClaimDesk desk)
    {
        var found = desk.PlaceOf(claim);
        var (article, place) = found ?? default;
        var line = place is null ? "" : (article.Model.Article.Text.Lines.GetLinePosition(place.Spans[0].Start).Line + 1).ToString(CultureInfo.InvariantCulture);
        var stale = place is null ? "the words are gone" : place.IsStale ? place.Difference : desk.ChangedSourceOf(claim) ?? "";
        var check = claim.Check;
        return
        [
            claim.Id, article?.Key ?? claim.Article, line, ClaimText.SpeakerOf(claim, desk.Newsroom.Registry), claim.Kind?.Name() ?? "", claim.Status.Name(), stale,
            claim.Anchor.Exact, check.Verdict?.Name() ?? "", check.Source?.Path ?? check.Source?.Url ?? "", check.Source?.Locator ?? "",
            check.CheckedBy ?? "", ClaimText.DayOf(check), check.Note ?? "",
        ];
    }

    private static void AppendRow(StringBuilder text, string[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append(',');
            AppendCell(text, cells[i]);
        }
        text.Append("\r\n");
    }

    private static void AppendCell(StringBuilder text, string cell)
    {
        cell = string.Join('\n', cell.Split('\n').Select(VisibleText.Of));
        // A spreadsheet would compute what begins like a formula; an apostrophe makes it words.
        if (cell.Length > 0 && IsFormula(cell[0])) cell = "'" + cell;
        if (!cell.AsSpan().ContainsAny(Special)) text.Append(cell);
        else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\n' or '＝' or '＋' or '－' or '＠';
}
