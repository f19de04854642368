using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>
/// The mentions and speakers of a text before an edit, where they hold for the text after it: most keys change nobody who is mentioned. They hold where all
/// that <see cref="StoryReader"/> goes by is the same: the stories, and in each paragraph the mentions, the attributions and the words around them.
/// </summary>
internal readonly struct KnownSpeakers
{
    private readonly ArticleTokens _article;
    private readonly ArticleTokens _old;
    private readonly AnalysisTrace _before;

    public KnownSpeakers(ArticleTokens article, AnalysisTrace before)
    {
        _article = article;
        _before = before;
        // Nobody asks for the numbers of the old sentences.
        _old = new ArticleTokens(before.Copy, before.Layouts, before.Readings, []);
    }

    /// <param name="storiesBefore">Those of the text before.</param>
    /// <param name="spoken">Reads the paragraphs that changed.</param>
    /// <param name="attributions">With whatever speakers they had.</param>
    /// <param name="statements">For each of them its cue and source, by paragraph.</param>
    /// <returns>Null where the speakers must be found anew.</returns>
    public SpeakerResolution? Find(
        ImmutableArray<TextSpan> storiesBefore, SpokenReader spoken, ImmutableArray<TextSpan> stories, ImmutableArray<Attribution> attributions, ReadOnlySpan<StatementTokens> statements)
    {
        if (!statements.SequenceEqual(_before.Statements) || !HasSameStories(storiesBefore, stories) || !HasSameParagraphs(spoken, statements)) return null;
        var known = _before.Speakers;
        if (known.FirstPersons.Length > 0)
        {
            var contents = new ContentOrder(attributions);
            foreach (var one in known.FirstPersons)
            {
                if (contents.Around(_article.SpanOf(one.Paragraph, one.Phrase), one.Number) != one.Outer) return null;
            }
        }
        var entities = Moved(known.Entities);
        return known with { Mentions = Moved(known.Mentions), Entities = entities, Attributions = SpeakerResolver.Attribute(attributions, known.Voices, entities) };
    }

    /// <summary>The same paragraphs, by number, in each.</summary>
    private bool HasSameStories(ImmutableArray<TextSpan> before, ImmutableArray<TextSpan> stories)
    {
        if (_article.Layouts.Length != _old.Layouts.Length || stories.Length != before.Length) return false;
        for (int k = 0; k + 1 < stories.Length; k++)
        {
            if (_article.FirstFrom(stories[k].End) != _old.FirstFrom(before[k].End)) return false;
        }
        return true;
    }

    private bool HasSameParagraphs(SpokenReader spoken, ReadOnlySpan<StatementTokens> statements)
    {
        int at = 0;
        for (int p = 0; p < _article.Readings.Length; p++)
        {
            int count = 0;
            while (at + count < statements.Length && statements[at + count].Paragraph == p) count++;
            if (!ReferenceEquals(_article.Readings[p], _old.Readings[p]) && !HasSameMentions(p, spoken, statements.Slice(at, count))) return false;
            at += count;
        }
        return true;
    }

    private bool HasSameMentions(int paragraph, SpokenReader spoken, ReadOnlySpan<StatementTokens> statements)
    {
        ReadOnlySpan<LocalMention> mentions = _article.Readings[paragraph].Mentions, old = _old.Readings[paragraph].Mentions;
        ReadOnlySpan<int> speaking = [], spoke = [];
        if (!statements.IsEmpty)
        {
            var (now, before) = (spoken.Read(paragraph, statements), _before.Spoken[paragraph]!);
            mentions = now.Mentions;
            old = before.Mentions;
            speaking = now.Speaking;
            spoke = before.Speaking;
        }
        // One that names nobody may be among them, in one text or in both: the word that is being typed.
        int first = mentions.CommonPrefixLength(old);
        int added = first < mentions.Length && IsNobody(_article, paragraph, mentions, first, statements) ? 1 : 0;
        int removed = first < old.Length && IsNobody(_old, paragraph, old, first, statements) ? 1 : 0;
        if (!mentions[(first + added)..].SequenceEqual(old[(first + removed)..])) return false;
        for (int k = 0; k < spoke.Length; k++)
        {
            if ((speaking[k] < first ? speaking[k] : speaking[k] - added) != (spoke[k] < first ? spoke[k] : spoke[k] - removed)) return false;
        }
        for (int k = 0; k < old.Length; k++)
        {
            if (k == first && removed > 0) continue;
            ref readonly var mention = ref old[k];
            if (!HasSameTokens(paragraph, TokensFor(_old.TokensOf(paragraph), mention))) return false;
            if (mention.Form == LocalForm.Name && !TitleWords.AreFollowedAlike(_article.TokensOf(paragraph), _old.TokensOf(paragraph), mention)) return false;
        }
        foreach (ref readonly var statement in statements)
        {
            if (statement.Cue.IsNone) continue;
            var cue = new TokenSpan(Math.Max(0, Math.Min(statement.Cue.Start - 1, statement.Head)), Math.Max(statement.Cue.End, statement.Head + 1));
            if (!HasSameTokens(paragraph, cue) || _article.SentenceAt(paragraph, statement.Cue.Start) != _old.SentenceAt(paragraph, statement.Cue.Start)) return false;
        }
        return true;
    }

    /// <summary>True for a mention that is resolved to nobody, and without which the others are resolved in the same way.</summary>
    private bool IsNobody(ArticleTokens article, int paragraph, ReadOnlySpan<LocalMention> mentions, int number, ReadOnlySpan<StatementTokens> statements)
    {
        ref readonly var mention = ref mentions[number];
        if (!NameBook.IsNobodyBut(mention) || _before.Speakers.NameWords.Contains(mention.Word)) return false;
        foreach (ref readonly var other in mentions)
        {
            // A description that holds a name is told of by its head alone.
            if (other.Form == LocalForm.Description && other.Phrase.Overlaps(mention.Core)) return false;
        }
        foreach (ref readonly var statement in statements)
        {
            // A verb without a subject of its own may have it as its subject, and then nobody speaks.
            if (!statement.Cue.IsNone && statement.Source.IsNone && article.SentenceAt(paragraph, statement.Cue.Start) == mention.Sentence) return false;
        }
        return true;
    }

    /// <summary>What a mention is resolved by, besides itself.</summary>
    private static TokenSpan TokensFor(ReadOnlySpan<Token> tokens, in LocalMention mention) => mention.Form switch
    {
        LocalForm.Name => TitleWords.Around(tokens, mention),
        LocalForm.Description => new TokenSpan(Math.Min(mention.Phrase.Start, mention.Core.Start), Math.Max(mention.Phrase.End, mention.Core.End)),
        _ => default,
    };

    private bool HasSameTokens(int paragraph, TokenSpan span)
    {
        ReadOnlySpan<Token> tokens = _article.TokensOf(paragraph), old = _old.TokensOf(paragraph);
        int end = Math.Min(span.End, tokens.Length);
        if (end != Math.Min(span.End, old.Length)) return false;
        for (int i = span.Start; i < end; i++)
        {
            if (tokens[i].Word != old[i].Word || tokens[i].Stem != old[i].Stem || tokens[i].Class != old[i].Class || tokens[i].Flags != old[i].Flags) return false;
        }
        return span.Start >= end
            || _article.TextOf(paragraph)[tokens[span.Start].Start..tokens[end - 1].End].SequenceEqual(_old.TextOf(paragraph)[old[span.Start].Start..old[end - 1].End]);
    }

    private ImmutableArray<Mention> Moved(ImmutableArray<Mention> mentions)
    {
        var moved = new Mention[mentions.Length];
        int p = 0;
        for (int k = 0; k < moved.Length; k++)
        {
            var (mention, span) = (mentions[k], mentions[k].Span);
            while (p + 1 < _old.Layouts.Length && _old.Layouts[p + 1].Start <= span.Start) p++;
            var place = Moved(p, span);
            moved[k] = place == span ? mention : mention with { Span = place };
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(moved);
    }

    private ImmutableArray<Entity> Moved(ImmutableArray<Entity> entities)
    {
        var moved = new Entity[entities.Length];
        bool isAnyMoved = false;
        Dictionary<Entity, int>? numbers = null;
        for (int k = 0; k < moved.Length; k++)
        {
            var entity = entities[k];
            var place = Moved(_old.FirstFrom(entity.Introduction.Start + 1) - 1, entity.Introduction);
            // Two who speak as one were entered before the pair.
            ImmutableArray<Entity> members = entity.Members.IsEmpty ? [] : [.. entity.Members.Select(member => moved[(numbers ??= NumbersOf(entities))[member]])];
            bool isSame = place == entity.Introduction && members.AsSpan().SequenceEqual(entity.Members.AsSpan());
            moved[k] = isSame ? entity : entity with { Introduction = place, Members = members };
            isAnyMoved |= !isSame;
        }
        return isAnyMoved ? ImmutableCollectionsMarshal.AsImmutableArray(moved) : entities;
    }

    private static Dictionary<Entity, int> NumbersOf(ImmutableArray<Entity> entities)
    {
        var numbers = new Dictionary<Entity, int>(entities.Length);
        for (int k = 0; k < entities.Length; k++) numbers.TryAdd(entities[k], k);
        return numbers;
    }

    /// <summary>Where a mention of the text before stands now.</summary>
    private TextSpan Moved(int paragraph, TextSpan span)
    {
        int start = _article.Layouts[paragraph].Start, oldStart = _old.Layouts[paragraph].Start;
        if (ReferenceEquals(_article.Readings[paragraph], _old.Readings[paragraph])) return span.Moved(start - oldStart);
        ReadOnlySpan<Token> tokens = _article.TokensOf(paragraph), old = _old.TokensOf(paragraph);
        int first = _old.TokenFrom(paragraph, span.Start), last = first;
        while (old[last].End < span.End - oldStart) last++;
        return TextSpan.FromBounds(start + tokens[first].Start, start + tokens[last].End);
    }
}
