using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>The words around a name that tell what its bearer is, and how well a description fits them.</summary>
internal static class TitleWords
{
    /// <summary>An apposition's words are read so far.</summary>
    private const int LongestApposition = 10;

    private const WordClass Bare = WordClass.Determiner | WordClass.Preposition | WordClass.Coordinator | WordClass.Possessive | WordClass.Adverb;

    /// <summary>Adds the stems of the titles before a name and of the apposition behind it.</summary>
    /// <param name="into">Null for none so far, and where there is still none.</param>
    public static void Collect(ReadOnlySpan<Token> tokens, in LocalMention name, ref HashSet<uint>? into)
    {
        for (int i = name.Titles.Start; i < name.Titles.End; i++) Add(tokens[i], ref into);
        int before = Math.Min(name.Phrase.Start, name.Titles.Start) - 1;
        if (before >= 0 && tokens[before].IsLowerWord && tokens[before].Is(WordClass.PersonNoun | WordClass.Title))
        {
            while (before >= 0 && tokens[before].IsLowerWord && !tokens[before].Is(Bare)) Add(tokens[before--], ref into);
        }
        if (!HasApposition(tokens, name)) return;
        int end = Math.Min(tokens.Length, name.Core.End + 1 + LongestApposition);
        for (int i = name.Core.End + 1; i < end && tokens[i].Is(TokenFlags.Word); i++) Add(tokens[i], ref into);
    }

    /// <summary>
    /// Behind the name and a comma stands the noun of a person, before any verb could. After a preposition, as in <c>With Vaughn, the mayor opened …</c>,
    /// a second comma must close it.
    /// </summary>
    public static bool HasApposition(ReadOnlySpan<Token> tokens, in LocalMention name)
    {
        int at = name.Core.End;
        if (at + 1 >= tokens.Length || !tokens[at].Is(TokenFlags.Comma) || name.Is(MentionTraits.Place)) return false;
        int end = Math.Min(tokens.Length, at + 1 + LongestApposition);
        if (!HoldsPerson(tokens, at + 1, end)) return false;
        int before = name.Phrase.Start - 1;
        if (before < 0 || !tokens[before].Is(WordClass.Preposition)) return true;
        for (int i = at + 1; i < end; i++)
        {
            if (tokens[i].Is(TokenFlags.Comma)) return true;
        }
        return false;
    }

    private static bool HoldsPerson(ReadOnlySpan<Token> tokens, int from, int end)
    {
        for (int i = from; i < end && tokens[i].Is(TokenFlags.Word | TokenFlags.Clitic); i++)
        {
            if (tokens[i].Is(WordClass.PersonNoun | WordClass.Title)) return true;
            if (tokens[i].Is(WordClass.Auxiliary | WordClass.Modal | WordClass.SubjectPronoun | WordClass.Relative | WordClass.Subordinator) && !tokens[i].Is(TokenFlags.Clitic)) return false;
            if (i > from && tokens[i].Is(WordClass.Preposition)) return false;
        }
        return false;
    }

    /// <summary>Behind the name and a comma stands an age: <c>Ida Lund, 42,</c>.</summary>
    public static bool HasAge(ReadOnlySpan<Token> tokens, in LocalMention name)
    {
        int at = name.Core.End;
        return at + 2 < tokens.Length && tokens[at].Is(TokenFlags.Comma) && tokens[at + 1].Is(TokenFlags.Number) && tokens[at + 2].Is(TokenFlags.Comma);
    }

    /// <summary>The tokens that tell anything of a name, but for what follows it: its own, those before it and the one behind it. May go beyond the paragraph's.</summary>
    public static TokenSpan Around(ReadOnlySpan<Token> tokens, in LocalMention name)
    {
        int start = Math.Min(name.Phrase.Start, name.Core.Start), end = Math.Max(name.Phrase.End, name.Core.End + 1);
        if (name.Titles is { Start: > 0 } or { End: > 0 }) start = Math.Min(start, name.Titles.Start);
        start--;
        while (start >= 0 && tokens[start].IsLowerWord) start--;
        for (int i = name.Core.Start; i < name.Core.End; i++)
        {
            // The core may turn out to end here.
            if (tokens[i].Is(TokenFlags.Comma) || NameBook.OpensBracket(tokens[i])) end = Math.Max(end, name.Core.End + 1 + LongestApposition);
        }
        return new TokenSpan(Math.Max(0, start), end);
    }

    /// <summary>True where what follows a name tells the same of it in two texts, in which the tokens of <see cref="Around"/> are the same.</summary>
    public static bool AreFollowedAlike(ReadOnlySpan<Token> tokens, ReadOnlySpan<Token> others, in LocalMention name)
    {
        int at = name.Core.End;
        if (at >= tokens.Length) return true;
        if (NameBook.OpensBracket(tokens[at])) return AreAlike(tokens, others, at + 1, at + 3, wordsAlone: false);
        if (!tokens[at].Is(TokenFlags.Comma)) return true;
        bool hasApposition = HasApposition(tokens, name);
        if (hasApposition != HasApposition(others, name) || HasAge(tokens, name) != HasAge(others, name)) return false;
        return !hasApposition || AreAlike(tokens, others, at + 1, at + 1 + LongestApposition, wordsAlone: true);
    }

    /// <param name="wordsAlone">Only up to the first token that is no word.</param>
    private static bool AreAlike(ReadOnlySpan<Token> tokens, ReadOnlySpan<Token> others, int start, int end, bool wordsAlone)
    {
        for (int i = start; i < end; i++)
        {
            if (i >= tokens.Length || i >= others.Length) return i >= tokens.Length && i >= others.Length;
            if (wordsAlone && !tokens[i].Is(TokenFlags.Word) && !others[i].Is(TokenFlags.Word)) return true;
            if (tokens[i].Word != others[i].Word || tokens[i].Stem != others[i].Stem || tokens[i].Class != others[i].Class || tokens[i].Flags != others[i].Flags) return false;
        }
        return true;
    }

    private static void Add(in Token t, ref HashSet<uint>? into)
    {
        if (t.Is(TokenFlags.Word) && !t.Is(TokenFlags.Clitic) && (t.Class & Bare) == 0) (into ??= []).Add(t.Stem);
    }

    /// <summary>0 where a description does not fit; more the more it says.</summary>
    /// <param name="core">The description without its determiner.</param>
    public static int Fit(ReadOnlySpan<Token> tokens, TokenSpan core, HashSet<uint> titles, NameLexicon names)
    {
        ref readonly var head = ref tokens[core.End - 1];
        int score = titles.Contains(head.Stem) ? 3 : 0;
        bool place = false, samePlace = false;
        for (int i = core.Start; i < core.End; i++)
        {
            ref readonly var t = ref tokens[i];
            if (names.Is(t.Word, NameClass.Place | NameClass.Demonym))
            {
                place = true;
                samePlace |= titles.Contains(t.Stem);
            }
            else if (names.Is(t.Word, NameClass.Rank))
            {
                if (!titles.Contains(t.Stem)) return 0;
            }
            else if (i < core.End - 1 && t.Is(TokenFlags.Word) && (t.Class & Bare) == 0 && !names.Is(t.Word, NameClass.PlacePart) && titles.Contains(t.Stem)) score++;
        }
        if (score == 0 || (score < 3 && !head.Is(WordClass.Title))) return 0;
        foreach (uint title in titles)
        {
            if (names.Is(title, NameClass.Rank) && !Holds(tokens, core, title) && score < 4) return 0;
            if (place && !samePlace && names.Is(title, NameClass.Place | NameClass.Demonym)) return 0;
        }
        return samePlace ? score + 1 : score;
    }

    private static bool Holds(ReadOnlySpan<Token> tokens, TokenSpan core, uint stem)
    {
        for (int i = core.Start; i < core.End; i++)
        {
            if (tokens[i].Stem == stem) return true;
        }
        return false;
    }
}
