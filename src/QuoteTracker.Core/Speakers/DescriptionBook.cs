using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>Resolves <c>the Prime Minister</c>, <c>the report</c>, <c>officials</c> in one story.</summary>
internal sealed class DescriptionBook(ArticleTokens article, NameBook named, LanguageData language, RegistryIndex registry, DateOnly? date)
{
    private const int ReachOfRival = 2;

    private readonly Dictionary<uint, Referent> _byWords = [];
    private readonly Dictionary<uint, Referent> _byHead = [];
    private readonly Dictionary<string, Referent> _held = [];

    // Of the description that is resolved.
    private readonly List<Referent> _fits = [];

    public void Resolve(StoryMention m)
    {
        var tokens = article.TokensOf(m.Paragraph);
        ref readonly var first = ref tokens[m.Local.Phrase.Start];
        bool isOfficeAlone = first.IsCapitalWord && !(first.Is(WordClass.Determiner) && first.Is(TokenFlags.SentenceStart)) && tokens[m.Local.Core.End - 1].Is(WordClass.Title) && !m.Is(MentionTraits.Plural);
        bool definite = m.Is(MentionTraits.Definite) || isOfficeAlone;
        if (definite && m.Is(MentionTraits.Person) && !m.Is(MentionTraits.Plural))
        {
            if (TryPerson(m, tokens)) return;
            if (TryRegistry(m, tokens)) return;
        }
        // `the council's lawyer` is told from another lawyer by whose it is.
        bool owned = m.Local.Core.Start > m.Local.Phrase.Start + 1 || first.Is(WordClass.Possessive);
        uint words = Hash(tokens, owned ? new TokenSpan(m.Local.Phrase.Start, m.Local.Core.End) : m.Local.Core), head = tokens[m.Local.Core.End - 1].Stem;
        bool bare = !owned && m.Local.Core.End - m.Local.Core.Start == 1;
        if (definite && bare && !m.Is(MentionTraits.Plural | MentionTraits.Person) && Body(m, tokens[m.Local.Core.Start].Word) is { } body) Use(m, body, "noun-of-name");
        else if (definite && _byWords.TryGetValue(words, out var same) && same.IsPlural == m.Is(MentionTraits.Plural)) Use(m, same, "same-description");
        else if (definite && bare && _byHead.TryGetValue(head, out var earlier) && earlier.IsPlural == m.Is(MentionTraits.Plural)) Use(m, earlier, "same-head-noun");
        else
        {
            var referent = new Referent
            {
                Origin = (m.Paragraph, m.Local.Phrase),
                Kind = m.Local.Traits & (MentionTraits.Person | MentionTraits.Organisation | MentionTraits.Document | MentionTraits.Definite),
                Gender = m.Local.Gender,
                IsPlural = m.Is(MentionTraits.Plural),
                IsAnonymous = m.Is(MentionTraits.Anonymous),
            };
            _byWords[words] = referent;
            _byHead[head] = referent;
            Use(m, referent, m.Is(MentionTraits.Anonymous) ? "unnamed" : "own-description");
        }
    }

    private bool TryPerson(StoryMention m, ReadOnlySpan<Token> tokens)
    {
        int best = 0;
        var fits = _fits;
        fits.Clear();
        foreach (var r in named.All)
        {
            if (r.Titles is not { } titles || !r.CanBePerson || !r.Agrees(m.Local.Gender)) continue;
            int fit = TitleWords.Fit(tokens, m.Local.Core, titles, language.Names);
            if (fit == 0 || fit < best) continue;
            if (fit > best) fits.Clear();
            best = fit;
            fits.Add(r);
        }
        if (fits.Count == 0) return false;
        var one = fits.Count == 1 ? fits[0] : OnlyUsed(fits, 0) ?? OnlyUsed(fits, m.Paragraph - ReachOfRival);
        if (one is not null) Use(m, one, "title-of-person");
        else m.Doubt([.. fits]);
        return true;
    }

    /// <summary>
    /// The one body named before whose name has the noun: <c>the council</c> is Selby District Council, <c>the city</c> the Municipality of Selby. Of several
    /// the one that was just named.
    /// </summary>
    private Referent? Body(StoryMention m, uint noun)
    {
        bool locality = language.Names.Is(noun, NameClass.Locality);
        var fits = _fits;
        fits.Clear();
        foreach (var r in named.All)
        {
            if (r.Uses == 0 || r.Name.Length < 2 || r.Is(MentionTraits.Person)) continue;
            if (r.HasWord(noun) || (locality && language.Names.Is(r.Name[0], NameClass.Locality))) fits.Add(r);
        }
        return fits.Count < 2 ? fits.FirstOrDefault() : OnlyUsed(fits, m.Paragraph - 1);
    }

    private bool TryRegistry(StoryMention m, ReadOnlySpan<Token> tokens)
    {
        if (registry.IsEmpty) return false;
        Span<uint> title = stackalloc uint[16];
        int n = 0;
        for (int i = m.Local.Core.Start; i < m.Local.Core.End && n < title.Length; i++)
        {
            if (tokens[i].Is(TokenFlags.Word) && !tokens[i].Is(WordClass.Preposition | WordClass.Determiner)) title[n++] = tokens[i].Stem;
        }
        var holders = registry.Holding(title[..n], date);
        if (holders.Count == 0) return false;
        if (holders.Count > 1)
        {
            m.Doubt(holders);
            return true;
        }
        var entry = holders[0];
        Referent? known = null;
        foreach (var r in named.All)
        {
            if (r.Entry == entry) known = r;
        }
        known ??= _held.GetValueOrDefault(entry.Id) ?? Hold(m, entry);
        Use(m, known, "role-on-date");
        return true;
    }

    private Referent Hold(StoryMention m, RegistryEntry entry)
    {
        var referent = new Referent { Origin = (m.Paragraph, m.Local.Phrase) };
        referent.Link(entry);
        return _held[entry.Id] = referent;
    }

    private static void Use(StoryMention m, Referent r, string how)
    {
        m.Decide(r, how);
        r.Uses++;
        r.LastParagraph = m.Paragraph;
        r.Kind |= m.Local.Traits & MentionTraits.Source;
    }

    /// <summary>The one that was mentioned so far, in a paragraph or behind it; null where there are several.</summary>
    private static Referent? OnlyUsed(List<Referent> fits, int paragraph)
    {
        Referent? only = null;
        foreach (var r in fits)
        {
            if (r.Uses == 0 || r.LastParagraph < paragraph) continue;
            if (only is not null) return null;
            only = r;
        }
        return only;
    }

    private static uint Hash(ReadOnlySpan<Token> tokens, TokenSpan core)
    {
        uint hash = 17;
        for (int i = core.Start; i < core.End; i++) hash = (hash * 31) ^ tokens[i].Stem;
        return hash;
    }
}
