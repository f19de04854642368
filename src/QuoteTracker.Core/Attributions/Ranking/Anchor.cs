namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>A cue with its source: what content is looked for around.</summary>
internal readonly record struct Anchor(CueSpan Cue, TokenSpan Source)
{
    /// <summary>The first token of cue or source, whichever is first, where the source stands next to the cue's left; else the cue's.</summary>
    public int Start { get; } = !Source.IsNone && Source.End <= Cue.Start ? Source.Start : Cue.Start;

    /// <summary>Behind the cue, or behind the source where it is inverted (<c>said X</c>).</summary>
    public int End { get; } = !Source.IsNone && Source.Start >= Cue.End && Source.Start <= Cue.End + 3 ? Source.End : Cue.End;

    public bool Covers(int i) => (i >= Cue.Start && i < Cue.End) || (i >= Source.Start && i < Source.End);
}

/// <summary>What the features of every candidate ask of the same cue and source.</summary>
internal readonly struct AnchorWords(in SentenceView s, in Anchor anchor)
{
    public readonly Anchor Anchor = anchor;

    public readonly CueWords Cue = new(s, anchor.Cue);

    /// <summary>Directly behind cue and source.</summary>
    public readonly uint WordBehind = s.Word(anchor.End), ShapeBehind = s.Shape(anchor.End);

    /// <summary>Directly before cue and source.</summary>
    public readonly uint WordBefore = s.Word(anchor.Start - 1), ShapeBefore = s.Shape(anchor.Start - 1);

    /// <summary>Of the source's last word; 0 where there is none.</summary>
    public readonly uint SourceShape = anchor.Source.IsNone ? 0 : s.Shape(anchor.Source.End - 1);

    /// <summary>0: the source stands before the cue, 1: behind it, 2: there is none.</summary>
    public readonly uint Inverted = anchor.Source.IsNone ? 2u : anchor.Source.Start >= anchor.Cue.End ? 1u : 0;

    /// <summary>The sentence ends with cue and source.</summary>
    public readonly bool IsLast = s.End - anchor.End <= 2;
}

/// <summary>Where content may start, seen from cue and source.</summary>
/// <param name="Side">1: behind the cue, 2: before it.</param>
/// <param name="From">The token it is seen from.</param>
/// <param name="Distance">From there, in few steps.</param>
/// <param name="Hash">All of it as one value.</param>
internal readonly record struct ContentPlace(uint Side, int From, uint Distance, uint Hash)
{
    public static ContentPlace Of(in AnchorWords w, int p)
    {
        var a = w.Anchor;
        bool after = p >= a.Cue.End;
        uint side = after ? 1u : 2u;
        int from = after ? (p >= a.End ? a.End : a.Cue.End) : p;
        uint distance = after ? SentenceView.Bin(p - from) : 16 + SentenceView.Bin(a.Start - p);
        return new ContentPlace(side, from, distance, FeatureBuffer.Mix(side + w.Inverted * 4 + (p >= a.End ? 16u : 0), distance));
    }
}
