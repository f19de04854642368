using System.CommandLine;
using System.Globalization;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Core.Claims;
using QuoteTracker.Workspace.Ledger;

namespace QuoteTracker.Cli.Claims;

/// <summary>The options of a check that a person records, and the recording.</summary>
public sealed class ClaimOutcomeOptions
{
    private readonly Option<DateOnly?> _on = new("--on") { Description = "The day of the check, year-month-day; today without it", HelpName = "DAY", CustomParser = ReadDay };
    private readonly Option<string?> _note = new("--note") { Description = "What colleagues should know", HelpName = "TEXT" };

    public ClaimOutcomeOptions(bool isNoteRequired) => _note.Required = isNoteRequired;

    public Option<string?> By { get; } = new("--by") { Description = "Who checked", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(By);
        command.Options.Add(_on);
        command.Options.Add(_note);
    }

    public DateOnly DayOf(ParseResult parsed, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(clock);
        return parsed.GetValue(_on) ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
    }

    /// <summary>Records an outcome for claims, of the words that stand in their articles now.</summary>
    /// <param name="decide">From the check so far to the new one, without who, when and the note.</param>
    /// <returns>False where a claim is not there or the ledger could not be written; standard error says so.</returns>
    public bool Record(ParseResult parsed, ClaimDesk desk, IReadOnlyCollection<string> ids, TimeProvider clock, Func<ClaimCheck, ClaimCheck> decide)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(desk);
        var unknown = ids.Where(id => desk.Ledger.Find(id) is null).ToList();
        foreach (var id in unknown) Complaint.Write($"there is no file '{id}', and no claim of that id. 'quotetracker claims list' lists the claims");
        if (unknown.Count == ids.Count) return false;

        var (by, on) = (parsed.GetValue(By) ?? Environment.UserName, DayOf(parsed, clock));
        // Found before the ledger is locked: it may take a look at every article.
        var places = ids.Distinct().Select(desk.Ledger.Find).OfType<Claim>().ToDictionary(static claim => claim.Id, desk.PlaceOf, StringComparer.Ordinal);
        var update = LedgerFile.Update(desk.Newsroom.LedgerPath, desk.Newsroom.Root, ledger => places.Keys.Select(ledger.Find).OfType<Claim>().Select(claim =>
        {
            var check = decide(claim.Check) with { CheckedBy = by, CheckedOn = on, Note = parsed.GetValue(_note) ?? claim.Check.Note };
            return places[claim.Id] is var (article, place)
                ? claim.With(check, ClaimAnchors.Of(article.Model.Article, place.Spans) with { OtherMembers = claim.Anchor.OtherMembers }) with { Article = article.Key }
                : claim.With(check);
        }));
        if (update.Fault is { } fault)
        {
            desk.Tell(fault);
            return false;
        }
        foreach (var claim in update.Written) Console.Out.WriteLine($"{Formats.VisibleText.Of(claim.Id)}: {Formats.VisibleText.Of(ClaimText.Of(claim.Check))}");
        if (update.Written.IsEmpty) Console.Out.WriteLine("Nothing has changed.");
        return unknown.Count == 0;
    }

    private static DateOnly? ReadDay(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError("A day is year-month-day, such as 2026-11-22.");
        return null;
    }
}
