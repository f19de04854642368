using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Text;

/// <summary>
/// Where the lines of a text start, in UTF-16 offsets. The lines of a text that was edited are found from those before the edit; Roslyn's own
/// <see cref="SourceText.Lines"/> are read anew for each text, which takes longer than all else that a key needs of them.
/// </summary>
public sealed class LineStarts
{
    private static readonly SearchValues<char> EditorBreaks = SearchValues.Create("\r\n"), AllBreaks = SearchValues.Create("\r\n\u0085\u2028\u2029");

    private readonly SearchValues<char> _breaks;
    private readonly ImmutableArray<int> _starts;

    private LineStarts(SearchValues<char> breaks, ImmutableArray<int> starts)
    {
        _breaks = breaks;
        _starts = starts;
    }

    /// <summary>At least one.</summary>
    public int Count => _starts.Length;

    public int this[int line] => _starts[line];

    /// <summary>As editors have them: a line ends at <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</summary>
    public static LineStarts OfEditor(string text) => Of(text, EditorBreaks);

    /// <summary>As <see cref="SourceText.Lines"/> has them: U+0085, U+2028 and U+2029 end a line as well.</summary>
    public static LineStarts OfSource(string text) => Of(text, AllBreaks);

    /// <summary>The lines when <paramref name="span"/> of the text was replaced.</summary>
    /// <param name="after">The text behind the edit.</param>
    /// <param name="length">Of what stands in the place of <paramref name="span"/>.</param>
    public LineStarts After(string after, TextSpan span, int length)
    {
        // A start depends on the character before it, and behind a return on the one at it.
        int kept = Math.Max(1, FirstAtOrBehind(span.Start)), rest = FirstAtOrBehind(span.End + 1), moved = length - span.Length;
        var starts = ImmutableArray.CreateBuilder<int>(_starts.Length + 16);
        starts.AddRange(_starts.AsSpan(0, kept));
        int end = rest < _starts.Length ? _starts[rest] + moved : after.Length;
        Find(after, _starts[kept - 1], end, _breaks, starts);
        // The first of the rest, which the look has found again where there is a rest.
        for (int k = rest + 1; k < _starts.Length; k++) starts.Add(_starts[k] + moved);
        return new LineStarts(_breaks, starts.DrainToImmutable());
    }

    /// <summary>The line that an offset is in.</summary>
    public int LineAt(int offset) => FirstAtOrBehind(offset + 1) - 1;

    /// <summary>The line that an offset is in.</summary>
    /// <param name="near">Mostly that one; not behind it.</param>
    public int LineAt(int offset, int near) => near + 1 == _starts.Length || offset < _starts[near + 1] ? near : LineAt(offset);

    /// <summary>The lines and characters of a span's two ends, as <see cref="PositionOf"/> has them.</summary>
    public LinePositionSpan PositionsOf(TextSpan span)
    {
        var start = PositionOf(span.Start);
        int line = LineAt(span.End, start.Line);
        return new LinePositionSpan(start, new LinePosition(line, span.End - _starts[line]));
    }

    /// <summary>The line and the character in it, both from 0; an offset between the two characters of a line's end is in that line.</summary>
    public LinePosition PositionOf(int offset)
    {
        int line = LineAt(offset);
        return new LinePosition(line, offset - _starts[line]);
    }

    private int FirstAtOrBehind(int offset)
    {
        int at = _starts.BinarySearch(offset);
        return at < 0 ? ~at : at;
    }

    private static LineStarts Of(string text, SearchValues<char> breaks)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        Find(text, 0, text.Length, breaks, starts);
        return new LineStarts(breaks, starts.DrainToImmutable());
    }

    /// <summary>Adds the starts behind <paramref name="from"/> and up to <paramref name="end"/>.</summary>
    private static void Find(string text, int from, int end, SearchValues<char> breaks, ImmutableArray<int>.Builder into)
    {
        while (from < end && text.AsSpan(from, end - from).IndexOfAny(breaks) is >= 0 and var length)
        {
            from += length + 1;
            if (text[from - 1] == '\r' && from < text.Length && text[from] == '\n') from++;
            into.Add(from);
        }
    }
}
