using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Marks;

/// <summary>A mark with what each reading of it would cost by its neighbours alone. Costs are tenths of a point.</summary>
/// <param name="Start">UTF-16 offset in the paragraph.</param>
/// <param name="Length">1, or 2 where two single marks stand for a double one.</param>
/// <param name="Open">The cost of reading it as an opening mark.</param>
/// <param name="Close">The cost of reading it as a closing mark, its partner aside.</param>
/// <param name="Skip">The cost of reading it as no quotation mark: an apostrophe, feet or inches, a stray.</param>
/// <param name="Before">What kind of character stands before it.</param>
/// <param name="TextEnd">UTF-16 offset in the paragraph where the text before it ends, white space left out.</param>
/// <param name="Leads">No letter or digit stands before it in its paragraph: it may continue what the paragraph before left open.</param>
internal readonly record struct Mark(
    int Start, int Length, MarkGlyph Glyph, int Open, int Close, int Skip, Neighbour Before, int TextEnd, bool Leads)
{
    public int End => Start + Length;

    public bool IsAfterWord => Before is Neighbour.Letter or Neighbour.Digit;
}

/// <summary>Hops from mark to mark through one paragraph. Apostrophes inside a word are passed over.</summary>
internal ref struct MarkScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private bool _leading = true;

    public MarkScanner(ReadOnlySpan<char> paragraph) => _text = paragraph;

    public bool TryRead(out Mark mark)
    {
        while (true)
        {
            int start = NextMark(_text, _position);
            if (start == _text.Length)
            {
                _position = _text.Length;
                mark = default;
                return false;
            }
            _leading = _leading && !HasWordCharacter(_text[_position..start]);
            var glyph = MarkGlyphs.Of(_text[start]);
            bool single = MarkGlyphs.Family(glyph) == MarkFamily.Single;
            if (single && start > 0 && start + 1 < _text.Length && char.IsLetter(_text[start - 1]) && char.IsLetter(_text[start + 1]))
            {
                _position = start + 1;
                continue;
            }
            int length = single ? MeasureTwin(start, ref glyph) : 1;
            _position = start + length;
            var context = new MarkContext(_text, start, length);
            mark = new Mark(
                start, length, glyph, MarkCosts.Open(context, glyph), MarkCosts.Close(context, glyph), MarkCosts.Skip(context, glyph),
                context.Before, TextEnd(start), _leading);
            return true;
        }
    }

    /// <summary>The offset of the first mark from an offset on; the text's length where there is none.</summary>
    // The framework's search for any of several has no code until it is called, and to compile it costs more than it saves over a whole article.
    private static int NextMark(ReadOnlySpan<char> text, int from)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        while (from <= text.Length - Vector128<ushort>.Count)
        {
            var some = Vector128.LoadUnsafe(ref first, (nuint)from);
            var likely = Vector128.Equals(some, Vector128.Create((ushort)'"')) | Vector128.Equals(some, Vector128.Create((ushort)'\''))
                | Vector128.Equals(some, Vector128.Create((ushort)'`')) | Vector128.GreaterThan(some, Vector128.Create((ushort)127));
            if (likely == Vector128<ushort>.Zero)
            {
                from += Vector128<ushort>.Count;
                continue;
            }
            from += BitOperations.TrailingZeroCount(likely.ExtractMostSignificantBits());
            if (IsMark(text[from])) return from;
            from++;
        }
        while (from < text.Length && !IsMark(text[from])) from++;
        return from;
    }

    private static bool IsMark(char c) => c is '"' or '\'' or '`' || (c > 127 && MarkGlyphs.Of(c) != MarkGlyph.None);

    /// <summary>Two single marks side by side are a double one; of three, the single one is the inner: the last on opening, the first on closing.</summary>
    private readonly int MeasureTwin(int start, ref MarkGlyph glyph)
    {
        var twin = MarkGlyphs.Twin(glyph);
        if (twin == MarkGlyph.None) return 1;
        char c = _text[start];
        int run = 1;
        while (run < 4 && start + run < _text.Length && _text[start + run] == c) run++;
        if (run == 1) return 1;
        if (run == 3)
        {
            var context = new MarkContext(_text, start, run);
            if (!context.IsFreeBefore || glyph == MarkGlyph.RightSingle) return 1;
        }
        glyph = twin;
        return 2;
    }

    private readonly int TextEnd(int start)
    {
        while (start > 0 && char.IsWhiteSpace(_text[start - 1])) start--;
        return start;
    }

    private static bool HasWordCharacter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c)) return true;
        }
        return false;
    }
}

/// <summary>What kind of character stands beside a mark.</summary>
internal enum Neighbour : byte
{
    /// <summary>White space or the paragraph's edge.</summary>
    Space,
    OpenBracket,
    Dash,

    /// <summary>A stop, a comma, a closing bracket.</summary>
    Stop,
    Letter,
    Digit,
    Mark,
    Symbol,
}

/// <summary>The nearest real characters around a mark: what is not copy, and what does not print, is looked through.</summary>
internal readonly ref struct MarkContext
{
    public readonly ReadOnlySpan<char> Text;

    /// <summary>Offset of the character before; −1 at the paragraph's start.</summary>
    public readonly int BeforeAt;

    /// <summary>Offset of the character after; the paragraph's length at its end.</summary>
    public readonly int AfterAt;
    public readonly Neighbour Before;
    public readonly Neighbour After;

    public MarkContext(ReadOnlySpan<char> text, int start, int length)
    {
        Text = text;
        int before = start - 1, after = start + length;
        while (before >= 0 && IsTransparent(text[before])) before--;
        while (after < text.Length && IsTransparent(text[after])) after++;
        BeforeAt = before;
        AfterAt = after;
        Before = before < 0 ? Neighbour.Space : Classify(text[before]);
        After = after >= text.Length ? Neighbour.Space : Classify(text[after]);
    }

    /// <summary>Nothing before that a word or a stop would leave there: an opening mark may stand here.</summary>
    public bool IsFreeBefore => Before is Neighbour.Space or Neighbour.OpenBracket or Neighbour.Dash;

    /// <summary>The word that begins right after the mark; empty where none does.</summary>
    public ReadOnlySpan<char> WordAfter
    {
        get
        {
            var rest = Text[AfterAt..];
            int end = 0;
            while (end < rest.Length && end < MaxWord && char.IsLetterOrDigit(rest[end])) end++;
            return rest[..end];
        }
    }

    /// <summary>The word that ends right before the mark; empty where none does.</summary>
    public ReadOnlySpan<char> WordBefore
    {
        get
        {
            int start = BeforeAt + 1;
            while (start > 0 && BeforeAt + 1 - start < MaxWord && char.IsLetterOrDigit(Text[start - 1])) start--;
            return Text[start..(BeforeAt + 1)];
        }
    }

    /// <summary>No clipped word is longer; looking further would make a long run of letters quadratic.</summary>
    private const int MaxWord = 12;

    private static bool IsTransparent(char c) =>
        c is Article.NotCopy or '\u00AD' or '\uFEFF' or '\u2060' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E');

    private static Neighbour Classify(char c)
    {
        if (char.IsAsciiLetter(c)) return Neighbour.Letter;
        switch (c)
        {
            case ' ' or '\u00A0' or '\t' or '\n' or '\r':
                return Neighbour.Space;
            case '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '…':
                return Neighbour.Stop;
            case '(' or '[' or '{' or '/' or '|' or '¿' or '¡':
                return Neighbour.OpenBracket;
            case '-' or '–' or '—' or '―' or '‒' or '‐' or '‑':
                return Neighbour.Dash;
        }
        if (char.IsDigit(c)) return Neighbour.Digit;
        if (char.IsLetter(c)) return Neighbour.Letter;
        if (char.IsWhiteSpace(c)) return Neighbour.Space;
        if (MarkGlyphs.Of(c) != MarkGlyph.None) return Neighbour.Mark;
        // Half of a surrogate pair is an emoji or a letter of a rare script; either way it closes nothing off.
        return Neighbour.Symbol;
    }
}
