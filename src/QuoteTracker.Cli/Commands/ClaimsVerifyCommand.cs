using System.CommandLine;
using System.Globalization;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Claims;
using QuoteTracker.Workspace.Ledger;
using QuoteTracker.Workspace.Sources;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker claims verify</c>: of articles, records all that the sources have word for word; of claims, records that a person checked them.</summary>
public sealed class ClaimsVerifyCommand
{
    /// <summary>Who checked, where nobody says that a person did.</summary>
    private const string Machine = "quotetracker";

    private readonly TimeProvider _clock;
    private readonly Argument<string[]> _targets = new("path or id") { Description = "Articles and folders, or claims by id", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _all = new("--all") { Description = "Of articles: enter the other quotations as well, as unchecked" };
    private readonly Option<string> _status = CommonOptions.Choice("--as", "For claims: what they are found to be", ["verified", "corrected", "retracted", "unchecked"]);
    private readonly Option<string?> _source = new("--source") { Description = "For claims: what they were checked against, a file of the newsroom or a web address", HelpName = "PATH|URL" };
    private readonly Option<string?> _locator = new("--locator") { Description = "For claims: where in the source", HelpName = "PLACE" };
    private readonly ClaimOutcomeOptions _outcome = new(isNoteRequired: false);

    private ClaimsVerifyCommand(TimeProvider clock) => _clock = clock;

    public static Command Create(TimeProvider clock)
    {
        var verify = new ClaimsVerifyCommand(clock);
        var command = new Command("verify", "Record checks: all that the sources have word for word in articles, or claims that you checked yourself")
        {
            verify._targets, verify._all, verify._status, verify._source, verify._locator,
        };
        verify._outcome.AddTo(command);
        CommonOptions.AddCheck(command, result =>
        {
            if (result.GetValue(verify._locator) is not null && result.GetValue(verify._source) is null) result.AddError("--locator says where in a --source.");
        });
        command.SetAction(verify.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var targets = parsed.GetValue(_targets)!;
        var paths = targets.Where(Path.Exists).ToList();
        var desk = ClaimsCommand.Open(parsed, paths);
        var isWhole = RecordClaims(parsed, desk, [.. targets.Except(paths)]);
        if (paths.Count > 0) isWhole &= RecordArticles(parsed, desk, paths);
        return isWhole ? ClaimsCommand.Exit(desk) : (int)ExitCode.Failed;
    }

    private bool RecordArticles(ParseResult parsed, ClaimDesk desk, List<string> paths)
    {
        var sources = SourceLibrary.Open(desk.Newsroom);
        foreach (var diagnostic in sources.Diagnostics.Where(static diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)) desk.Tell(diagnostic);
        if (sources.IsEmpty && !parsed.GetValue(_all))
        {
            Complaint.Write($"{DisplayPath.Of(desk.Newsroom.Root)} has no sources to verify against: 'sources' in quotetracker.yaml says where they are. --all enters quotations to be checked by hand");
            return false;
        }
        var by = parsed.GetValue(_outcome.By) ?? Machine;
        var on = _outcome.DayOf(parsed, _clock);
        var checkedArticles = desk.Articles(paths).Select(article => (Article: article, Checks: sources.Checker.Check(article.Model))).ToList();
        var update = LedgerFile.Update(desk.Newsroom.LedgerPath, desk.Newsroom.Root, ledger =>
        {
            // On what the ledger says now: somebody else may have written to it since it was read.
            var changed = new Dictionary<string, Claim>(StringComparer.Ordinal);
            foreach (var (article, checks) in checkedArticles)
            {
                var recorded = ClaimRecorder.Record(ledger, article.Key, article.Model, checks, by, on, parsed.GetValue(_all));
                foreach (var claim in recorded) changed[claim.Id] = claim;
                ledger = ledger.With(recorded);
            }
            return changed.Values;
        });
        if (update.Fault is { } fault)
        {
            desk.Tell(fault);
            return false;
        }
        var quotations = checkedArticles.Sum(static item => item.Checks.Count);
        var wordForWord = checkedArticles.Sum(static item => item.Checks.Values.Count(ClaimRecorder.IsWordForWord));
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{wordForWord} of {quotations} quotations stand in the sources word for word; {update.Written.Length} {(update.Written.Length == 1 ? "entry" : "entries")} of {DisplayPath.Of(desk.Newsroom.LedgerPath)} written."));
        return true;
    }

    private bool RecordClaims(ParseResult parsed, ClaimDesk desk, List<string> ids)
    {
        if (ids.Count == 0) return true;
        var status = ClaimNames.ParseStatus(parsed.GetValue(_status)!)!.Value;
        ClaimSource? source = null;
        if (parsed.GetValue(_source) is { } given && (source = SourceOf(given, parsed.GetValue(_locator), desk)) is null) return false;
        return _outcome.Record(parsed, desk, ids, _clock, check => check with { Status = status, Source = source ?? check.Source, Verdict = source is null ? check.Verdict : null });
    }

    /// <returns>Null where it is nothing to check against; standard error says why.</returns>
    private static ClaimSource? SourceOf(string given, string? locator, ClaimDesk desk)
    {
        if (Uri.TryCreate(given, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
            return new ClaimSource { Url = given, Locator = locator };
        var path = desk.Newsroom.RelativePath(Path.GetFullPath(given));
        if (LedgerReading.HashOf(desk.Newsroom, path) is { } hash) return new ClaimSource { Path = path, Locator = locator, Hash = hash };
        Complaint.Write($"the newsroom has no file {VisibleText.Of(given)}, and it is no web address");
        return null;
    }
}
