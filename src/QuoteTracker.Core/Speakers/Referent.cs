using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>A person, body or document of one story while it is put together.</summary>
internal sealed class Referent
{
    /// <summary>The word hashes of the fullest name, none for one that is only described.</summary>
    public uint[] Name { get; set; } = [];

    // A search of the framework's through an array of these has no code until it is called.
    public bool HasWord(uint word)
    {
        foreach (uint one in Name)
        {
            if (one == word) return true;
        }
        return false;
    }

    /// <summary>Where the fullest name or the description stands.</summary>
    public (int Paragraph, TokenSpan Span) Origin { get; set; }

    /// <summary>The stems of the words of its titles and appositions; null where there are none, as with most.</summary>
    public HashSet<uint>? Titles => _titles;

    private HashSet<uint>? _titles;

    public void AddTitles(ReadOnlySpan<Token> tokens, in LocalMention name) => TitleWords.Collect(tokens, name, ref _titles);

    public MentionTraits Kind { get; set; }

    public Gender Gender { get; set; }

    public bool IsPlural { get; set; }

    public bool IsAnonymous { get; set; }

    public RegistryEntry? Entry { get; private set; }

    /// <summary>Registry entries that fit as well as each other.</summary>
    public IReadOnlyList<RegistryEntry> Rivals { get; set; } = [];

    /// <summary>Two people who speak as one.</summary>
    public (Referent First, Referent Second)? Pair { get; init; }

    /// <summary>How often the story gives its full name, from first to last.</summary>
    public int FullUses { get; set; }

    /// <summary>How often the story names it so far, and how often by its surname alone.</summary>
    public int Uses { get; set; }

    public int ShortUses { get; set; }

    /// <summary>The paragraph and sentence of the last mention so far, -1 before the first.</summary>
    public int LastParagraph { get; set; } = -1;

    /// <summary>It speaks somewhere in the story.</summary>
    public bool Speaks { get; set; }

    /// <summary>The number of its entity in the article, -1 as long as it has none.</summary>
    public int Entity { get; set; } = -1;

    public void Link(RegistryEntry entry)
    {
        Entry = entry;
        Kind &= ~(MentionTraits.Person | MentionTraits.Organisation | MentionTraits.Document);
        Kind |= entry.Kind switch
        {
            EntityKind.Person => MentionTraits.Person,
            EntityKind.Organisation => MentionTraits.Organisation,
            EntityKind.Document => MentionTraits.Document,
            _ => MentionTraits.None,
        };
        if (entry.Pronouns is not { } pronouns) return;
        if (pronouns.StartsWith("he", StringComparison.OrdinalIgnoreCase)) Gender = Gender.Masculine;
        else if (pronouns.StartsWith("she", StringComparison.OrdinalIgnoreCase)) Gender = Gender.Feminine;
    }

    public bool IsNamed => Name.Length > 0;

    public bool Is(MentionTraits any) => (Kind & any) != 0;

    /// <summary>Can <c>he</c> or <c>she</c> stand for it?</summary>
    public bool CanBePerson => !IsPlural && Pair is null && (Is(MentionTraits.Person) || (IsNamed && !Is(MentionTraits.Organisation | MentionTraits.Document | MentionTraits.Place)));

    public bool Agrees(Gender gender) => gender is Gender.Unknown or Gender.Either || Gender is Gender.Unknown or Gender.Either || Gender == gender;

    public void Learn(Gender gender)
    {
        if (Gender is Gender.Unknown or Gender.Either && gender is Gender.Masculine or Gender.Feminine) Gender = gender;
    }
}
