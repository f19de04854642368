namespace QuoteTracker.Core.Checking;

/// <summary>What became of a word, or of a stretch between two words.</summary>
internal enum StepKind : byte
{
    /// <summary>The same word in both.</summary>
    Same,

    /// <summary>One word here, two there, with the same letters.</summary>
    Joined,

    /// <summary>Another word.</summary>
    Replaced,

    /// <summary>In the quotation alone.</summary>
    Added,

    /// <summary>In the quotation alone, in the editor's brackets.</summary>
    Inserted,

    /// <summary>In the source alone, and may be left out: fillers.</summary>
    Skipped,

    /// <summary>In the source alone.</summary>
    LeftOut,
}

/// <summary>One step of an alignment: words of the quotation and words of the source, either of which may be none. Indices, end exclusive.</summary>
internal readonly record struct Step(StepKind Kind, int Quoted, int QuotedEnd, int Said, int SaidEnd);

/// <summary>A quotation laid beside the passage that is nearest to it.</summary>
/// <param name="Cost">0 where all words are the same; 100 for a word that differs.</param>
/// <param name="Steps">In text order.</param>
internal sealed record Alignment(int Cost, List<Step> Steps)
{
    /// <summary>The first and the last word of the source that the quotation has; an empty stretch where it has none.</summary>
    public (int Start, int End) Said
    {
        get
        {
            int first = Steps.FindIndex(step => step.SaidEnd > step.Said && step.QuotedEnd > step.Quoted);
            int last = Steps.FindLastIndex(step => step.SaidEnd > step.Said && step.QuotedEnd > step.Quoted);
            return first < 0 ? (0, 0) : (Steps[first].Said, Steps[last].SaidEnd);
        }
    }
}
