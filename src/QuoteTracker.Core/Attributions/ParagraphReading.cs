using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary>One attribution found in a paragraph, in its tokens.</summary>
/// <param name="Cue">None for a continuation without one.</param>
/// <param name="First">The first token of its content; of its cue where the content is elsewhere.</param>
/// <param name="Content">The content that is no region of its own, in text order.</param>
/// <param name="Links">The outermost parts in marks, by number in the paragraph, that are this attribution's content as they stand.</param>
/// <param name="Score">The product of the chances of every decision.</param>
/// <param name="Sieve">What decided.</param>
/// <param name="Place">Where cue and content are, seen from this paragraph.</param>
internal sealed record LocalAttribution(int First, TokenSpan Cue, int Head, TokenSpan Source, TokenSpan[] Content, int[] Links, float Score, string Sieve, Place Place);

/// <summary>Where an attribution's pieces are.</summary>
internal enum Place
{
    /// <summary>All in this paragraph.</summary>
    Here,

    /// <summary>The content goes on with the attribution of the paragraph before.</summary>
    Continues,

    /// <summary>The cue and source are in the paragraph before, in its tokens.</summary>
    AnnouncedBefore,

    /// <summary>Cue and source are here, the content is the paragraph before: a byline under a quotation.</summary>
    UnderQuotation,
}

/// <summary>What was read in a paragraph. Depends on its text, its marks and the tail before alone, not on where it stands.</summary>
internal sealed record ParagraphReading(Token[] Tokens, Sentence[] Sentences, LocalAttribution[] Attributions, LocalMention[] Mentions, ParagraphTail Tail);
