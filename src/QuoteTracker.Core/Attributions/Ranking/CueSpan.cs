namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>A cue as a range of tokens, end exclusive, with its head.</summary>
internal readonly record struct CueSpan(int Head, int Start, int End);

/// <summary>A range of tokens, end exclusive.</summary>
internal readonly record struct TokenSpan(int Start, int End)
{
    public static TokenSpan None => new(-1, -1);

    public bool IsNone => Start < 0;

    public bool Overlaps(TokenSpan other) => !IsNone && !other.IsNone && Start < other.End && other.Start < End;
}
