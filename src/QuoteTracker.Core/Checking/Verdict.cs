namespace QuoteTracker.Core.Checking;

/// <summary>How a quotation's words stand to those of its source, the best first. <c>docs/verdicts.md</c> defines each with examples.</summary>
public enum Verdict
{
    /// <summary>The same words, written the same way.</summary>
    Exact,

    /// <summary>The same words, written otherwise as the trade does: marks, capitals, numbers, contractions, fillers left out.</summary>
    Normalised,

    /// <summary>The same words, and an ellipsis says where some were left out.</summary>
    Elided,

    /// <summary>Words differ.</summary>
    Edited,

    /// <summary>The same words from places apart, joined without an ellipsis.</summary>
    Stitched,

    /// <summary>No source has these words.</summary>
    Absent,
}

/// <summary>The written names of verdicts.</summary>
public static class VerdictNames
{
    /// <summary>As files and the command write it: <c>normalised</c>.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Exact => "exact",
        Verdict.Normalised => "normalised",
        Verdict.Elided => "elided",
        Verdict.Edited => "edited",
        Verdict.Stitched => "stitched",
        _ => "absent",
    };

    /// <summary>Reads a written name; case counts.</summary>
    public static Verdict? Parse(string name) => name switch
    {
        "exact" => Verdict.Exact,
        "normalised" => Verdict.Normalised,
        "elided" => Verdict.Elided,
        "edited" => Verdict.Edited,
        "stitched" => Verdict.Stitched,
        "absent" => Verdict.Absent,
        _ => null,
    };
}
