using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Text;

/// <summary>Cuts a paragraph's tokens into sentences. A sentence never breaks inside quotation marks.</summary>
internal static class SentenceSplitter
{
    /// <summary>How far behind <c>?”</c> a speech verb may stand for the sentence to go on: <c>“Why?” the mayor’s deputy asked</c>.</summary>
    private const int ReachOfVerb = 7;

    public static void Split(Span<Token> tokens, LanguageData language, List<Sentence> sentences)
    {
        int first = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            int next = BreakAfter(tokens, i, language);
            if (next < 0) continue;
            sentences.Add(new Sentence(first, next));
            first = next;
            i = next - 1;
        }
        if (first < tokens.Length) sentences.Add(new Sentence(first, tokens.Length));
        foreach (var sentence in sentences) tokens[sentence.First].Flags |= TokenFlags.SentenceStart;
    }

    /// <summary>The first token of the next sentence where one ends at token <paramref name="i"/>, else -1.</summary>
    private static int BreakAfter(ReadOnlySpan<Token> tokens, int i, LanguageData language)
    {
        ref readonly var stop = ref tokens[i];
        if (!stop.Is(TokenFlags.Terminal | TokenFlags.Abbreviation)) return -1;
        int k = i + 1;
        bool closed = false;
        while (k < tokens.Length && !tokens[k].Is(TokenFlags.SpaceBefore) && IsCloser(tokens[k]))
        {
            closed |= tokens[k].Is(TokenFlags.CloseMark);
            k++;
        }
        if (k >= tokens.Length) return -1;
        ref readonly var next = ref tokens[k];
        if (next.Region >= 0 && next.Region == stop.Region) return -1;
        if (!next.Is(TokenFlags.SpaceBefore) && !next.Is(TokenFlags.OpenMark)) return -1;
        if (!next.Is(TokenFlags.Capital | TokenFlags.Number | TokenFlags.OpenMark) && !IsOpener(next)) return -1;
        if (stop.Is(TokenFlags.Abbreviation))
            return next.Is(WordClass.Determiner | WordClass.SubjectPronoun | WordClass.Coordinator | WordClass.Subordinator) && next.Is(TokenFlags.Capital) ? k : -1;
        if (closed && !IsFullStop(tokens, i) && VerbFollows(tokens, k, language)) return -1;
        return k;
    }

    private static bool IsFullStop(ReadOnlySpan<Token> tokens, int i) => tokens[i].Word == FullStop;

    private static readonly uint FullStop = WordHash.Of(".");

    private static bool VerbFollows(ReadOnlySpan<Token> tokens, int k, LanguageData language)
    {
        int end = Math.Min(tokens.Length, k + ReachOfVerb);
        for (; k < end && tokens[k].Is(TokenFlags.Word); k++)
        {
            if (language.IsSpeechVerb(tokens[k].Stem) && !tokens[k].IsCapitalWord) return true;
        }
        return false;
    }

    private static readonly uint RoundClose = WordHash.Of(")"), SquareClose = WordHash.Of("]"), RoundOpen = WordHash.Of("("), SquareOpen = WordHash.Of("[");

    private static bool IsCloser(in Token t) => t.Is(TokenFlags.CloseMark) || (t.Is(TokenFlags.Punctuation) && (t.Word == RoundClose || t.Word == SquareClose));

    private static bool IsOpener(in Token t) => t.Is(TokenFlags.Punctuation) && (t.Word == RoundOpen || t.Word == SquareOpen || t.Is(TokenFlags.Dash));
}
