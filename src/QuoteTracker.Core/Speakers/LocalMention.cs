using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Speakers;

/// <summary>What a mention is made of.</summary>
internal enum LocalForm : byte
{
    /// <summary>A run of capitals, apart from the titles before it.</summary>
    Name,

    /// <summary>A noun phrase: <c>the defense chief</c>, <c>officials</c>.</summary>
    Description,

    /// <summary><c>he</c>, <c>she</c>, <c>they</c>, <c>it</c>.</summary>
    Pronoun,

    /// <summary><c>I</c>, <c>we</c>.</summary>
    FirstPerson,

    /// <summary><c>who</c>, <c>which</c>: stands for what it follows.</summary>
    Relative,
}

/// <summary>What is known of a mention from its own paragraph.</summary>
[Flags]
internal enum MentionTraits : ushort
{
    None = 0,

    /// <summary>Stands where a clause has its subject.</summary>
    Subject = 1 << 0,

    /// <summary>Followed by <c>'s</c>.</summary>
    Possessive = 1 << 1,

    /// <summary>Part of a longer noun phrase: <c>Trump campaign</c>.</summary>
    Modifier = 1 << 2,
    InMarks = 1 << 3,
    Plural = 1 << 4,

    /// <summary>Known already to the reader: <c>the</c>, <c>his</c>.</summary>
    Definite = 1 << 5,
    Person = 1 << 6,
    Organisation = 1 << 7,
    Document = 1 << 8,
    Place = 1 << 9,

    /// <summary>The core's first word opens its sentence, so that its capital says nothing.</summary>
    SentenceStart = 1 << 10,
    Headline = 1 << 11,

    /// <summary>A title stands before it.</summary>
    Titled = 1 << 12,
    Anonymous = 1 << 13,

    /// <summary>The source of an attribution.</summary>
    Source = 1 << 14,

    /// <summary>Two names joined by <c>and</c>.</summary>
    Group = 1 << 15,
}

/// <summary>A mention in the tokens of its paragraph. Depends on the paragraph alone.</summary>
internal readonly record struct LocalMention(LocalForm Form)
{
    /// <summary>Titles and a determiner included.</summary>
    public TokenSpan Phrase { get; init; }

    /// <summary>The name apart from titles; of a description the words that describe.</summary>
    public TokenSpan Core { get; init; }

    /// <summary>Of a name the hash of its last word, which it is most often looked up by.</summary>
    public uint Word { get; init; }

    /// <summary>The titles directly before a name, empty where there are none.</summary>
    public TokenSpan Titles { get; init; }

    public MentionTraits Traits { get; init; }

    /// <summary>What the titles or the pronoun tell; a given name is looked up when the person is put together.</summary>
    public Gender Gender { get; init; }

    /// <summary>The sentence's number in the paragraph.</summary>
    public int Sentence { get; init; }

    public bool Is(MentionTraits any) => (Traits & any) != 0;
}
