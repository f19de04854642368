using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary>One attribution found in a paragraph, in its tokens.</summary>
/// <param name="Cue">None for a continuation without one.</param>
/// <param name="Content">In text order.</param>
/// <param name="Links">The outermost parts in marks, by number in the paragraph, that are this attribution's content as they stand.</param>
/// <param name="Score">The product of the chances of every decision.</param>
/// <param name="Sieve">What decided.</param>
/// <param name="Continues">It goes on with the attribution of the paragraph before.</param>
internal sealed record LocalAttribution(TokenSpan Cue, int Head, TokenSpan Source, TokenSpan[] Content, int[] Links, float Score, string Sieve, bool Continues);

/// <summary>What was read in a paragraph. Depends on its text, its marks and the tail before alone, not on where it stands.</summary>
internal sealed record ParagraphReading(Token[] Tokens, Sentence[] Sentences, LocalAttribution[] Attributions, ParagraphTail Tail);
