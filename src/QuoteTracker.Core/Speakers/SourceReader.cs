using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>Finds in an attribution's source the mention that speaks: the head of the noun phrase, not the nearest name.</summary>
internal readonly ref struct SourceReader(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, bool headline, NameLexicon names)
{
    /// <summary>A description is named by at most so many words.</summary>
    private const int LongestName = 9;

    private static readonly uint RoundOpen = WordHash.Of("("), And = WordHash.Of("and"), Neither = WordHash.Of("neither"), Who = WordHash.Of("who"), Slash = WordHash.Of("/");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<Token> _tokens = tokens;
    private readonly ReadOnlySpan<Sentence> _sentences = sentences;

    /// <summary>The speaking mention, marked as a source: one of <paramref name="mentions"/>, or a new one; null where the source holds no words, or tells who does not speak.</summary>
    /// <param name="mentions">In text order; at least those that have words in common with the source.</param>
    public LocalMention? Read(TokenSpan source, ReadOnlySpan<LocalMention> mentions)
    {
        int start = source.Start, end = source.End;
        while (start < end && !_tokens[start].Is(TokenFlags.Word | TokenFlags.Number)) start++;
        while (end > start && !_tokens[end - 1].Is(TokenFlags.Word | TokenFlags.Number)) end--;
        if (start >= end || _tokens[start].Word == Neither) return null;
        if (SingleWord(start, end) is { } single) return single;
        if (end - start == 1 && !_tokens[start].Is(TokenFlags.AllCapitals) && (IsArticle(_tokens[start]) || _tokens[start].Is(WordClass.SecondPerson))) return null;
        return NamedHead(start, end, mentions) ?? Described(start, HeadEnd(start, end));
    }

    /// <summary>Says nothing alone: <c>a</c>, <c>the</c>, <c>this</c>.</summary>
    private static bool IsArticle(in Token t) => t.Is(WordClass.Determiner) && (!t.Is(WordClass.Indefinite) || t.End - t.Start < 3);

    private LocalMention? SingleWord(int start, int end)
    {
        ref readonly var t = ref _tokens[start];
        if (t.Is(TokenFlags.AllCapitals)) return null;
        var span = new TokenSpan(start, start + 1);
        if (t.Is(WordClass.Relative) && (!t.Is(WordClass.Determiner) || end - start == 1)) return At(new LocalMention(LocalForm.Relative) { Phrase = span, Core = span, Traits = t.Word == Who ? MentionTraits.Person : MentionTraits.None });
        if (end - start > 1) return null;
        if (t.Is(WordClass.FirstPerson)) return At(new LocalMention(LocalForm.FirstPerson) { Phrase = span, Core = span });
        bool third = t.Is(WordClass.Masculine | WordClass.Feminine | WordClass.PluralPronoun | WordClass.Neuter) && t.Is(WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Possessive);
        return third ? At(MentionFinder.PronounAt(_tokens, start)) : null;
    }

    /// <summary>The first name that is neither possessive, nor part of a longer phrase, nor behind a preposition; else a name in apposition.</summary>
    private LocalMention? NamedHead(int start, int end, ReadOnlySpan<LocalMention> mentions)
    {
        int head = HeadEnd(start, end);
        for (int k = 0; k < mentions.Length; k++)
        {
            var m = mentions[k];
            // A name may go on where the source was cut short: `Martin | Will said`.
            if (m.Form == LocalForm.Pronoun || m.Core.Start < start || m.Core.Start >= head || (m.Core.End > head && head < end)) continue;
            if (m.Form == LocalForm.Description)
            {
                // A title alone, `the Prime Minister`, stands for who holds it, if it is the whole.
                if (m.Phrase.End == head && m.Core.Start <= FirstWord(start)) return Apposition(start, head, end, mentions) ?? Marked(m, null);
                continue;
            }
            if (m.Is(MentionTraits.Possessive) || IsAdjective(m, head) || IsLoneOpener(m, head) || IsModifier(m, head) || IsBehindPreposition(m, start, mentions)) continue;
            return Marked(m, Partner(m, head, mentions));
        }
        return BareTitle(start, head, mentions) ?? Apposition(start, head, end, mentions);
    }

    private int FirstWord(int start) => _tokens[start].Is(WordClass.Determiner) ? start + 1 : start;

    /// <summary><c>Director of the Harbour Council Ada Vaughn</c>: a title without an article needs a name, the last two capitals of the run.</summary>
    private LocalMention? BareTitle(int start, int head, ReadOnlySpan<LocalMention> mentions)
    {
        if (_tokens[start].Is(WordClass.Determiner | WordClass.Possessive | WordClass.Indefinite) || mentions.Length == 0) return null;
        bool office = false;
        for (int i = start; i < head && !_tokens[i].Is(WordClass.Preposition); i++) office |= _tokens[i].Is(WordClass.Title | WordClass.PersonNoun) && !IsPlural(i);
        if (!office) return null;
        foreach (var m in mentions)
        {
            if (m.Form != LocalForm.Name || m.Core.Start < start || m.Core.End != head || m.Is(MentionTraits.Possessive)) continue;
            // Behind the last word of the office, `head of the bank Ada Vaughn`, the run is all name; else it opens with the body's.
            int before = m.Phrase.Start - 1;
            bool apart = before > start && _tokens[before].IsLowerWord && !_tokens[before].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator | WordClass.Possessive);
            if (apart) return Marked(m, null);
            if (m.Core.End - m.Core.Start < 3) continue;
            var core = new TokenSpan(head - 2, head);
            if (_tokens[core.Start].Class != WordClass.None || _tokens[core.Start + 1].Class != WordClass.None) return null;
            return Marked(m with { Core = core, Titles = new TokenSpan(m.Phrase.Start, core.Start), Traits = m.Traits & ~(MentionTraits.Organisation | MentionTraits.Place) | MentionTraits.Person }, null);
        }
        return null;
    }

    /// <summary><c>the team's coach, Ada Vaughn,</c>; also where the source was cut short before the name.</summary>
    private LocalMention? Apposition(int start, int head, int end, ReadOnlySpan<LocalMention> mentions)
    {
        bool isCut = head == end;
        if ((!isCut && head + 1 >= end) || head >= _tokens.Length || !_tokens[head].Is(TokenFlags.Comma | TokenFlags.Dash)) return null;
        bool person = false;
        for (int i = start; i < head; i++) person |= _tokens[i].Is(WordClass.PersonNoun | WordClass.Title) && !IsPlural(i);
        if (!person) return null;
        foreach (var m in mentions)
        {
            if (m.Phrase.Start > head + 1) break;
            if (m.Form != LocalForm.Name || m.Phrase.Start != head + 1 || m.Is(MentionTraits.Possessive | MentionTraits.Place)) continue;
            return (isCut ? IsSetOff(m.Core.End) : m.Core.End >= end || !_tokens[m.Core.End].Is(TokenFlags.Word))
                ? Marked(m with { Titles = new TokenSpan(start, head), Traits = m.Traits | MentionTraits.Titled | MentionTraits.Person }, null)
                : null;
        }
        return null;
    }

    /// <summary>A comma or stop, and no <c>and</c> that would make the name the second of a list.</summary>
    private bool IsSetOff(int i) => i < _tokens.Length && _tokens[i].Is(TokenFlags.Comma | TokenFlags.Terminal) && (i + 1 >= _tokens.Length || _tokens[i + 1].Word != And);

    private bool IsPlural(int i) => _text[_tokens[i].End - 1] == 's' && !_tokens[i].Is(WordClass.Possessive);

    /// <summary>The name joined to this one by <c>and</c>, where nothing follows it.</summary>
    private LocalMention? Partner(in LocalMention first, int head, ReadOnlySpan<LocalMention> mentions)
    {
        int and = first.Core.End;
        if (and >= head || _tokens[and].Word != And) return null;
        foreach (var m in mentions)
        {
            if (m.Form == LocalForm.Name && m.Phrase.Start > and && m.Core.End == head && !HasPreposition(and + 1, m.Phrase.Start)) return m;
        }
        return null;
    }

    private bool HasPreposition(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (_tokens[i].Is(WordClass.Preposition | WordClass.Possessive) || !_tokens[i].Is(TokenFlags.Word)) return true;
        }
        return false;
    }

    /// <summary>A sentence's first word alone before a preposition is no name: <c>Close to fifty people</c>.</summary>
    private bool IsLoneOpener(in LocalMention m, int head) =>
        m.Is(MentionTraits.SentenceStart) && m.Core.End - m.Core.Start == 1 && m.Core.End < head && _tokens[m.Core.End].Is(WordClass.Preposition);

    /// <summary><c>the Democratic and the Republican platforms</c>.</summary>
    private bool IsAdjective(in LocalMention m, int head) => m.Core.End < head && names.Is(_tokens[m.Core.End - 1].Word, NameClass.Party | NameClass.Demonym);

    /// <summary>Nouns follow up to the phrase's end: <c>Vaughn campaign</c>; not a verb with its object: <c>Vaughn defended the</c>.</summary>
    private bool IsModifier(in LocalMention m, int head)
    {
        bool noun = false;
        for (int i = m.Core.End; i < head; i++)
        {
            ref readonly var t = ref _tokens[i];
            if (t.Word == Slash || t.Is(TokenFlags.Clitic)) return true;
            if (!t.IsLowerWord || t.Is(WordClass.Preposition | WordClass.Coordinator | WordClass.Adverb | WordClass.Auxiliary | WordClass.Time | WordClass.Subordinator))
                return noun || (i > m.Core.End && !t.Is(WordClass.Adverb | WordClass.Auxiliary));
            if (names.Is(t.Word, NameClass.Reporting) || t.Is(WordClass.Determiner | WordClass.Possessive | WordClass.ObjectPronoun)) return noun;
            noun |= t.Is(WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun);
        }
        return head > m.Core.End;
    }

    /// <summary>A preposition stands before it, other than inside another name.</summary>
    private bool IsBehindPreposition(in LocalMention m, int start, ReadOnlySpan<LocalMention> mentions)
    {
        for (int i = start; i < m.Phrase.Start; i++)
        {
            if (!_tokens[i].Is(WordClass.Preposition) && !names.Is(_tokens[i].Word, NameClass.Reporting)) continue;
            bool inName = false;
            foreach (var other in mentions) inName |= other.Form == LocalForm.Name && other.Core.Start < i && i < other.Core.End;
            if (!inName) return true;
        }
        return false;
    }

    /// <summary>Where the noun phrase ends: at a comma, a bracket, a dash or a relative clause.</summary>
    private int HeadEnd(int start, int end)
    {
        for (int i = start + 1; i < end; i++)
        {
            ref readonly var t = ref _tokens[i];
            if (t.Is(TokenFlags.Comma | TokenFlags.Dash) || t.Word == RoundOpen || (t.Is(WordClass.Relative) && t.IsLowerWord && !_tokens[i - 1].Is(WordClass.Preposition))) return i;
        }
        return end;
    }

    private LocalMention Described(int start, int end)
    {
        int first = start;
        while (first < end - 1 && _tokens[first].Is(WordClass.Coordinator | WordClass.Subordinator | WordClass.Preposition)) first++;
        int limit = Math.Min(end, first + LongestName), last = first + 1, core = first;
        // The head is what stands before the first preposition, the description what stands behind the last possessive.
        while (last < limit && !_tokens[last].Is(WordClass.Preposition))
        {
            if (_tokens[last].Is(TokenFlags.Clitic)) core = last + 1;
            last++;
        }
        if (last - 1 > core && names.Is(_tokens[last - 1].Word, NameClass.Informed) && _tokens[last - 2].Is(WordClass.AnonymousNoun)) last--;
        for (int i = last; i < limit; i++)
        {
            // An article without a preposition before it opens another phrase.
            if (_tokens[i].Is(WordClass.Determiner | WordClass.SubjectPronoun) && !_tokens[i - 1].Is(WordClass.Preposition | WordClass.Coordinator | WordClass.Adverb)) limit = i;
        }
        while (limit > last && _tokens[limit - 1].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator)) limit--;
        bool definite = core > first || MentionFinder.IsDefinite(_tokens[first]);
        if (core == first && _tokens[first].Is(WordClass.Determiner | WordClass.Possessive)) core++;
        if (core >= last) core = first;
        var traits = definite ? MentionTraits.Definite : MentionTraits.None;
        traits |= MentionFinder.DescriptionTraits(_text, _tokens, new TokenSpan(first, last), traits);
        if (names.Is(_tokens[first].Word, NameClass.Someone)) traits |= MentionTraits.Person | MentionTraits.Anonymous;
        return At(new LocalMention(LocalForm.Description) { Phrase = new TokenSpan(first, limit), Core = new TokenSpan(core, last), Titles = new TokenSpan(first, first), Traits = traits });
    }

    private LocalMention At(LocalMention mention)
    {
        var traits = mention.Traits | MentionTraits.Source | MentionTraits.Subject;
        if (headline) traits |= MentionTraits.Headline;
        if (_tokens[mention.Core.Start].Is(TokenFlags.InMarks)) traits |= MentionTraits.InMarks;
        return mention with { Sentence = Sentence.NumberAt(_sentences, mention.Core.Start), Traits = traits };
    }

    private static LocalMention Marked(LocalMention m, LocalMention? partner)
    {
        var traits = m.Traits | MentionTraits.Source | MentionTraits.Subject;
        if (partner is { } p) return m with { Traits = traits | MentionTraits.Group, Phrase = new TokenSpan(m.Phrase.Start, p.Phrase.End) };
        return m with { Traits = traits };
    }
}
