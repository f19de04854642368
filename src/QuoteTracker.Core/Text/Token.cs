using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Text;

/// <summary>What a token is, by its characters and its place.</summary>
[Flags]
internal enum TokenFlags : ushort
{
    None = 0,

    /// <summary>Begins with a letter.</summary>
    Word = 1 << 0,
    Number = 1 << 1,
    Punctuation = 1 << 2,

    /// <summary>Begins with a capital.</summary>
    Capital = 1 << 3,

    /// <summary>Two letters or more, all capitals.</summary>
    AllCapitals = 1 << 4,

    /// <summary>The mark that opens or goes on with a region.</summary>
    OpenMark = 1 << 5,
    CloseMark = 1 << 6,

    /// <summary>Inside an outermost region, its marks included.</summary>
    InMarks = 1 << 7,
    SpaceBefore = 1 << 8,

    /// <summary>The <c>'s</c> of a possessive or a contraction.</summary>
    Clitic = 1 << 9,
    SentenceStart = 1 << 10,

    /// <summary>A full stop, question mark, exclamation mark or ellipsis.</summary>
    Terminal = 1 << 11,
    Comma = 1 << 12,
    Dash = 1 << 13,

    /// <summary>A word with a full stop inside or at its end.</summary>
    Abbreviation = 1 << 14,

    /// <summary>A capital word that goes on small behind its last hyphen: <c>Ex-mayor</c>, <c>Mother-of-three</c>.</summary>
    Compound = 1 << 15,
}

/// <summary>A word, number, punctuation mark or quotation mark. Offsets are UTF-16 units from the start of the token's paragraph.</summary>
internal struct Token
{
    public int Start;
    public int End;

    /// <summary><see cref="WordHash"/> of the token's text.</summary>
    public uint Word;

    /// <summary>Hash of the stem; that of the word where it is none.</summary>
    public uint Stem;

    /// <summary>The word's class, or for an open-class word its capitals and ending: what a feature says of a word it has not seen.</summary>
    public uint Shape;
    public WordClass Class;
    public TokenFlags Flags;

    /// <summary>The number, in its paragraph, of the outermost region that the token is in; -1 outside.</summary>
    public short Region;

    public readonly bool Is(TokenFlags any) => (Flags & any) != 0;

    public readonly bool Is(WordClass any) => (Class & any) != 0;

    public readonly bool IsLowerWord => (Flags & (TokenFlags.Word | TokenFlags.Capital)) == TokenFlags.Word;

    public readonly bool IsCapitalWord => (Flags & (TokenFlags.Word | TokenFlags.Capital)) == (TokenFlags.Word | TokenFlags.Capital);
}
