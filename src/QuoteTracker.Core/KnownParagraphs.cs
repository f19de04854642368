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
    private readonly int _sameAtStart;
    private readonly int _sameAtEnd;

    public KnownParagraphs(string copy, ImmutableArray<TextSpan> paragraphs, AnalysisTrace? before)
    {
        _copy = copy;
        _paragraphs = paragraphs;
        _before = before;
        if (before is null) return;
        int most = Math.Min(paragraphs.Length, before.Paragraphs.Length);
        while (_sameAtStart < most && TextOf(_sameAtStart).SequenceEqual(before.TextOf(_sameAtStart))) _sameAtStart++;
        most -= _sameAtStart;
        while (_sameAtEnd < most && TextOf(paragraphs.Length - 1 - _sameAtEnd).SequenceEqual(before.TextOf(before.Paragraphs.Length - 1 - _sameAtEnd))) _sameAtEnd++;
    }

    public int Count => _paragraphs.Length;

    public ReadOnlySpan<char> TextOf(int paragraph) => _copy.AsSpan(_paragraphs[paragraph].Start, _paragraphs[paragraph].Length);

    /// <summary>Takes over the pairing of the marks of a paragraph and of those behind it, as far as they still hold.</summary>
    /// <param name="before">The state at the end of the paragraph before.</param>
    /// <returns>How many were taken.</returns>
    public int TakePairings(int paragraph, PairingState before, ParagraphPairing[] into)
    {
        int old = Old(paragraph);
        if (old < 0 || !(old == 0 ? PairingState.Settled : _before!.Pairings[old - 1].End).Equals(before)) return 0;
        // From the same state the same text leads to the same state: no other paragraph of the stretch needs a look.
        int count = (paragraph < _sameAtStart ? _sameAtStart : Count) - paragraph;
        Array.Copy(_before!.Pairings, old, into, paragraph, count);
        return count;
    }

    /// <summary>Null where the paragraph must be read anew.</summary>
    /// <param name="readings">Those of the paragraphs before it are there.</param>
    public ParagraphReading? ReadingOf(int paragraph, ParagraphLayout[] layouts, ParagraphReading[] readings)
    {
        int old = Old(paragraph);
        if (old < 0 || !layouts[paragraph].ReadsLike(_before!.Layouts[old])) return null;
        bool isAfterSame = paragraph > 0 && old > 0 && ReferenceEquals(readings[paragraph - 1], _before.Readings[old - 1]);
        return isAfterSame || ParagraphTail.Before(old, _before.Layouts, _before.Readings).Equals(ParagraphTail.Before(paragraph, layouts, readings)) ? _before.Readings[old] : null;
    }

    /// <summary>For each paragraph what was read of those who speak in it, which holds if its reading does; null where nothing was.</summary>
    public SpokenParagraph?[] Spoken()
    {
        var spoken = new SpokenParagraph?[Count];
        if (_before is null) return spoken;
        Array.Copy(_before.Spoken, spoken, _sameAtStart);
        Array.Copy(_before.Spoken, _before.Spoken.Length - _sameAtEnd, spoken, Count - _sameAtEnd, _sameAtEnd);
        return spoken;
    }

    private int Old(int paragraph)
    {
        if (paragraph < _sameAtStart) return paragraph;
        return paragraph >= Count - _sameAtEnd ? paragraph - Count + _before!.Paragraphs.Length : -1;
    }
}
