using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>An attribution's cue and source in the tokens of its paragraph.</summary>
/// <param name="Number">Its number in the article.</param>
internal readonly record struct StatementTokens(int Number, int Paragraph, TokenSpan Cue, int Head, TokenSpan Source)
{
    /// <summary>By paragraph.</summary>
    /// <param name="drafts">In the order of the article's attributions.</param>
    /// <param name="first">The number of the first.</param>
    public static StatementTokens[] Of(List<AttributionAssembler.Draft> drafts, int first = 0)
    {
        var statements = new StatementTokens[drafts.Count];
        for (int k = 0; k < statements.Length; k++) statements[k] = new StatementTokens(first + k, drafts[k].Paragraph, drafts[k].Local.Cue, drafts[k].Local.Head, drafts[k].Local.Source);
        InsertionSort.Sort(statements.AsSpan(), static (a, b) => a.Paragraph != b.Paragraph ? a.Paragraph.CompareTo(b.Paragraph) : a.Number.CompareTo(b.Number));
        return statements;
    }
}

/// <summary>Resolves the mentions of one story, from first to last.</summary>
internal sealed class StoryReader(ArticleTokens article, SpokenReader spoken, LanguageData language, RegistryIndex registry, DateOnly? date)
{
    private readonly List<StoryMention> _mentions = [];
    private readonly List<(StatementTokens Statement, StoryMention? Source)> _statements = [];

    /// <summary>In text order.</summary>
    public List<StoryMention> Mentions => _mentions;

    /// <summary>The speaking mention of each attribution, null where it has none.</summary>
    public List<(StatementTokens Statement, StoryMention? Source)> Statements => _statements;

    /// <param name="first">The story's first paragraph.</param>
    /// <param name="end">The paragraph behind its last.</param>
    /// <param name="statements">Its attributions by paragraph.</param>
    /// <param name="nameWords">Takes the words of <see cref="NameBook.CollectWords"/>.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public void Read(int first, int end, ReadOnlySpan<StatementTokens> statements, HashSet<uint> nameWords, CancellationToken cancellation)
    {
        int count = 0;
        for (int p = first; p < end; p++) count += article.Readings[p].Mentions.Length;
        _mentions.EnsureCapacity(count + statements.Length);
        _statements.EnsureCapacity(statements.Length);
        int at = 0;
        for (int p = first; p < end; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            int from = at;
            while (at < statements.Length && statements[at].Paragraph == p) at++;
            ReadParagraph(p, statements[from..at]);
        }
        var names = new NameBook(article, language.Names);
        names.Enter(_mentions);
        LinkNames(names.All);
        var descriptions = new DescriptionBook(article, names, language, registry, date);
        var discourse = new Discourse();
        StoryMention? group = null;
        Dictionary<StoryMention, StoryMention>? pairs = null;
        foreach (var m in _mentions)
        {
            cancellation.ThrowIfCancellationRequested();
            Resolve(m, names, descriptions, discourse);
            discourse.Hear(m);
            if (group is not null && PairOf(group, m) is { } pair)
            {
                discourse.Hear(pair);
                (pairs ??= []).Add(group, pair);
            }
            if (m.Is(MentionTraits.Group)) group = m;
        }
        if (pairs is not null) Join(pairs);
        names.CollectWords(nameWords);
        LinkNames(names.All);
    }

    private void ReadParagraph(int p, ReadOnlySpan<StatementTokens> statements)
    {
        var reading = article.Readings[p];
        int from = _mentions.Count;
        int sentence = article.FirstSentences[p];
        if (statements.IsEmpty)
        {
            // In text order already.
            foreach (ref readonly var m in reading.Mentions.AsSpan()) _mentions.Add(new StoryMention(p, sentence + m.Sentence, m));
            return;
        }
        var read = spoken.Read(p, statements);
        foreach (ref readonly var m in read.Mentions.AsSpan()) _mentions.Add(new StoryMention(p, sentence + m.Sentence, m));
        for (int k = 0; k < statements.Length; k++) _statements.Add((statements[k], read.Speaking[k] is >= 0 and var speaking ? _mentions[from + speaking] : null));
    }

    private static void Resolve(StoryMention m, NameBook names, DescriptionBook descriptions, Discourse discourse)
    {
        switch (m.Local.Form)
        {
            case LocalForm.Name:
                names.Resolve(m);
                break;
            case LocalForm.Description:
                descriptions.Resolve(m);
                break;
            case LocalForm.Relative:
                discourse.ResolveRelative(m);
                break;
            case LocalForm.Pronoun when m.Is(MentionTraits.Source) || m.Is(MentionTraits.Person) && !m.Is(MentionTraits.InMarks):
                discourse.ResolvePronoun(m);
                break;
        }
    }

    /// <summary>The two names that a source joins, as one that speaks.</summary>
    private static StoryMention? PairOf(StoryMention first, StoryMention second)
    {
        if (!first.Is(MentionTraits.Group) || first.Paragraph != second.Paragraph || second.Local.Core.End != first.Local.Phrase.End) return null;
        if (first.Referent is not { } a || second.Referent is not { } b) return null;
        var pair = new StoryMention(first.Paragraph, first.Sentence, first.Local);
        pair.Decide(new Referent { Origin = (first.Paragraph, first.Local.Phrase), Kind = a.Kind & b.Kind, Pair = (a, b), IsPlural = true }, "joined-names");
        return pair;
    }

    /// <summary>Where a name speaks that a source joins with another, the two speak.</summary>
    /// <param name="pairs">By the first of the two.</param>
    private void Join(Dictionary<StoryMention, StoryMention> pairs)
    {
        for (int k = 0; k < _statements.Count; k++)
        {
            if (_statements[k].Source is { } source && pairs.TryGetValue(source, out var pair)) _statements[k] = (_statements[k].Statement, pair);
        }
    }

    private void LinkNames(List<Referent> referents)
    {
        if (registry.IsEmpty) return;
        foreach (var r in referents)
        {
            if (r.Entry is not null || !r.IsNamed) continue;
            var entries = registry.Named(r.Name);
            if (entries.Count == 0 && r.Name.Length == 1 && !r.Is(MentionTraits.Place | MentionTraits.Organisation)) entries = registry.Surnamed(r.Name[0]);
            if (entries.Count == 1) r.Link(entries[0]);
            else if (entries.Count > 1) r.Rivals = entries;
        }
    }
}
