using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Checking;

/// <summary>What else is known of a word.</summary>
[Flags]
internal enum WordTraits : ushort
{
    None = 0,

    /// <summary>In a source: a filler, or one copy of what was said twice. A quotation may leave it out.</summary>
    Skippable = 1 << 0,

    /// <summary>An ellipsis stands before it.</summary>
    AfterEllipsis = 1 << 1,

    /// <summary>In a quotation: inside the editor's square brackets.</summary>
    Bracketed = 1 << 2,

    /// <summary>In a quotation: the first word behind an interruption by the attribution.</summary>
    PartStart = 1 << 3,

    SentenceStart = 1 << 4,

    /// <summary>A comma or the like stands before it.</summary>
    AfterComma = 1 << 5,

    /// <summary>A dash stands before it, or the speaker broke off.</summary>
    AfterDash = 1 << 6,

    /// <summary>In a source: the first word of a turn.</summary>
    TurnStart = 1 << 7,

    /// <summary>Says little alone: an article, a pronoun, a form of <c>be</c>.</summary>
    Light = 1 << 8,

    Negation = 1 << 9,

    /// <summary>A number of any writing; <see cref="SpokenWord.Key"/> is that of its value.</summary>
    Number = 1 << 10,

    /// <summary>With an apostrophe before it, a word of another sense without: <c>we're</c>.</summary>
    Ambiguous = 1 << 11,
}

/// <summary>A word as it is spoken: however it is written, one word has one key. Offsets are UTF-16 units of the text, end exclusive.</summary>
internal struct SpokenWord
{
    public int Start;
    public int End;

    /// <summary>Equal for what is the same word when spoken: <c>14</c> and <c>fourteen</c>, the two words of <c>don't</c> and <c>do not</c>.</summary>
    public uint Key;

    /// <summary>Hash of its letters and digits as written.</summary>
    public uint Letters;

    /// <summary>Hash of the letters and digits of the word before it and its own: <c>health care</c> is <c>healthcare</c>.</summary>
    public uint Joined;

    public WordTraits Traits;

    public readonly bool Is(WordTraits any) => (Traits & any) != 0;

    /// <summary>The same word when spoken.</summary>
    public static bool Same(in SpokenWord one, in SpokenWord other) => one.Key == other.Key || (IsClitic(one.Key) && Stands(one.Key, other.Key)) || (IsClitic(other.Key) && Stands(other.Key, one.Key));

    /// <summary><c>'s</c> and <c>'d</c> are short for more than one word.</summary>
    internal static readonly uint S = WordHash.Of("'s"), D = WordHash.Of("'d");

    private static readonly uint Is_ = WordHash.Of("is"), Has = WordHash.Of("has"), Us = WordHash.Of("us"), Would = WordHash.Of("would"), Had = WordHash.Of("had");

    /// <summary>False where nothing is the same word but one with the same key.</summary>
    public static bool MayBeShort(in SpokenWord word) => IsClitic(word.Key) || Stands(S, word.Key) || Stands(D, word.Key);

    private static bool IsClitic(uint key) => key == S || key == D;

    private static bool Stands(uint clitic, uint word) => clitic == S ? word == Is_ || word == Has || word == Us : word == Would || word == Had;
}
