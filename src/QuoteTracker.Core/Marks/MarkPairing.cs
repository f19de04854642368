using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Marks;

/// <summary>
/// Pairs quotation marks into regions: of all readings of the article (each mark opens, closes, is an apostrophe, is a stray) the cheapest. Takes time
/// linear in the text, and never throws.
/// </summary>
public static class MarkPairing
{
    /// <summary>The regions by their start, a nested one after the one around it.</summary>
    /// <param name="copy">The article's copy; what is <see cref="Article.NotCopy"/> is looked through.</param>
    /// <param name="paragraphs">In text order, not overlapping.</param>
    public static ImmutableArray<QuotationRegion> Pair(string copy, ImmutableArray<TextSpan> paragraphs)
    {
        var beam = new MarkBeam();
        var state = PairingState.Settled;
        var pairings = new ParagraphPairing[paragraphs.Length];
        for (int i = 0; i < pairings.Length; i++)
        {
            pairings[i] = beam.Read(state, copy.AsSpan(paragraphs[i].Start, paragraphs[i].Length));
            state = pairings[i].End;
        }
        return Regions(paragraphs, pairings);
    }

    /// <summary>Pairs one paragraph. The same state and the same text give an equal result, so a chain can be resumed after any paragraph.</summary>
    /// <param name="before">The state at the end of the paragraph before; <see cref="PairingState.Settled"/> for the first.</param>
    /// <param name="paragraph">The copy of the paragraph.</param>
    public static ParagraphPairing Step(PairingState before, ReadOnlySpan<char> paragraph)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new MarkBeam().Read(before, paragraph);
    }

    /// <summary>Decides between the readings that were still possible and builds the regions.</summary>
    /// <param name="paragraphs">In text order.</param>
    /// <param name="pairings">A step for each of the paragraphs, each made from the state at the end of the one before.</param>
    public static ImmutableArray<QuotationRegion> Regions(ImmutableArray<TextSpan> paragraphs, ReadOnlySpan<ParagraphPairing> pairings)
    {
        if (paragraphs.Length != pairings.Length)
            throw new ArgumentException($"There are {paragraphs.Length} paragraphs and {pairings.Length} pairings.", nameof(pairings));
        return Regions(paragraphs.AsSpan(), pairings, Choose(pairings));
    }

    /// <summary>For each paragraph which of its readings is that of the cheapest of the whole article.</summary>
    internal static byte[] Choose(ReadOnlySpan<ParagraphPairing> pairings)
    {
        if (pairings.IsEmpty) return [];
        var chosen = new byte[pairings.Length];
        int reading = CheapestEnd(pairings[^1].End);
        for (int i = pairings.Length - 1; i >= 0; i--)
        {
            chosen[i] = (byte)reading;
            reading = pairings[i].Readings[reading].From;
        }
        return chosen;
    }

    /// <summary>The regions of some paragraphs, into the first of which none goes on.</summary>
    internal static ImmutableArray<QuotationRegion> Regions(ReadOnlySpan<TextSpan> paragraphs, ReadOnlySpan<ParagraphPairing> pairings, ReadOnlySpan<byte> chosen)
    {
        var regions = new RegionBuilder();
        for (int i = 0; i < pairings.Length; i++)
            regions.Add(paragraphs[i], pairings[i].Readings[chosen[i]].Events.AsSpan());
        return regions.ToImmutable();
    }

    /// <summary>True where a region of the paragraphs before goes on into this one.</summary>
    internal static bool GoesOn(ParagraphPairing pairing, byte chosen) => pairing.Readings[chosen].Events is [{ Use: MarkUse.Continue }, ..];

    private static int CheapestEnd(PairingState end)
    {
        int best = 0, bestCost = int.MaxValue;
        for (int i = 0; i < end.Hypotheses.Length; i++)
        {
            var (open, cost) = end.Hypotheses[i];
            cost += open.Depth * MarkCosts.Unclosed;
            if (cost < bestCost) (best, bestCost) = (i, cost);
        }
        return best;
    }
}
