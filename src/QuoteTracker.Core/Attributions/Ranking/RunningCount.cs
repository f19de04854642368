using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>How much of what stands before a token in its paragraph, so that what stands between two tokens is a subtraction and not a loop.</summary>
internal readonly record struct RunningCount(
    ushort Commas, ushort Coordinators, ushort Marks, ushort OpenMarks, ushort Clauses, ushort Subordinate, ushort Auxiliaries, ushort Participles, ushort LikelyCues, ushort SureCues, ushort Depth)
{
    /// <summary>The rates, in 255ths, from which a word counts as a likely and as a sure cue.</summary>
    private const byte LikelyRate = 76, SureRate = 120;

    /// <summary>Fills one count a token, and one for the end.</summary>
    public static void Fill(ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> rates, Span<RunningCount> counts)
    {
        var c = default(RunningCount);
        for (int i = 0; i < tokens.Length; i++)
        {
            counts[i] = c;
            ref readonly var t = ref tokens[i];
            bool subordinate = t.Is(WordClass.Relative | WordClass.That | WordClass.Subordinator), breaks = t.Is(TokenFlags.Comma | TokenFlags.Dash | TokenFlags.Terminal);
            bool auxiliary = t.Is(WordClass.Auxiliary | WordClass.Modal);
            c = new RunningCount(
                Step(c.Commas, t.Is(TokenFlags.Comma)),
                Step(c.Coordinators, t.Is(WordClass.Coordinator)),
                Step(c.Marks, t.Is(TokenFlags.OpenMark | TokenFlags.CloseMark)),
                Step(c.OpenMarks, t.Is(TokenFlags.OpenMark)),
                Step(c.Clauses, t.Is(WordClass.Relative | WordClass.That)),
                Step(c.Subordinate, subordinate),
                Step(c.Auxiliaries, auxiliary),
                Step(c.Participles, t.Class == WordClass.None && t.IsLowerWord && (t.Shape & 15) == 1),
                Step(c.LikelyCues, rates[i] > LikelyRate),
                Step(c.SureCues, rates[i] > SureRate),
                breaks ? (ushort)0 : Step(c.Depth, subordinate));
        }
        counts[tokens.Length] = c;
    }

    // A paragraph of more than 65,535 tokens wraps round; differences over a sentence stay right.
    private static ushort Step(ushort count, bool more) => more ? (ushort)(count + 1) : count;
}
