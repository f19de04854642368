namespace QuoteTracker.Core.Marks;

/// <summary>The glyphs that stand open, the outermost first; at most three. A value of 15 bits.</summary>
internal readonly record struct OpenMarks(ushort Bits)
{
    public const int MaxDepth = 3;
    private const int GlyphBits = 5;
    private const int GlyphMask = (1 << GlyphBits) - 1;

    public static OpenMarks None => default;

    public int Depth => Bits == 0 ? 0 : Bits <= GlyphMask ? 1 : Bits >> (2 * GlyphBits) == 0 ? 2 : 3;

    public bool IsEmpty => Bits == 0;

    /// <summary>The innermost; <see cref="MarkGlyph.None"/> where nothing is open.</summary>
    public MarkGlyph Top => (MarkGlyph)(Bits & GlyphMask);

    public OpenMarks Push(MarkGlyph glyph) => new((ushort)((Bits << GlyphBits) | (int)glyph));

    public OpenMarks Pop() => new((ushort)(Bits >> GlyphBits));

    /// <param name="level">0 for the outermost.</param>
    public MarkGlyph this[int level] => (MarkGlyph)((Bits >> ((Depth - 1 - level) * GlyphBits)) & GlyphMask);

    /// <summary>The outermost <paramref name="depth"/> of them.</summary>
    public OpenMarks Keep(int depth) => new((ushort)(Bits >> ((Depth - depth) * GlyphBits)));
}
