using QuoteTracker.Core.Text;

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

/// <summary>What the features of every candidate ask of the same cue.</summary>
internal readonly struct CueWords(in SentenceView s, in CueSpan cue)
{
    public readonly CueSpan Span = cue;

    public readonly uint Stem = s.Stem(cue.Head), Form = CueFeatures.FormOf(s, cue.Head);

    public readonly uint FirstWord = s.Word(cue.Start), LastWord = s.Word(cue.End - 1), WordBefore = s.Word(cue.Start - 1);

    public readonly uint ShapeBefore = s.Shape(cue.Start - 1);

    /// <summary>Of the word before the cue's auxiliaries.</summary>
    public readonly uint SubjectShape = s.Shape(s.BehindAuxiliaries(cue.Head));

    /// <summary>Of the words directly before and behind.</summary>
    public readonly uint ShapesAround = FeatureBuffer.Mix(s.Shape(cue.Start - 1), s.Shape(cue.End));

    public readonly bool InMarks = s.Tokens[cue.Head].Is(TokenFlags.InMarks);
}
