namespace QuoteTracker.Core.Checking;

/// <summary>Tells what a transcriber notes in brackets from what a speaker said.</summary>
internal static class TranscriberRemark
{
    private static readonly string[] Remarks =
    [
        "laugh", "applau", "inaudible", "indistinct", "unintelligible", "crosstalk", "cross-talk", "cross talk", "pause", "cheer", "interrupt", "sigh", "cough", "music", "silence",
        "overlap", "chuckle", "clears throat", "unclear", "interjection", "shout", "bell", "gavel", "boo", "foreign language", "speaks in", "phone", "door", "break", "off mic", "sic", "end of", "recess",
    ];

    /// <param name="inside">What stands between the brackets.</param>
    public static bool Is(ReadOnlySpan<char> inside)
    {
        inside = inside.Trim();
        if (inside.IsEmpty || !inside.ContainsAnyExcept("0123456789:.,-–> ".AsSpan())) return true;
        foreach (var remark in Remarks)
        {
            if (inside.StartsWith(remark, StringComparison.OrdinalIgnoreCase) || (inside.Length < 60 && inside.EndsWith(remark, StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }
}
