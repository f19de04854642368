using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Marks;
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

    /// <summary>Null where the marks must be paired anew.</summary>
    public ParagraphPairing? PairingOf(int paragraph, PairingState before)
    {
        int old = Old(paragraph);
        if (old < 0) return null;
        var then = old == 0 ? PairingState.Settled : _before!.Pairings[old - 1].End;
        return then.Equals(before) ? _before!.Pairings[old] : null;
    }

    /// <summary>Null where the paragraph must be read anew.</summary>
    public ParagraphReading? ReadingOf(int paragraph, ParagraphLayout layout, in ParagraphTail before)
    {
        int old = Old(paragraph);
        if (old < 0 || !layout.ReadsLike(_before!.Layouts[old])) return null;
        return ParagraphTail.Before(old, _before.Layouts, _before.Readings).Equals(before) ? _before.Readings[old] : null;
    }

    private int Old(int paragraph)
    {
        if (paragraph < _sameAtStart) return paragraph;
        return paragraph >= Count - _sameAtEnd ? paragraph - Count + _before!.Paragraphs.Length : -1;
    }
}
