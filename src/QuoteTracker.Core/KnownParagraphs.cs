using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core;

/// <summary>
/// The paragraphs of a text beside those of the text before: the same ones at its beginning and at its end, those between are new. What was found of a
/// paragraph holds as long as all that it was found from is the same.
/// </summary>
internal readonly struct KnownParagraphs
{
    private readonly string _copy;
    private readonly ImmutableArray<TextSpan> _paragraphs;
    private readonly AnalysisTrace? _before;
    private readonly SameEnds _same;

    // Those of them that moved with the text around them alone.
    private readonly SameEnds _placed;

    /// <param name="text">Of the two copies.</param>
    public KnownParagraphs(string copy, ImmutableArray<TextSpan> paragraphs, AnalysisTrace? before, SameEnds text)
    {
        _copy = copy;
        _paragraphs = paragraphs;
        _before = before;
        if (before is null) return;
        int most = Math.Min(paragraphs.Length, before.Paragraphs.Length), first = 0, last = 0;
        while (first < most && IsPlacedAtStart(first, text.First)) first++;
        while (last < most - first && IsPlacedAtEnd(last + 1, text.Last)) last++;
        _placed = new SameEnds(first, last);
        while (first < most - last && TextOf(first).SequenceEqual(before.TextOf(first))) first++;
        while (last < most - first && TextOf(paragraphs.Length - 1 - last).SequenceEqual(before.TextOf(before.Paragraphs.Length - 1 - last))) last++;
        _same = new SameEnds(first, last);
    }

    public int Count => _paragraphs.Length;

    private int CountBefore => _before!.Paragraphs.Length;

    public ReadOnlySpan<char> TextOf(int paragraph) => _copy.AsSpan(_paragraphs[paragraph].Start, _paragraphs[paragraph].Length);

    /// <summary>Takes over the pairing of the marks of a paragraph and of those behind it, as far as they still hold.</summary>
    /// <param name="before">The state at the end of the paragraph before.</param>
    /// <returns>How many were taken.</returns>
    public int TakePairings(int paragraph, PairingState before, ParagraphPairing[] into)
    {
        int old = Old(paragraph);
        if (old < 0 || !(old == 0 ? PairingState.Settled : _before!.Pairings[old - 1].End).Equals(before)) return 0;
        // From the same state the same text leads to the same state: no other paragraph of the stretch needs a look.
        int count = (paragraph < _same.First ? _same.First : Count) - paragraph;
        Array.Copy(_before!.Pairings, old, into, paragraph, count);
        return count;
    }

    /// <summary>The paragraphs whose regions are the same as in the text before, but for where they stand: none goes on into the others.</summary>
    /// <param name="chosen">For each paragraph which of its readings was taken.</param>
    public SameEnds SameRegions(ParagraphPairing[] pairings, byte[] chosen)
    {
        if (_before is not { } before) return default;
        return Within(
            _placed,
            (p, old) => ReferenceEquals(pairings[p], before.Pairings[old]) && chosen[p] == before.Chosen[old],
            p => !MarkPairing.GoesOn(pairings[p], chosen[p]),
            p => !MarkPairing.GoesOn(before.Pairings[p], before.Chosen[p]));
    }

    /// <summary>Takes over the readings of a paragraph and of those behind it, up to one that must be read anew.</summary>
    /// <param name="readings">Those of the paragraphs before it are there.</param>
    /// <returns>How many were taken.</returns>
    public int TakeReadings(int paragraph, ParagraphLayout[] layouts, ParagraphReading[] readings)
    {
        if (_before is not { } before) return 0;
        int p = paragraph, last = Count - _same.Last, later = CountBefore - Count;
        for (; p < readings.Length && (p < _same.First || p >= last); p++)
        {
            int old = p < _same.First ? p : p + later;
            if (!ReferenceEquals(layouts[p], before.Layouts[old]) && !layouts[p].ReadsLike(before.Layouts[old])) break;
            bool isAfterSame = p > 0 && old > 0 && ReferenceEquals(readings[p - 1], before.Readings[old - 1]);
            if (!isAfterSame && !ParagraphTail.Before(old, before.Layouts, before.Readings).Equals(ParagraphTail.Before(p, layouts, readings))) break;
            readings[p] = before.Readings[old];
        }
        return p - paragraph;
    }

    /// <summary>The paragraphs whose attributions are the same as in the text before, but for where they stand.</summary>
    /// <param name="regions">The paragraphs with the same regions.</param>
    public SameEnds SameAttributions(SameEnds regions, ParagraphLayout[] layouts, ParagraphReading[] readings)
    {
        if (_before is not { } before) return default;
        return Within(
            regions,
            (p, old) => ReferenceEquals(readings[p], before.Readings[old]),
            p => AttributionAssembler.StandsAlone(layouts[p], readings[p]),
            p => AttributionAssembler.StandsAlone(before.Layouts[p], before.Readings[p]));
    }

    /// <summary>For each paragraph what was read of those who speak in it, which holds if its reading does; null where nothing was.</summary>
    public SpokenParagraph?[] Spoken()
    {
        var spoken = new SpokenParagraph?[Count];
        if (_before is null) return spoken;
        Array.Copy(_before.Spoken, spoken, _same.First);
        Array.Copy(_before.Spoken, _before.Spoken.Length - _same.Last, spoken, Count - _same.Last, _same.Last);
        return spoken;
    }

    /// <summary>As many of the paragraphs at both ends as are the same, up to one before which in both texts nothing goes on from the paragraphs before.</summary>
    /// <param name="isSame">Of a paragraph and the one in its place in the text before.</param>
    /// <param name="begins">True where nothing goes on into the paragraph.</param>
    /// <param name="began">The same of a paragraph of the text before.</param>
    private SameEnds Within(SameEnds ends, Func<int, int, bool> isSame, Func<int, bool> begins, Func<int, bool> began)
    {
        int count = Count, before = CountBefore, first = 0, last = 0;
        while (first < ends.First && isSame(first, first)) first++;
        while (first > 0 && !(IsBorder(first, count, begins) && IsBorder(first, before, began))) first--;
        while (last < ends.Last && isSame(count - 1 - last, before - 1 - last)) last++;
        while (last > 0 && !(IsBorder(count - last, count, begins) && IsBorder(before - last, before, began))) last--;
        return new SameEnds(first, last);
    }

    private static bool IsBorder(int paragraph, int count, Func<int, bool> begins) => paragraph == 0 || paragraph == count || begins(paragraph);

    private bool IsPlacedAtStart(int paragraph, int sameText)
    {
        var (span, old) = (_paragraphs[paragraph], _before!.Paragraphs[paragraph]);
        return span == old && (span.End <= sameText || TextOf(paragraph).SequenceEqual(_before.TextOf(paragraph)));
    }

    /// <param name="fromEnd">The last paragraph is 1.</param>
    private bool IsPlacedAtEnd(int fromEnd, int sameText)
    {
        var (span, old) = (_paragraphs[^fromEnd], _before!.Paragraphs[^fromEnd]);
        return span.Length == old.Length && _copy.Length - span.Start == _before.Copy.Length - old.Start
            && (_copy.Length - span.Start <= sameText || TextOf(Count - fromEnd).SequenceEqual(_before.TextOf(CountBefore - fromEnd)));
    }

    private int Old(int paragraph)
    {
        if (paragraph < _same.First) return paragraph;
        return paragraph >= Count - _same.Last ? paragraph - Count + CountBefore : -1;
    }
}
