using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Cli.Formats;

/// <summary>The part of a line that a finding stands in, as cells of a terminal.</summary>
/// <param name="Line">The number of the line, from 0.</param>
/// <param name="Text">What to show, free of control characters, tabs as blanks, <c>…</c> where something was left out.</param>
/// <param name="UnderlineStart">The first cell below which to underline.</param>
/// <param name="UnderlineLength">At least 1.</param>
/// <param name="LastLine">The number of the line in which the finding ends, from 0.</param>
public sealed record SourceExcerpt(int Line, string Text, int UnderlineStart, int UnderlineLength, int LastLine)
{
    private const int TabStop = 4;

    private readonly record struct Cell(int Start, string Shown, int Width);

    /// <param name="span">In <paramref name="text"/>; of a finding over several lines the first is shown.</param>
    /// <param name="width">The cells there are, at least 20.</param>
    public static SourceExcerpt Of(SourceText text, TextSpan span, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.Lines.GetLineFromPosition(span.Start);
        var spanEnd = Math.Min(span.End, line.End);
        // A line may be a whole book: what is far from the finding is not even looked at.
        int from = Math.Max(line.Start, span.Start - width * 2), to = Math.Min(line.End, span.Start + width * 3);
        if (from > line.Start && char.IsLowSurrogate(text[from])) from--;
        if (to < line.End && char.IsLowSurrogate(text[to])) to--;

        var cells = CellsOf(text.ToString(TextSpan.FromBounds(from, to)), from);
        var first = cells.FindLastIndex(cell => cell.Start <= span.Start);
        if (first < 0 || span.Start >= to) first = cells.Count;
        var last = cells.FindIndex(cell => cell.Start >= spanEnd);
        if (last < 0) last = cells.Count;
        last = Math.Max(first, last);

        var (start, end) = Window(cells, first, last, from > line.Start, to < line.End, width);
        var shown = new StringBuilder();
        bool cutsLeft = start > 0 || from > line.Start, cutsRight = end < cells.Count || to < line.End;
        if (cutsLeft) shown.Append('…');
        for (var i = start; i < end; i++) shown.Append(cells[i].Shown);
        if (cutsRight) shown.Append('…');
        var underlineStart = (cutsLeft ? 1 : 0) + WidthOf(cells, start, first);
        var underlineLength = WidthOf(cells, first, Math.Min(last, end));
        return new SourceExcerpt(line.LineNumber, shown.ToString(), underlineStart, Math.Max(1, underlineLength), text.Lines.GetLineFromPosition(span.End).LineNumber);
    }

    private static List<Cell> CellsOf(string line, int offset)
    {
        var cells = new List<Cell>(line.Length);
        var column = 0;
        for (var i = 0; i < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, i);
            var (shown, width) = Show(line.Substring(i, length), column);
            cells.Add(new Cell(offset + i, shown, width));
            column += width;
            i += length;
        }
        return cells;
    }

    private static (string Shown, int Width) Show(string element, int column)
    {
        if (element == "\t") return (new string(' ', TabStop - column % TabStop), TabStop - column % TabStop);
        var shown = VisibleText.Of(element);
        return (shown, shown == element ? CellWidth.Of(element) : shown.Length);
    }

    /// <summary>Which cells to show: the finding, and the words around it, as many as there is room for.</summary>
    private static (int Start, int End) Window(List<Cell> cells, int first, int last, bool cutLeft, bool cutRight, int width)
    {
        if (!cutLeft && !cutRight && WidthOf(cells, 0, cells.Count) <= width) return (0, cells.Count);
        var room = width - 2; // For the two signs that something was left out.
        int start = first, end = first;
        while (end < last && room >= cells[end].Width) room -= cells[end++].Width;
        var before = room / 2;
        while (start > 0 && before >= cells[start - 1].Width)
        {
            before -= cells[--start].Width;
            room -= cells[start].Width;
        }
        while (end < cells.Count && room >= cells[end].Width) room -= cells[end++].Width;
        while (start > 0 && room >= cells[start - 1].Width) room -= cells[--start].Width;
        return (start, end);
    }

    private static int WidthOf(List<Cell> cells, int start, int end)
    {
        var width = 0;
        for (var i = start; i < end; i++) width += cells[i].Width;
        return width;
    }
}
