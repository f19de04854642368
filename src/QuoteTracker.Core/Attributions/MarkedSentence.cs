using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary>A sentence in marks behind a comma or a colon: all that was said, though words of the telling stand around it.</summary>
internal static class MarkedSentence
{
    /// <summary>A region of fewer tokens, its marks and its stop included, is no sentence.</summary>
    private const int Shortest = 4;

    /// <summary>In 255ths: a word with a higher rate may well be a verb of what is said.</summary>
    private const byte PossibleVerb = 60;

    private static readonly uint Colon = WordHash.Of(":");

    /// <summary>
    /// <c>wrote [to her neighbours, “The mill is sold.”]</c>, <c>shouted [“Stop there,” until he was gone]</c>: true where the region is a sentence and what of the
    /// content stands before it has no verb.
    /// </summary>
    /// <param name="content">Holds the region.</param>
    public static bool IsAllOf(in SentenceView s, TokenSpan content, in RegionTokens region)
    {
        if (region.Length < Shortest || !s.Is(region.First + 1, TokenFlags.Capital) || IsTitle(s.Tokens, region)) return false;
        if (!s.Is(region.First - 1, TokenFlags.Comma) && s.Word(region.First - 1) != Colon) return false;
        if (!s.Is(region.End - 2, TokenFlags.Comma | TokenFlags.Terminal) && region.End < s.End - 1) return false;
        for (int i = content.Start; i < region.First - 1; i++)
        {
            if (IsOfClause(s, i)) return false;
        }
        return s.CountsAt(content.End).OpenMarks == s.CountsAt(region.End).OpenMarks;
    }

    /// <summary>A verb, or a word that begins a clause or is its subject.</summary>
    private static bool IsOfClause(in SentenceView s, int i)
    {
        ref readonly var t = ref s.Tokens[i];
        if (t.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.That | WordClass.Wh | WordClass.SubjectPronoun) && !t.Is(WordClass.ObjectPronoun)) return true;
        return s.Rates[i] > PossibleVerb || (t.Class == WordClass.None && t.IsLowerWord && (t.Shape & 15) is 1 or 2);
    }

    /// <summary>Up to three words, each with a capital.</summary>
    private static bool IsTitle(ReadOnlySpan<Token> tokens, in RegionTokens region)
    {
        int words = 0;
        for (int i = region.First; i < region.End; i++)
        {
            if (!tokens[i].Is(TokenFlags.Word)) continue;
            if (!tokens[i].Is(TokenFlags.Capital)) return false;
            words++;
        }
        return words is > 0 and <= 3;
    }
}
