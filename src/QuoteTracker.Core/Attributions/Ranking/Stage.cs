namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>One decision of the ranker; each has weights of its own.</summary>
internal enum Stage
{
    /// <summary>Is this word the head of a cue?</summary>
    Cue,
    CueStart,
    CueEnd,
    SourceEnd,
    SourceStart,
    ContentStart,
    ContentEnd,

    /// <summary>Does content that stands before its cue go on behind it?</summary>
    ContentWrap,

    /// <summary>Which cue, or which attribution before, does a region in marks belong to?</summary>
    Link,
}
