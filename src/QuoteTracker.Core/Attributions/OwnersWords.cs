using System.Runtime.InteropServices;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary><c>in Ida Brennick's words</c>, <c>in the words of the mayor</c>, beside words in marks: certain by its form.</summary>
/// <param name="Phrase">All of it.</param>
/// <param name="Owner">Whose words they are.</param>
internal readonly record struct OwnersWords(TokenSpan Phrase, TokenSpan Owner)
{
    /// <summary>How sure it is that the owner said what stands beside.</summary>
    public const float Chance = 0.95f;

    /// <summary>An owner has at most so many tokens.</summary>
    private const int LongestOwner = 12;

    /// <summary>The noun is at most so many tokens from a region that the phrase stands beside.</summary>
    public const int Reach = LongestOwner + 4;

    private static readonly uint In = WordHash.Of("in"), Of = WordHash.Of("of"), Own = WordHash.Of("own"), Colon = WordHash.Of(":");

    /// <summary>The phrase around a noun of what is said; null where there is none.</summary>
    public static OwnersWords? At(in SentenceView s, int noun)
    {
        if (!s.Is(noun, WordClass.CueNoun) || s.Is(noun, TokenFlags.InMarks)) return null;
        if (s.Word(noun + 1) == Of && s.Is(noun - 1, WordClass.Determiner) && s.Word(noun - 2) == In)
        {
            int end = noun + 2;
            while (end - noun < LongestOwner + 2 && s.Is(end, TokenFlags.Word | TokenFlags.Number) && !s.Is(end, TokenFlags.InMarks)) end++;
            return end == noun + 2 ? null : new OwnersWords(new TokenSpan(noun - 2, end), new TokenSpan(noun + 2, end));
        }
        int mine = s.Word(noun - 1) == Own ? noun - 2 : noun - 1;
        if (!s.Is(mine, WordClass.Possessive) && !s.Is(mine, TokenFlags.Clitic)) return null;
        int first = s.Is(mine, TokenFlags.Clitic) ? mine - 1 : mine;
        while (mine - first < LongestOwner && s.Is(first, TokenFlags.Word | TokenFlags.Number) && s.Word(first) != In) first--;
        if (s.Word(first) != In) return null;
        var owner = new TokenSpan(first + 1, s.Is(mine, TokenFlags.Clitic) ? mine : mine + 1);
        return owner.Start == owner.End ? null : new OwnersWords(new TokenSpan(first, noun + 1), owner);
    }

    /// <param name="regions">By start: only the last before the phrase's end and the first behind it can be beside.</param>
    public bool IsBesideAny(List<RegionTokens> regions, ReadOnlySpan<Token> tokens)
    {
        int behind = ((ReadOnlySpan<RegionTokens>)CollectionsMarshal.AsSpan(regions)).FirstFrom(Phrase.End, static region => region.First);
        return (behind < regions.Count && IsBeside(regions[behind], tokens)) || (behind > 0 && IsBeside(regions[behind - 1], tokens));
    }

    /// <summary><c>In her words, the bridge is “a ruin”</c>: the phrase opens a sentence with marks further on.</summary>
    public bool OpensSentenceWithMarks(in SentenceView s) =>
        Phrase.Start == s.First && s.Is(Phrase.End, TokenFlags.Comma) && s.CountsAt(s.End).OpenMarks != s.CountsAt(Phrase.End).OpenMarks;

    /// <summary>The region stands next to the phrase, but for a comma or a colon.</summary>
    public bool IsBeside(in RegionTokens region, ReadOnlySpan<Token> tokens) =>
        region.First == Phrase.End || region.End == Phrase.Start
        || (region.First == Phrase.End + 1 && (tokens[Phrase.End].Is(TokenFlags.Comma) || tokens[Phrase.End].Word == Colon))
        || (region.End == Phrase.Start - 1 && tokens[region.End].Is(TokenFlags.Comma));
}
