using System.Runtime.InteropServices;
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
    // Of the paragraph that is being read: its mentions, in text order, as far as the sources have been looked at.
    private readonly List<LocalMention> _local = [];
    private readonly List<(int Start, int Statement)> _sources = [];

    /// <param name="statements">The paragraph's attributions.</param>
    public SpokenParagraph Read(int paragraph, ReadOnlySpan<StatementTokens> statements)
    {
        var reading = article.Readings[paragraph];
        if (known[paragraph] is { } before && before.IsOf(reading, statements)) return before;
        _local.Clear();
        _sources.Clear();
        var sources = new TokenSpan[statements.Length];
        for (int k = 0; k < sources.Length; k++)
        {
            sources[k] = statements[k].Source;
            if (!sources[k].IsNone) _sources.Add((sources[k].Start, k));
        }
        InsertionSort.Sort(_sources, static (a, b) => a.CompareTo(b));
        bool headline = article.Layouts[paragraph].IsHeadline && !MentionFinder.EndsAsSentence(reading.Tokens);
        var source = new SourceReader(article.TextOf(paragraph), reading.Tokens, reading.Sentences, headline, names);
        var speaking = new (int Start, LocalForm Form)?[statements.Length];
        int next = 0;
        foreach (var (_, k) in _sources)
        {
            // With the name that a comma sets off behind the source.
            while (next < reading.Mentions.Length && reading.Mentions[next].Phrase.Start <= sources[k].End + 1) _local.Add(reading.Mentions[next++]);
            int from = FirstAround(sources[k].Start);
            if (source.Read(sources[k], CollectionsMarshal.AsSpan(_local)[from..]) is not { } found) continue;
            speaking[k] = (found.Core.Start, found.Form);
            Place(found, from);
        }
        while (next < reading.Mentions.Length) _local.Add(reading.Mentions[next++]);
        var numbers = new int[speaking.Length];
        for (int k = 0; k < numbers.Length; k++) numbers[k] = speaking[k] is { } mention ? MentionAt(mention.Start, mention.Form) : -1;
        return known[paragraph] = new SpokenParagraph(reading, sources, [.. _local], numbers);
    }

    private int MentionAt(int start, LocalForm form)
    {
        for (int k = FirstFrom(start); k < _local.Count && _local[k].Core.Start == start; k++)
        {
            if (_local[k].Form == form) return k;
        }
        return -1;
    }

    /// <summary>The number of the first mention whose core starts at a token or behind it.</summary>
    private int FirstFrom(int token) => ((ReadOnlySpan<LocalMention>)CollectionsMarshal.AsSpan(_local)).FirstFrom(token, static mention => mention.Core.Start);

    /// <summary>The number of the first mention whose core goes on to a token.</summary>
    private int FirstAround(int token)
    {
        int first = FirstFrom(token);
        while (first > 0 && _local[first - 1].Core.End > token) first--;
        return first;
    }

    /// <summary>Puts the source's mention in the place of the one it was read from.</summary>
    /// <param name="from">No mention before this number has words in common with the source.</param>
    private void Place(LocalMention found, int from)
    {
        // A title in apposition to the name, `the coach, Ada Vaughn,`, mentions nobody else.
        for (int k = _local.Count - 1; k >= from; k--)
        {
            var m = _local[k];
            if (m.Form == found.Form ? m.Core.Overlaps(found.Core) : m.Form == LocalForm.Description && found.Form == LocalForm.Name && m.Core.Overlaps(found.Titles)) _local.RemoveAt(k);
        }
        int at = _local.Count;
        while (at > from && IsBehind(_local[at - 1].Core, found.Core)) at--;
        _local.Insert(at, found);
    }

    /// <summary>Of two that start together the longer one stands before the other.</summary>
    private static bool IsBehind(TokenSpan one, TokenSpan other) => one.Start != other.Start ? one.Start > other.Start : one.End < other.End;
}
