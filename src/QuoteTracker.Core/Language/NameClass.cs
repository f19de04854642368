namespace QuoteTracker.Core.Language;

/// <summary>What a word can be in or beside a name. Names follow the headings of <c>Resources/&lt;language&gt;/names.txt</c>.</summary>
[Flags]
internal enum NameClass : uint
{
    None = 0,

    /// <summary>Stands in lower case inside a name: <c>de la</c>.</summary>
    Particle = 1 << 0,

    /// <summary>Behind a surname: <c>Jr.</c></summary>
    Suffix = 1 << 1,

    /// <summary>A party's word before a name: <c>Republican</c>.</summary>
    Party = 1 << 2,

    /// <summary>What a minister has: <c>Education</c>.</summary>
    Portfolio = 1 << 3,

    /// <summary>Makes another office of the one it stands before: <c>vice</c>.</summary>
    Rank = 1 << 4,

    /// <summary>Opens a list of examples: <c>including</c>.</summary>
    Reporting = 1 << 5,

    /// <summary><c>someone</c>.</summary>
    Someone = 1 << 6,
    Place = 1 << 7,

    /// <summary>Part of the name of a place, and of other names: <c>New</c>.</summary>
    PlacePart = 1 << 8,

    /// <summary><c>French</c>.</summary>
    Demonym = 1 << 9,

    /// <summary>A given name; <see cref="Gender"/> tells whose.</summary>
    Given = 1 << 10,
    Masculine = 1 << 11,
    Feminine = 1 << 12,

    /// <summary><c>I'm</c>: a pronoun and its verb in one.</summary>
    Contraction = 1 << 13,

    /// <summary>Opens a sentence and is no name: <c>Meanwhile</c>.</summary>
    Opener = 1 << 14,

    /// <summary>Stands before a name as a title does, beside those that <see cref="WordClass.Title"/> holds.</summary>
    Office = 1 << 15,

    /// <summary>Makes a name that of a body, beside the nouns that <see cref="WordClass.OrganisationNoun"/> holds.</summary>
    Body = 1 << 16,

    /// <summary>What a place with a government of its own is: <c>city</c>.</summary>
    Locality = 1 << 17,

    /// <summary>What an unnamed source is to what it knows: <c>sources close to</c>, <c>a person familiar with</c>.</summary>
    Informed = 1 << 18,
}
