using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>Finds the names, descriptions and pronouns of a paragraph. Pure: the same tokens give the same mentions wherever the paragraph stands.</summary>
internal static class MentionFinder
{
    /// <summary>A noun phrase's head is looked for so many words behind its determiner.</summary>
    private const int LongestDescription = 8;

    private const WordClass PersonHead = WordClass.PersonNoun | WordClass.Title;

    private const WordClass AnyHead = PersonHead | WordClass.OrganisationNoun | WordClass.DocumentNoun;

    private const WordClass Clause = WordClass.Coordinator | WordClass.Subordinator | WordClass.That | WordClass.Relative | WordClass.Wh;

    public static void Find(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, bool headline, LanguageData language, List<LocalMention> found)
    {
        headline = headline && !EndsAsSentence(tokens);
        var run = new NameRun(tokens, language.Names);
        for (int n = 0; n < sentences.Length; n++)
        {
            var s = sentences[n];
            for (int i = s.First; i < s.End;)
            {
                ref readonly var t = ref tokens[i];
                if (!t.Is(TokenFlags.Word))
                {
                    i++;
                    continue;
                }
                int next = i + 1;
                if (run.CanBegin(i, s.First))
                {
                    next = run.EndOf(i, s.End);
                    var mention = run.Read(i, next);
                    if (!IsAdjective(tokens, mention, s.End, language.Names)) found.Add(Placed(text, tokens, s, n, mention, headline, language.Names));
                }
                else if (t.Class != WordClass.None && !t.Is(TokenFlags.AllCapitals))
                {
                    if (IsThirdPerson(t)) found.Add(Pronoun(tokens, s, n, i, headline));
                    else if (t.Is(WordClass.Determiner | WordClass.Possessive) && !t.Is(TokenFlags.Clitic) && !IsBeforeDeterminer(tokens, i, s.End) && Description(tokens, s, i) is { IsNone: false } phrase)
                    {
                        // The names in it are mentions of their own.
                        found.Add(Placed(text, tokens, s, n, new LocalMention(LocalForm.Description) { Phrase = phrase, Core = new TokenSpan(i + 1, phrase.End), Titles = new TokenSpan(i, i) }, headline, language.Names));
                        next = NextCapital(tokens, i + 1, phrase.End);
                    }
                }
                i = next;
            }
        }
    }

    /// <summary>The first paragraph of a story without a headline ends in a full stop.</summary>
    public static bool EndsAsSentence(ReadOnlySpan<Token> tokens)
    {
        int last = tokens.Length - 1;
        while (last >= 0 && tokens[last].Is(TokenFlags.CloseMark)) last--;
        return last >= 0 && tokens[last].Is(TokenFlags.Terminal | TokenFlags.Abbreviation);
    }

    /// <summary><c>Republican</c> in <c>Republican voters</c>.</summary>
    private static bool IsAdjective(ReadOnlySpan<Token> tokens, in LocalMention m, int end, NameLexicon names) =>
        m.Form == LocalForm.Description && m.Phrase.End < end && tokens[m.Phrase.End].IsLowerWord && names.Is(tokens[m.Phrase.End - 1].Word, NameClass.Party);

    private static bool IsThirdPerson(in Token t) =>
        t.Is(WordClass.SubjectPronoun) && t.Is(WordClass.Masculine | WordClass.Feminine | WordClass.PluralPronoun | WordClass.Neuter);

    private static LocalMention Pronoun(ReadOnlySpan<Token> tokens, Sentence s, int n, int i, bool headline)
    {
        var mention = PronounAt(tokens, i) with { Sentence = n };
        return mention with { Traits = mention.Traits | PlaceOf(tokens, s, i, headline) };
    }

    /// <summary>The pronoun at a token, whatever its case.</summary>
    public static LocalMention PronounAt(ReadOnlySpan<Token> tokens, int i)
    {
        ref readonly var t = ref tokens[i];
        var span = new TokenSpan(i, i + 1);
        return new LocalMention(LocalForm.Pronoun)
        {
            Phrase = span,
            Core = span,
            Titles = new TokenSpan(i, i),
            Gender = t.Is(WordClass.Masculine) ? Gender.Masculine : t.Is(WordClass.Feminine) ? Gender.Feminine : Gender.Unknown,
            Traits = t.Is(WordClass.PluralPronoun) ? MentionTraits.Plural : t.Is(WordClass.Neuter) ? MentionTraits.Organisation : MentionTraits.Person,
        };
    }

    /// <summary>From the determiner to the head: the first noun of a person, body or document, and those that follow at once.</summary>
    private static TokenSpan Description(ReadOnlySpan<Token> tokens, Sentence s, int determiner)
    {
        int limit = Math.Min(s.End, determiner + 1 + LongestDescription);
        for (int i = determiner + 1; i < limit; i++)
        {
            ref readonly var t = ref tokens[i];
            if (t.Is(TokenFlags.Clitic) || !t.Is(TokenFlags.Word | TokenFlags.Number)) return TokenSpan.None;
            if (t.Is(WordClass.Preposition | WordClass.Auxiliary | WordClass.Modal | Clause | WordClass.SubjectPronoun) && !t.Is(AnyHead)) return TokenSpan.None;
            if (!t.IsLowerWord || !t.Is(AnyHead)) continue;
            int end = i + 1;
            while (end < limit && tokens[end].IsLowerWord && tokens[end].Is(AnyHead) && !tokens[end].Is(WordClass.Preposition)) end++;
            // A name that follows at once is what the words are a title of.
            return end < s.End && tokens[end].IsCapitalWord && tokens[end].Class == WordClass.None && tokens[end - 1].Is(PersonHead) ? TokenSpan.None : new TokenSpan(determiner, end);
        }
        return TokenSpan.None;
    }

    private static bool IsBeforeDeterminer(ReadOnlySpan<Token> tokens, int i, int end) => i + 1 < end && tokens[i + 1].Is(WordClass.Determiner | WordClass.Possessive);

    private static int NextCapital(ReadOnlySpan<Token> tokens, int from, int end)
    {
        while (from < end && !tokens[from].IsCapitalWord) from++;
        return from;
    }

    /// <summary>Adds what stands around the mention and what its words tell.</summary>
    public static LocalMention Placed(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Sentence s, int n, LocalMention mention, bool headline, NameLexicon names)
    {
        var phrase = mention.Phrase;
        if (phrase.Start > s.First && tokens[phrase.Start - 1].Is(WordClass.Determiner) && mention.Form != LocalForm.Pronoun && tokens[phrase.Start].IsCapitalWord)
            phrase = new TokenSpan(phrase.Start - 1, phrase.End);
        var traits = mention.Traits | PlaceOf(tokens, s, phrase.Start, headline);
        if (mention.Core.Start == s.First) traits |= MentionTraits.SentenceStart;
        if (phrase.End < s.End)
        {
            ref readonly var next = ref tokens[phrase.End];
            if (next.Is(TokenFlags.Clitic) || IsApostrophe(text, next)) traits |= MentionTraits.Possessive;
            else if (mention.Form == LocalForm.Name && next.IsLowerWord && next.Is(WordClass.PersonNoun | WordClass.OrganisationNoun) && !next.Is(WordClass.Preposition)) traits |= MentionTraits.Modifier;
        }
        if (IsDefinite(tokens[phrase.Start])) traits |= MentionTraits.Definite;
        var gender = Gender.Unknown;
        for (int i = phrase.Start; i < (mention.Form == LocalForm.Name ? mention.Core.Start : phrase.End); i++) gender = GenderOf(tokens[i], gender);
        if (mention.Form == LocalForm.Description) traits |= DescriptionTraits(text, tokens, new TokenSpan(phrase.Start, mention.Core.End), traits);
        uint word = mention.Form == LocalForm.Name ? tokens[mention.Core.End - 1].Word : 0;
        return mention with { Phrase = phrase, Word = word, Traits = traits, Gender = gender, Sentence = n };
    }

    private static readonly uint The = WordHash.Of("the"), This = WordHash.Of("this"), That = WordHash.Of("that"), These = WordHash.Of("these"), Those = WordHash.Of("those");

    /// <summary>A determiner that points to what the reader knows.</summary>
    public static bool IsDefinite(in Token t) =>
        t.Is(WordClass.Possessive) || t.Word == The || t.Word == This || t.Word == That || t.Word == These || t.Word == Those;

    public static MentionTraits DescriptionTraits(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, TokenSpan phrase, MentionTraits known)
    {
        var head = tokens[phrase.End - 1];
        var traits = MentionTraits.None;
        if (head.Is(PersonHead)) traits |= MentionTraits.Person;
        else if (head.Is(WordClass.OrganisationNoun)) traits |= MentionTraits.Organisation;
        else if (head.Is(WordClass.DocumentNoun)) traits |= MentionTraits.Document;
        if (IsPluralNoun(text[head.Start..head.End])) traits |= MentionTraits.Plural;
        if (head.Is(WordClass.PersonNoun) && (known & MentionTraits.Definite) == 0 && (tokens[phrase.Start].Is(WordClass.Indefinite) && (traits & MentionTraits.Plural) == 0 || head.Is(WordClass.AnonymousNoun)))
            traits |= MentionTraits.Anonymous;
        return traits;
    }

    private static bool IsPluralNoun(ReadOnlySpan<char> word) =>
        word is [.., not ('s' or 'u' or 'i'), 's'] || word.EndsWith("men", StringComparison.OrdinalIgnoreCase) || word.Equals("people", StringComparison.OrdinalIgnoreCase)
        || word.Equals("police", StringComparison.OrdinalIgnoreCase) || word.EndsWith("children", StringComparison.OrdinalIgnoreCase);

    private static Gender GenderOf(in Token t, Gender before)
    {
        if (!t.Is(WordClass.FeminineNoun | WordClass.MasculineNoun)) return before;
        return t.Is(WordClass.FeminineNoun) ? Gender.Feminine : Gender.Masculine;
    }

    private static bool IsApostrophe(ReadOnlySpan<char> text, in Token t) => t.Is(TokenFlags.Punctuation) && !t.Is(TokenFlags.SpaceBefore) && text[t.Start] is '\'' or '’';

    /// <summary>Marks, headline, and whether a clause has its subject here: nothing, a comma or a word that opens a clause stands before.</summary>
    private static MentionTraits PlaceOf(ReadOnlySpan<Token> tokens, Sentence s, int start, bool headline)
    {
        var traits = headline ? MentionTraits.Headline : MentionTraits.None;
        if (tokens[start].Is(TokenFlags.InMarks)) traits |= MentionTraits.InMarks;
        int before = start - 1;
        // `chief negotiator Ito`: the words before a name that are part of its phrase.
        if (before >= s.First && tokens[before].IsLowerWord && tokens[before].Is(PersonHead))
        {
            while (before >= s.First && tokens[before].IsLowerWord && (tokens[before].Class == WordClass.None || tokens[before].Is(AnyHead | WordClass.Determiner))) before--;
        }
        if (before < s.First || tokens[before].Is(Clause) && !tokens[before].Is(WordClass.Preposition) || tokens[before].Is(TokenFlags.Comma | TokenFlags.OpenMark | TokenFlags.CloseMark | TokenFlags.Dash))
            traits |= MentionTraits.Subject;
        return traits;
    }
}
