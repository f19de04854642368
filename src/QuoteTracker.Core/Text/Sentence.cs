namespace QuoteTracker.Core.Text;

/// <summary>A sentence as a range of its paragraph's tokens, end exclusive.</summary>
internal readonly record struct Sentence(int First, int End)
{
    public int Length => End - First;

    /// <summary>The number of the sentence that a token is in: 0 where there is none.</summary>
    /// <param name="sentences">Those of the token's paragraph.</param>
    public static int NumberAt(ReadOnlySpan<Sentence> sentences, int token) => Math.Max(0, sentences.FirstFrom(token + 1, static sentence => sentence.First) - 1);
}
