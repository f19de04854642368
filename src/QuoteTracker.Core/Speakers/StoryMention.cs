using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>A mention on its way to what it names.</summary>
internal sealed class StoryMention(int paragraph, int sentence, LocalMention local)
{
    public int Paragraph { get; } = paragraph;

    /// <summary>The sentence's number in the article.</summary>
    public int Sentence { get; } = sentence;

    public LocalMention Local { get; set; } = local;

    public Referent? Referent { get; private set; }

    public string How { get; private set; } = "";

    /// <summary>Where nothing decides between several: those.</summary>
    public IReadOnlyList<Referent> Candidates { get; private set; } = [];

    public IReadOnlyList<RegistryEntry> Rivals { get; set; } = [];

    public bool Is(MentionTraits any) => Local.Is(any);

    public void Decide(Referent referent, string how)
    {
        Referent = referent;
        How = how;
    }

    public void Doubt(IReadOnlyList<Referent> candidates) => Candidates = candidates;
}

/// <summary>The paragraphs of an article as the resolution of names sees them.</summary>
/// <param name="FirstSentences">For each paragraph the number of its first sentence in the article.</param>
internal readonly record struct ArticleTokens(string Copy, ParagraphLayout[] Layouts, ParagraphReading[] Readings, int[] FirstSentences)
{
    /// <param name="before">Those of the text before an edit.</param>
    /// <param name="same">The paragraphs whose readings are the same.</param>
    public static ArticleTokens Of(string copy, ParagraphLayout[] layouts, ParagraphReading[] readings, int[] before, SameEnds same)
    {
        var first = new int[readings.Length];
        int p = Math.Min(same.First, before.Length), rest = first.Length - same.Last;
        before.AsSpan(0, p).CopyTo(first);
        for (; p < first.Length && (p <= rest || p == 0); p++) first[p] = p == 0 ? 0 : first[p - 1] + readings[p - 1].Sentences.Length;
        if (p == first.Length) return new ArticleTokens(copy, layouts, readings, first);
        int later = first[rest] - before[rest - first.Length + before.Length];
        for (; p < first.Length; p++) first[p] = before[p - first.Length + before.Length] + later;
        return new ArticleTokens(copy, layouts, readings, first);
    }

    /// <summary>UTF-16 offsets in the article.</summary>
    public TextSpan SpanOf(int paragraph, TokenSpan span)
    {
        var tokens = TokensOf(paragraph);
        int start = Layouts[paragraph].Start;
        return TextSpan.FromBounds(start + tokens[span.Start].Start, start + tokens[span.End - 1].End);
    }

    /// <summary>The number of the first paragraph that starts at an offset or behind it; how many there are where none does.</summary>
    public int FirstFrom(int offset)
    {
        int low = 0, high = Layouts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Layouts[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The number, in its paragraph, of the sentence that a token is in.</summary>
    public int SentenceAt(int paragraph, int token)
    {
        var sentences = Readings[paragraph].Sentences;
        int n = 0;
        while (n + 1 < sentences.Length && sentences[n + 1].First <= token) n++;
        return n;
    }

    public ReadOnlySpan<Token> TokensOf(int paragraph) => Readings[paragraph].Tokens;

    public ReadOnlySpan<char> TextOf(int paragraph) => Copy.AsSpan(Layouts[paragraph].Start, Layouts[paragraph].Length);
}
