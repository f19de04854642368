using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Text;

/// <summary>Copy broken into lines of one width, as agencies send it.</summary>
/// <param name="Width">The longest line that is common, in UTF-16 units.</param>
internal sealed record HardWrap(int Width)
{
    private const int NarrowestWidth = 45;
    private const int WidestWidth = 100;

    /// <summary>Agencies break a little before the margin too.</summary>
    private const int Slack = 6;

    private const int LeastPairs = 4;

    /// <summary>
    /// Tells from the whole article whether lines were broken at a width. Two lines count where none is blank between them: the first is full (the next
    /// word had no room), breaks off in a sentence, and the next goes on with it.
    /// </summary>
    /// <returns>Null where each line is a paragraph.</returns>
    public static HardWrap? Detect(string copy, ImmutableArray<TextSpan> lines)
    {
        Span<int> lengths = stackalloc int[WidestWidth + 1];
        int pairs = 0, tooWide = 0;
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            if (!AreNeighbours(copy, lines[i], lines[i + 1])) continue;
            pairs++;
            if (lines[i].Length > WidestWidth) tooWide++;
            else lengths[lines[i].Length]++;
        }
        if (pairs < LeastPairs || tooWide * 10 > pairs) return null;

        int width = WidestWidth;
        for (int wider = tooWide + lengths[width]; wider * 20 <= pairs; wider += lengths[--width])
        {
        }
        if (width < NarrowestWidth) return null;

        var wrap = new HardWrap(width);
        int full = 0, broken = 0;
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            if (!AreNeighbours(copy, lines[i], lines[i + 1]) || !wrap.IsFull(copy, lines[i], lines[i + 1])) continue;
            full++;
            if (BreaksOff(copy, lines[i], lines[i + 1])) broken++;
        }
        return full >= LeastPairs && full * 2 >= pairs && broken * 2 >= full ? wrap : null;
    }

    /// <summary>The paragraphs: a line that is not full ends one, an indented line or one after a blank line begins one.</summary>
    public ImmutableArray<TextSpan> Join(string copy, ImmutableArray<TextSpan> lines)
    {
        var paragraphs = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = 0; i < lines.Length;)
        {
            int first = i;
            while (i + 1 < lines.Length && GoesOn(copy, lines[i], lines[i + 1])) i++;
            paragraphs.Add(TextSpan.FromBounds(lines[first].Start, lines[i].End));
            i++;
        }
        return paragraphs.DrainToImmutable();
    }

    private bool GoesOn(string copy, TextSpan line, TextSpan next) =>
        AreNeighbours(copy, line, next)
        && line.Length <= Width + Slack
        && (IsFull(copy, line, next) || BreaksOff(copy, line, next))
        && !(Indent(copy, next) > Indent(copy, line));

    /// <summary>The first word of the next line had no room on this one.</summary>
    private bool IsFull(string copy, TextSpan line, TextSpan next)
    {
        var text = copy.AsSpan(next.Start, next.Length);
        int word = text.IndexOf(' ');
        if (word < 0) word = text.Length;
        return line.Length + 1 + word > Width - Slack;
    }

    private static bool BreaksOff(string copy, TextSpan line, TextSpan next) =>
        char.IsLower(copy[next.Start]) && copy[line.End - 1] is not ('.' or '!' or '?' or ':');

    /// <summary>One line break and nothing else but white space between them.</summary>
    private static bool AreNeighbours(string copy, TextSpan line, TextSpan next)
    {
        int breaks = 0;
        for (int i = line.End; i < next.Start; i++)
        {
            char c = copy[i];
            if (c is '\n' or '\u0085' or '\u2028' or '\u2029' || (c == '\r' && copy[i + 1] != '\n')) breaks++;
            else if (!char.IsWhiteSpace(c)) return false;
            if (breaks > 1) return false;
        }
        return true;
    }

    private static int Indent(string copy, TextSpan line)
    {
        int start = line.Start;
        while (start > 0 && copy[start - 1] is ' ' or '\t' or '\u00A0') start--;
        return line.Start - start;
    }
}
