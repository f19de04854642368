using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;

namespace QuoteTracker.Core.Speakers;

/// <summary>The mentions of a paragraph in which somebody speaks. Depends on its reading and on the sources of its attributions alone, not on where it stands.</summary>
/// <param name="Sources">Of its attributions.</param>
/// <param name="Mentions">In text order.</param>
/// <param name="Speaking">For each attribution the number of the mention that speaks, -1 where none does.</param>
internal sealed record SpokenParagraph(ParagraphReading Reading, TokenSpan[] Sources, LocalMention[] Mentions, int[] Speaking)
{
    public bool IsOf(ParagraphReading reading, ReadOnlySpan<StatementTokens> statements)
    {
        if (!ReferenceEquals(reading, Reading) || statements.Length != Sources.Length) return false;
        for (int k = 0; k < Sources.Length; k++)
        {
            if (statements[k].Source != Sources[k]) return false;
        }
        return true;
    }
}
