using System.Collections.Immutable;
using System.CommandLine;
using QuoteTracker.Cli.Commands;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace;

namespace QuoteTracker.Cli.Claims;

/// <summary>Which claims a command was asked for. Null, or nothing, is all of them.</summary>
public sealed record ClaimFilter
{
    /// <summary>An id, a name or an alias.</summary>
    public string? Speaker { get; init; }

    public ImmutableArray<ClaimStatus> Statuses { get; init; } = [];

    /// <summary>A file or a folder, as the command line has it.</summary>
    public string? Article { get; init; }

    /// <summary>Checked more than so many days ago.</summary>
    public int? OlderThan { get; init; }

    /// <summary>Checked at most so many days ago.</summary>
    public int? NewerThan { get; init; }

    /// <summary>Nothing is left out.</summary>
    public bool IsAll => Speaker is null && Statuses.IsEmpty && Article is null && OlderThan is null && NewerThan is null;

    public bool Matches(Claim claim, Newsroom newsroom, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(newsroom);
        return (Speaker is null || IsSpeaker(claim.Speaker, newsroom.Registry))
            && (Statuses.IsEmpty || Statuses.Contains(claim.Status))
            && (Article is null || IsArticle(claim.Article, newsroom))
            && (OlderThan is not { } old || (claim.Check.CheckedOn is { } day && today.DayNumber - day.DayNumber > old))
            && (NewerThan is not { } recent || (claim.Check.CheckedOn is { } on && today.DayNumber - on.DayNumber <= recent));
    }

    private bool IsSpeaker(string? speaker, Registry registry)
    {
        if (speaker is null) return false;
        if (speaker.Equals(Speaker, StringComparison.OrdinalIgnoreCase)) return true;
        var entry = registry.Entries.FirstOrDefault(entry => entry.Id == speaker);
        return entry is not null && entry.Aliases.Prepend(entry.Name).Any(name => name.Equals(Speaker, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsArticle(string article, Newsroom newsroom)
    {
        // From the working folder as the shell completes it, or from the newsroom's root as the ledger writes it.
        string[] names = [newsroom.RelativePath(Path.GetFullPath(Article!)), Article!.Replace('\\', '/').TrimEnd('/')];
        return names.Any(name => article == name || article.StartsWith(name + "/", StringComparison.Ordinal) || name == ".");
    }
}

/// <summary>The options that make a <see cref="ClaimFilter"/>.</summary>
public sealed class ClaimFilterOptions
{
    /// <summary>A thousand years.</summary>
    private const int MostDays = 365_000;

    private readonly Option<string?> _speaker = new("--speaker") { Description = "Only claims of this speaker: an id or a name", HelpName = "WHO" };
    private readonly Option<string[]> _status = new("--status") { Description = "Only claims of this status; with commas", HelpName = string.Join('|', ClaimNames.Statuses) };
    private readonly Option<string?> _article = new("--article") { Description = "Only claims in this article or folder", HelpName = "PATH" };
    private readonly Option<int?> _olderThan = CommonOptions.Number("--older-than", 0, MostDays, "Only claims whose last check is more than so many days ago", "DAYS");
    private readonly Option<int?> _newerThan = CommonOptions.Number("--newer-than", 0, MostDays, "Only claims checked within so many days", "DAYS");

    public ClaimFilterOptions() => _status.CompletionSources.Add(_ => ClaimNames.Statuses.Select(static name => new System.CommandLine.Completions.CompletionItem(name)));

    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        foreach (var option in (Option[])[_speaker, _status, _article, _olderThan, _newerThan]) command.Options.Add(option);
        CommonOptions.AddCheck(command, result =>
        {
            foreach (var word in Words(result.GetValue(_status)).Where(static word => ClaimNames.ParseStatus(word) is null))
                result.AddError($"There is no status '{Formats.VisibleText.Of(word)}'. A claim is one of {string.Join(", ", ClaimNames.Statuses)}.");
        });
    }

    public ClaimFilter Of(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return new ClaimFilter
        {
            Speaker = parsed.GetValue(_speaker),
            Statuses = [.. Words(parsed.GetValue(_status)).Select(static word => ClaimNames.ParseStatus(word)!.Value)],
            Article = parsed.GetValue(_article),
            OlderThan = parsed.GetValue(_olderThan),
            NewerThan = parsed.GetValue(_newerThan),
        };
    }

    private static IEnumerable<string> Words(string[]? given) =>
        (given ?? []).SelectMany(static list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
