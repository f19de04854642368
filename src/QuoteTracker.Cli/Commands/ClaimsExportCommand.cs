using System.CommandLine;
using System.Globalization;
using System.Text;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Core.Claims;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker claims export</c>: the ledger for those who do not read it in an editor.</summary>
public sealed class ClaimsExportCommand
{
    private readonly TimeProvider _clock;
    private readonly ClaimFilterOptions _filter = new();
    private readonly Argument<string[]> _paths = new("path") { Description = "Articles and folders; without any, all articles of the ledger", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _format = CommonOptions.Choice("--format", "A table, a report to read and print, schema.org's ClaimReview, or a draft with footnotes", ["csv", "html", "claimreview", "markdown"]);
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of standard output", HelpName = "FILE" };
    private readonly Option<bool> _recorded = new("--recorded") { Description = "In html: leave out quotations that the ledger does not have" };

    private ClaimsExportCommand(TimeProvider clock) => _clock = clock;

    public static Command Create(TimeProvider clock)
    {
        var export = new ClaimsExportCommand(clock);
        var command = new Command("export", "Write claims as a table, a report, ClaimReview or a footnoted draft") { export._paths, export._format, export._output, export._recorded };
        export._filter.AddTo(command);
        CommonOptions.AddCheck(command, result => CommonOptions.RejectUnknownOptions(result, result.GetValue(export._paths)));
        command.SetAction(export.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(_paths) ?? [];
        var desk = ClaimsCommand.Open(parsed, paths);
        var filter = _filter.Of(parsed);
        var today = ClaimsCommand.Today(_clock);
        var named = paths.Length == 0 ? null : desk.Articles(paths);
        bool IsWanted(Claim claim) => filter.Matches(claim, desk.Newsroom, today);
        var claims = desk.Ledger.Claims.Where(IsWanted).Where(claim => named is null || named.Exists(article => article.Claims.Find(claim.Id) is not null)).ToList();
        var articles = named ?? ArticlesOf(claims, desk);

        if (OutputFile.Open(parsed.GetValue(_output)) is not { } output) return (int)ExitCode.Failed;
        await using (output.ConfigureAwait(false))
        {
            await output.Stream.WriteAsync(Export(parsed, desk, claims, articles, IsWanted, today), cancellation).ConfigureAwait(false);
            if (!output.Commit()) return (int)ExitCode.Failed;
        }
        return ClaimsCommand.Exit(desk);
    }

    private ReadOnlyMemory<byte> Export(
        ParseResult parsed, ClaimDesk desk, List<Claim> claims, List<DeskArticle> articles, Func<Claim, bool> isWanted, DateOnly today)
    {
        var passages = new PassageBook(desk);
        switch (parsed.GetValue(_format))
        {
            case "html":
                var isPart = parsed.GetValue(_recorded) || !_filter.Of(parsed).IsAll;
                var report = ReportArticle.Of(articles, desk.Newsroom.Registry, passages, isWanted, withUnrecorded: !isPart);
                return Encoding.UTF8.GetBytes(HtmlReport.Write(Path.GetFileName(desk.Newsroom.Root), today, report));
            case "claimreview":
                var published = ClaimReviewExport.Published(claims, desk).ToList();
                if (published.Count < claims.Count)
                {
                    Complaint.Write(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{published.Count} of {claims.Count} claims are published checks: made on a day, of words that stand as they were checked, in an article whose front matter has its url"));
                }
                return ClaimReviewExport.Write(published, desk.Newsroom.Registry);
            case "markdown":
                return Encoding.UTF8.GetBytes(MarkdownDraft.Write(ReportArticle.Of(articles, desk.Newsroom.Registry, passages, isWanted, withUnrecorded: false)));
            default:
                return Encoding.UTF8.GetBytes(CsvExport.Write(claims, desk));
        }
    }

    /// <summary>The articles in which claims stand, by path.</summary>
    private static List<DeskArticle> ArticlesOf(List<Claim> claims, ClaimDesk desk) =>
        [.. claims.Select(desk.PlaceOf).Select(static found => found?.Article).OfType<DeskArticle>().Distinct().OrderBy(static article => article.Key, StringComparer.Ordinal)];
}
