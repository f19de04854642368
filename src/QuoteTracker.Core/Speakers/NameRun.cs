using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>Reads a run of capitalised words: which of them are titles, which the name, and what it names.</summary>
internal readonly ref struct NameRun(ReadOnlySpan<Token> tokens, NameLexicon names)
{
    private readonly ReadOnlySpan<Token> _tokens = tokens;

    private const WordClass Function =
        WordClass.Auxiliary | WordClass.Modal | WordClass.Negation | WordClass.Adverb | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Possessive
        | WordClass.Determiner | WordClass.Indefinite | WordClass.Preposition | WordClass.Coordinator | WordClass.Subordinator | WordClass.Relative | WordClass.That
        | WordClass.Wh | WordClass.FirstPerson | WordClass.SecondPerson;

    private const WordClass Office = WordClass.Title | WordClass.PersonNoun;

    private const WordClass Body = WordClass.OrganisationNoun | WordClass.OrganisationSuffix;

    private static readonly uint Of = WordHash.Of("of"), For = WordHash.Of("for"), On = WordHash.Of("on"), To = WordHash.Of("to"), At = WordHash.Of("at"), The = WordHash.Of("the"),
        And = WordHash.Of("and"), Ampersand = WordHash.Of("&"), May = WordHash.Of("may"), Today = WordHash.Of("today"), Bill = WordHash.Of("bill");

    /// <summary>May token <paramref name="i"/> open a name in a sentence that starts with <paramref name="first"/>?</summary>
    public bool CanBegin(int i, int first)
    {
        ref readonly var t = ref _tokens[i];
        if (!t.IsCapitalWord || t.Is(TokenFlags.Clitic)) return false;
        if (t.Class == WordClass.None) return !names.Is(t.Word, NameClass.Contraction | NameClass.Someone);
        if (t.Is(Function)) return t.Is(TokenFlags.AllCapitals | TokenFlags.Abbreviation) || (i > first && IsGivenBefore(i));
        return !t.Is(WordClass.Calendar);
    }

    /// <summary>The end of the run that begins at <paramref name="start"/>.</summary>
    public int EndOf(int start, int limit)
    {
        bool body = IsBody(start), joined = false;
        int at = start + 1;
        while (at < limit)
        {
            ref readonly var t = ref _tokens[at];
            if (IsDomain(at, limit)) return at + 2;
            if (t.Is(TokenFlags.Clitic) || !t.Is(TokenFlags.SpaceBefore)) break;
            if (Continues(at))
            {
                body |= IsBody(at);
                at++;
                continue;
            }
            int next = at + 1;
            if (t.Word == And ? body && joined && !_tokens[start].Is(TokenFlags.SentenceStart) : t.IsLowerWord && (t.Word == Of || t.Word == For ? body || _tokens[at - 1].Is(Office) : t.Word == On ? body : (t.Word == To || t.Word == At) && _tokens[at - 1].Is(Office)))
            {
                if (t.Word == And && !(next < limit && IsPlainCapital(next) && !names.Is(_tokens[next].Word, NameClass.Given))) break;
                if (t.Word != And && next < limit && _tokens[next].Word == The && _tokens[next].Flags == (TokenFlags.Word | TokenFlags.SpaceBefore)) next++;
                joined = true;
            }
            else if (IsParticle(at))
            {
                while (next < limit && IsParticle(next)) next++;
            }
            else if (t.Word != Ampersand)
            {
                break;
            }
            if (next >= limit || !Continues(next)) break;
            at = next;
        }
        return at;
    }

    /// <summary><c>.org</c> behind a name.</summary>
    private bool IsDomain(int at, int limit) =>
        at + 1 < limit && _tokens[at].Is(TokenFlags.Terminal) && !_tokens[at].Is(TokenFlags.SpaceBefore) && _tokens[at + 1].IsLowerWord && !_tokens[at + 1].Is(TokenFlags.SpaceBefore);

    private bool Continues(int at)
    {
        ref readonly var t = ref _tokens[at];
        if (!t.IsCapitalWord || t.Is(TokenFlags.Clitic)) return false;
        if (t.Is(Function)) return t.Is(TokenFlags.AllCapitals | TokenFlags.Abbreviation) || t.Word == May || (t.Word == Today && !t.Is(TokenFlags.SentenceStart))
            || (t.Is(WordClass.Adverb | WordClass.Modal) && names.Is(_tokens[at - 1].Word, NameClass.Given) && (at == 1 || !_tokens[at - 2].IsCapitalWord || _tokens[at - 2].Is(Office) || names.Is(_tokens[at - 2].Word, NameClass.Office)));
        return !t.Is(WordClass.Calendar);
    }

    private bool IsPlainCapital(int at) => _tokens[at].IsCapitalWord && !_tokens[at].Is(Office) && Continues(at);

    private bool IsParticle(int at) => _tokens[at].IsLowerWord && names.Is(_tokens[at].Word, NameClass.Particle);

    private bool IsBody(int i) => _tokens[i].Is(TokenFlags.Capital) && (_tokens[i].Is(Body) || names.Is(_tokens[i].Word, NameClass.Body | NameClass.Locality));

    /// <summary>A word of the closed classes is a given name where another capital follows: <c>Will Adeyemi</c>.</summary>
    private bool IsGivenBefore(int i) =>
        names.Is(_tokens[i].Word, NameClass.Given) && i + 1 < _tokens.Length && _tokens[i + 1].IsCapitalWord && _tokens[i + 1].Class == WordClass.None && _tokens[i + 1].Is(TokenFlags.SpaceBefore);

    private bool IsGiven(int i) =>
        names.Is(_tokens[i].Word, NameClass.Given) && !names.Is(_tokens[i].Word, NameClass.Place | NameClass.Particle)
        && (!_tokens[i].Is(~WordClass.None) || _tokens[i].Word == Bill || _tokens[i].Is(Function));

    /// <summary>Splits the run into titles and name. A run without a name is a description.</summary>
    public LocalMention Read(int start, int end)
    {
        if (end - start == 1 && names.Is(_tokens[start].Word, NameClass.Office)) return OfficeAlone(start, end, end);
        int office = LastOffice(start, end), connector = Connector(start, end);
        if (office >= start && connector > office && connector < end) return WithComplement(start, connector, end);
        if (office > connector && connector >= start && office < end - 1 && !HasBody(office + 1, end)) return Person(start, office + 1, end);
        bool body = HasBody(start, end);
        if (office == end - 1)
        {
            // `Mr. King`: behind a title that is no office it is a surname.
            if (end - start > 1 && _tokens[end - 2].Is(WordClass.Title) && _tokens[end - 2].Is(TokenFlags.Abbreviation)) return Person(start, end - 1, end);
            // `Howard Dean`: an office's word behind a given name is a surname.
            if (end - start == 2 && IsGiven(start)) return Name(start, start, end, MentionTraits.Person);
            return body && end - start > 1 && !IsPersonNoun(end - 1) ? Name(start, start, end, MentionTraits.Organisation) : OfficeAlone(start, end, end);
        }
        if (connector >= start && body) return Name(start, start, end, MentionTraits.Organisation);
        if (office >= start)
        {
            // `Justice Department`, `Democratic National Committee`: the whole is a body's name.
            if (HasBody(office + 1, end)) return Name(start, start, end, MentionTraits.Organisation);
            return Person(start, office + 1, end);
        }
        if (body) return Name(start, start, end, MentionTraits.Organisation);
        int core = PastPlaces(start, end);
        var traits = core < end && IsGiven(core) && end - core > 1 ? MentionTraits.Person : MentionTraits.None;
        if (IsPlace(start, end) || names.Is(_tokens[end - 1].Word, NameClass.Demonym | NameClass.Party)) traits = MentionTraits.Place;
        else if (end - start == 1 && _tokens[start].Is(TokenFlags.AllCapitals)) traits = MentionTraits.Organisation;
        return Name(start, core, end, traits);
    }

    /// <summary><c>Minister of Education Stefania Ricci</c>, <c>President of France</c>, <c>Department of Health</c>.</summary>
    private LocalMention WithComplement(int start, int connector, int end)
    {
        int from = connector + 1;
        if (_tokens[from].Word == The) from++;
        for (int g = from; g < end - 1; g++)
        {
            if (IsGiven(g) || _tokens[g].Is(WordClass.Title) && _tokens[g].Is(TokenFlags.Abbreviation))
                return Name(start, _tokens[g].Is(WordClass.Title) ? g + 1 : g, end, MentionTraits.Person | MentionTraits.Titled);
        }
        // `Director of the Refugee Council Enver Duran`
        int named = end;
        while (named > from && !IsBody(named - 1)) named--;
        if (named > from && end - named is 2 or 3 && !IsPlace(named, end)) return Name(start, named, end, MentionTraits.Person | MentionTraits.Titled);
        int past = from;
        while (past < end && names.Is(_tokens[past].Word, NameClass.Place | NameClass.PlacePart | NameClass.Portfolio)) past++;
        if (past > from && past < end && end - past <= 3 && !HasBody(past, end)) return Name(start, past, end, MentionTraits.Person | MentionTraits.Titled);
        return HasBody(start, connector) ? Name(start, start, end, MentionTraits.Organisation) : OfficeAlone(start, connector, end);
    }

    /// <summary>A name behind titles; a place behind a title is no person.</summary>
    private LocalMention Person(int start, int name, int end) =>
        IsPlace(name, end) ? Name(name, name, end, MentionTraits.Place) : Name(start, name, end, MentionTraits.Person | MentionTraits.Titled);

    private static LocalMention Name(int start, int core, int end, MentionTraits traits) => new(LocalForm.Name)
    {
        Phrase = new TokenSpan(start, end),
        Titles = new TokenSpan(start, core),
        Core = new TokenSpan(core, end),
        Traits = traits,
    };

    private static LocalMention OfficeAlone(int start, int core, int end) => new(LocalForm.Description)
    {
        Phrase = new TokenSpan(start, end),
        Core = new TokenSpan(start, core),
        Titles = new TokenSpan(start, start),
        Traits = MentionTraits.Person,
    };

    private int LastOffice(int start, int end)
    {
        for (int i = end - 1; i >= start; i--)
        {
            ref readonly var t = ref _tokens[i];
            if (!t.IsCapitalWord || (i == start && end - start > 1 && IsGivenNameToo(i) && !_tokens[i + 1].Is(Office))) continue;
            if (i < end - 2 && t.Is(TokenFlags.Compound) && IsGiven(i + 1)) return i;
            if (t.Is(Office) || (i < end - 1 && names.Is(t.Word, NameClass.Office)) || (i < end - 1 && names.Is(t.Word, NameClass.Party) && !HasBody(i + 1, end))) return i;
        }
        return start - 1;
    }

    private static readonly uint Dean = WordHash.Of("dean");

    private bool IsGivenNameToo(int i) => _tokens[i].Word == Dean;

    private bool IsPersonNoun(int i) => _tokens[i].Is(WordClass.PersonNoun | WordClass.Title) && !_tokens[i].Is(Body);

    private int Connector(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (_tokens[i].IsLowerWord && (_tokens[i].Word == Of || _tokens[i].Word == For || _tokens[i].Word == On || _tokens[i].Word == To || _tokens[i].Word == At)) return i;
        }
        return -1;
    }

    private bool HasBody(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (IsBody(i)) return true;
        }
        return false;
    }

    /// <summary>Past places and peoples where two words or more remain, the first of them no surname to what stands before.</summary>
    private int PastPlaces(int start, int end)
    {
        int at = start;
        while (at < end && (IsPlaceWord(at) || names.Is(_tokens[at].Word, NameClass.Demonym))) at++;
        return end - at >= 2 ? at : start;
    }

    private bool IsPlaceWord(int i) => names.Is(_tokens[i].Word, NameClass.Place | NameClass.PlacePart);

    private bool IsPlace(int start, int end)
    {
        bool place = false;
        for (int i = start; i < end; i++)
        {
            if (!IsPlaceWord(i) && !names.Is(_tokens[i].Word, NameClass.Demonym)) return false;
            place |= !names.Is(_tokens[i].Word, NameClass.PlacePart);
        }
        return place;
    }
}
