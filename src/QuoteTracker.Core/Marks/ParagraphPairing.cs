using System.Collections.Immutable;

namespace QuoteTracker.Core.Marks;

/// <summary>What a mark is used for.</summary>
internal enum MarkUse : byte
{
    Open,
    Close,

    /// <summary>It takes up a region that the paragraph before left open. Without a mark the length is 0.</summary>
    Continue,
}

/// <summary>A mark that has a use.</summary>
/// <param name="Start">UTF-16 offset in the paragraph, so that a paragraph which only moved keeps its pairing.</param>
/// <param name="Length">0, 1 or 2.</param>
internal readonly record struct MarkEvent(MarkUse Use, int Start, int Length);

/// <summary>One reading of a paragraph.</summary>
/// <param name="From">The index of the hypothesis in the state before that it goes on from.</param>
/// <param name="Events">In text order. Regions that stood open before and are not continued at the start end where the paragraph before ended.</param>
internal readonly record struct Reading(int From, ImmutableArray<MarkEvent> Events);

/// <summary>
/// One paragraph paired: the state after it, and how each of the readings that are still possible reads it. It holds no offset of the article, and
/// stays valid as long as the paragraph's text and the state before it do.
/// </summary>
public sealed class ParagraphPairing
{
    internal ParagraphPairing(PairingState end, ImmutableArray<Reading> readings)
    {
        End = end;
        Readings = readings;
    }

    /// <summary>A paragraph without marks after which, as before which, nothing is open.</summary>
    internal static ParagraphPairing Plain { get; } = new(PairingState.Settled, [new Reading(0, [])]);

    /// <summary>The state to go on from with the next paragraph.</summary>
    public PairingState End { get; }

    /// <summary>One for each hypothesis of <see cref="End"/>, in the same order.</summary>
    internal ImmutableArray<Reading> Readings { get; }
}
