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
    public static ArticleTokens Of(string copy, ParagraphLayout[] layouts, ParagraphReading[] readings)
    {
        var first = new int[readings.Length];
        for (int p = 1; p < first.Length; p++) first[p] = first[p - 1] + readings[p - 1].Sentences.Length;
        return new ArticleTokens(copy, layouts, readings, first);
    }

    /// <summary>UTF-16 offsets in the article.</summary>
    public TextSpan SpanOf(int paragraph, TokenSpan span)
    {
        var tokens = TokensOf(paragraph);
        int start = Layouts[paragraph].Start;
        return TextSpan.FromBounds(start + tokens[span.Start].Start, start + tokens[span.End - 1].End);
    }

    public ReadOnlySpan<Token> TokensOf(int paragraph) => Readings[paragraph].Tokens;

    public ReadOnlySpan<char> TextOf(int paragraph) => Copy.AsSpan(Layouts[paragraph].Start, Layouts[paragraph].Length);
}
