using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

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

/// <summary>Reads the paragraphs in which somebody speaks.</summary>
/// <param name="known">For each paragraph of the article what was read of it before, of this text or the one before it; takes what is read now.</param>
internal sealed class SpokenReader(ArticleTokens article, SpokenParagraph?[] known, NameLexicon names)
{
    // Of the paragraph that is being read: its mentions, and of each attribution in it the mention that speaks.
    private readonly List<LocalMention> _local = [];
    private readonly List<(int Start, LocalForm Form)> _sources = [];

    /// <param name="statements">The paragraph's attributions.</param>
    public SpokenParagraph Read(int paragraph, ReadOnlySpan<StatementTokens> statements)
    {
        var reading = article.Readings[paragraph];
        if (known[paragraph] is { } before && before.IsOf(reading, statements)) return before;
        _local.Clear();
        _sources.Clear();
        _local.AddRange(reading.Mentions);
        bool headline = article.Layouts[paragraph].IsHeadline && !MentionFinder.EndsAsSentence(reading.Tokens);
        var source = new SourceReader(article.TextOf(paragraph), reading.Tokens, reading.Sentences, headline, names);
        var sources = new TokenSpan[statements.Length];
        for (int k = 0; k < sources.Length; k++)
        {
            sources[k] = statements[k].Source;
            if (!sources[k].IsNone && source.Read(sources[k], _local) is { } found)
            {
                _sources.Add((found.Core.Start, found.Form));
                Place(_local, found);
            }
            else _sources.Add((-1, default));
        }
        InsertionSort.Sort(_local, static (a, b) => a.Core.Start != b.Core.Start ? a.Core.Start.CompareTo(b.Core.Start) : b.Core.End.CompareTo(a.Core.End));
        var speaking = new int[_sources.Count];
        for (int k = 0; k < speaking.Length; k++) speaking[k] = MentionAt(_sources[k].Start, _sources[k].Form);
        return known[paragraph] = new SpokenParagraph(reading, sources, [.. _local], speaking);
    }

    private int MentionAt(int start, LocalForm form) => start < 0 ? -1 : _local.FindIndex(m => m.Core.Start == start && m.Form == form);

    /// <summary>Puts the source's mention in the place of the one it was read from.</summary>
    private static void Place(List<LocalMention> mentions, LocalMention found)
    {
        // A title in apposition to the name, `the coach, Ada Vaughn,`, mentions nobody else.
        for (int k = mentions.Count - 1; k >= 0; k--)
        {
            var m = mentions[k];
            if (m.Form == found.Form ? m.Core.Overlaps(found.Core) : m.Form == LocalForm.Description && found.Form == LocalForm.Name && m.Core.Overlaps(found.Titles)) mentions.RemoveAt(k);
        }
        mentions.Add(found);
    }
}
