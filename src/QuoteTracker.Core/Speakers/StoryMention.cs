using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>A mention on its way to what it names.</summary>
internal sealed class StoryMention(int paragraph, int sentence, in LocalMention local)
{
    private LocalMention _local = local;

    public int Paragraph { get; } = paragraph;

    /// <summary>The sentence's number in the article.</summary>
    public int Sentence { get; } = sentence;

    public ref readonly LocalMention Local => ref _local;

    public Referent? Referent { get; private set; }

    /// <summary>Empty where there is no <see cref="Referent"/>.</summary>
    public string How => _how ?? "";

    /// <summary>Where nothing decides between several: those.</summary>
    public IReadOnlyList<Referent> Candidates => _candidates ?? [];

    public IReadOnlyList<RegistryEntry> Rivals => _rivals ?? [];

    // An article has many mentions, and most of them have none of these.
    private string? _how;
    private IReadOnlyList<Referent>? _candidates;
    private IReadOnlyList<RegistryEntry>? _rivals;

    /// <summary>Nothing decides whom it means, and it may mean somebody.</summary>
    public bool IsOpen => _candidates is not null || _rivals is not null;

    public bool Is(MentionTraits any) => _local.Is(any);

    /// <summary>The name has fewer words than capitals.</summary>
    /// <param name="word">The last of them.</param>
    public void Trim(TokenSpan core, uint word) => _local = _local with { Core = core, Word = word };

    public void Decide(Referent referent, string how)
    {
        Referent = referent;
        _how = how;
    }

    public void Doubt(List<Referent> candidates) => _candidates = candidates;

    /// <param name="rivals">Entries of the registry that fit as well as each other.</param>
    public void Doubt(List<RegistryEntry> rivals) => _rivals = rivals;
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
    public int FirstFrom(int offset) => ((ReadOnlySpan<ParagraphLayout>)Layouts).FirstFrom(offset, static layout => layout.Start);

    /// <summary>The number, in its paragraph, of the sentence that a token is in.</summary>
    public int SentenceAt(int paragraph, int token) => Sentence.NumberAt(Readings[paragraph].Sentences, token);

    /// <summary>The number, in its paragraph, of the first token that starts at an offset of the article or behind it.</summary>
    public int TokenFrom(int paragraph, int offset) => TokensOf(paragraph).FirstFrom(offset - Layouts[paragraph].Start, static token => token.Start);

    public ReadOnlySpan<Token> TokensOf(int paragraph) => Readings[paragraph].Tokens;

    public ReadOnlySpan<char> TextOf(int paragraph) => Copy.AsSpan(Layouts[paragraph].Start, Layouts[paragraph].Length);
}
