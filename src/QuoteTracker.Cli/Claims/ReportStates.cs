namespace QuoteTracker.Cli.Claims;

/// <summary>How a report shows its states: by a sign, a word and a line's form besides the colour, for print and for those who do not see colours.</summary>
public static class ReportStates
{
    /// <summary>In the order in which an editor wants to see them.</summary>
    public static IReadOnlyList<ReportState> All { get; } =
        [ReportState.Disputed, ReportState.Retracted, ReportState.Stale, ReportState.Unchecked, ReportState.Corrected, ReportState.Verified];

    public static string SignOf(ReportState state) => state switch
    {
        ReportState.Verified => "✓",
        ReportState.Corrected => "✎",
        ReportState.Stale => "↻",
        ReportState.Disputed => "!",
        ReportState.Retracted => "✕",
        _ => "○",
    };

    public static string WordsOf(ReportState state) => state switch
    {
        ReportState.Verified => "Verified",
        ReportState.Corrected => "Corrected",
        ReportState.Stale => "Changed since the check",
        ReportState.Disputed => "Disputed",
        ReportState.Retracted => "Retracted",
        _ => "Not checked",
    };

    /// <summary>The class in the style sheet.</summary>
    public static string ClassOf(ReportState state) => state switch
    {
        ReportState.Verified => "verified",
        ReportState.Corrected => "corrected",
        ReportState.Stale => "stale",
        ReportState.Disputed => "disputed",
        ReportState.Retracted => "retracted",
        _ => "unchecked",
    };
}
