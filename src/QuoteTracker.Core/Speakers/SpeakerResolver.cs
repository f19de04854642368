using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>Who is mentioned in an article, and who speaks.</summary>
internal sealed record SpeakerResolution(ImmutableArray<Mention> Mentions, ImmutableArray<Entity> Entities, ImmutableArray<Attribution> Attributions);

/// <summary>Mentions to canonical mentions to entities to registry entries, story by story; then the speakers of the attributions.</summary>
internal sealed class SpeakerResolver(Registry registry, LanguageData language)
{
    private readonly RegistryIndex _registry = new(registry, language);

    /// <param name="spoken">For each paragraph what was read of it before, null where nothing was; takes what is read now.</param>
    /// <param name="statements">For each attribution its cue and source, by paragraph.</param>
    /// <param name="before">The model of the text before an edit.</param>
    public SpeakerResolution Resolve(
        ArticleTokens article, SpokenParagraph?[] spoken, ImmutableArray<TextSpan> stories, ImmutableArray<Attribution> attributions, ReadOnlySpan<StatementTokens> statements,
        DateOnly? date, ArticleModel? before, CancellationToken cancellation)
    {
        var entities = new EntityList(article, before?.Entities ?? []);
        var speakers = new Speaker[attributions.Length];
        int paragraph = 0, at = 0;
        foreach (var story in stories)
        {
            int first = paragraph;
            while (paragraph < article.Layouts.Length && article.Layouts[paragraph].Start < story.End) paragraph++;
            int count = 0;
            while (at + count < statements.Length && statements[at + count].Paragraph < paragraph) count++;
            var reader = new StoryReader(article, spoken, language, _registry, date);
            reader.Read(first, paragraph, statements.Slice(at, count), cancellation);
            at += count;
            FindSpeakers(article, reader, attributions, speakers);
            cancellation.ThrowIfCancellationRequested();
            entities.AddStory(reader.Mentions, SpeakersOf(reader, speakers));
        }
        return new SpeakerResolution(entities.Mentions(), entities.Entities(), Attribute(attributions, speakers, entities, before));
    }

    private static List<Referent> SpeakersOf(StoryReader story, Speaker[] speakers)
    {
        var referents = new List<Referent>(story.Statements.Count);
        foreach (var (statement, _) in story.Statements)
        {
            if (speakers[statement.Number].Referent is { } referent) referents.Add(referent);
        }
        return referents;
    }

    private readonly record struct Speaker(Referent? Referent, StoryMention? Mention);

    private static void FindSpeakers(ArticleTokens article, StoryReader story, ImmutableArray<Attribution> attributions, Speaker[] speakers)
    {
        bool hasFirstPerson = false;
        for (int k = 0; k < story.Statements.Count; k++)
        {
            var (statement, source) = story.Statements[k];
            if (source is null && !statement.Cue.IsNone && statement.Source.IsNone) source = SubjectOf(article, story, k);
            else hasFirstPerson |= source is { Local.Form: LocalForm.FirstPerson };
            if (source is not null) speakers[statement.Number] = new Speaker(source.Referent, source);
        }
        if (!hasFirstPerson) return;
        foreach (var (statement, source) in story.Statements)
        {
            if (source is { Local.Form: LocalForm.FirstPerson } && Around(attributions, statement.Number, article.SpanOf(source.Paragraph, source.Local.Phrase)) is >= 0 and var outer)
                speakers[statement.Number] = new Speaker(speakers[outer].Referent, source);
        }
    }

    /// <summary>A second verb or a participle without a subject of its own takes that of the clause before it.</summary>
    private static StoryMention? SubjectOf(ArticleTokens article, StoryReader story, int number)
    {
        var statement = story.Statements[number].Statement;
        var tokens = article.TokensOf(statement.Paragraph);
        if (!IsDependent(article.TextOf(statement.Paragraph), tokens, statement)) return null;
        StoryMention? best = null;
        int sentence = SentenceOf(article, statement.Paragraph, statement.Cue.Start);
        while (number > 0 && story.Statements[number - 1].Statement.Paragraph == statement.Paragraph) number--;
        for (; number < story.Statements.Count && story.Statements[number].Statement.Paragraph == statement.Paragraph; number++)
        {
            var (other, source) = story.Statements[number];
            if (source is null || source.Sentence != sentence || other.Cue.IsNone || other.Cue.Start >= statement.Cue.Start) continue;
            if (best is null || source.Local.Core.Start > best.Local.Core.Start) best = source;
        }
        return best ?? Discourse.MainSubject(story.Mentions, sentence, statement.Cue.Start);
    }

    private static bool IsDependent(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, StatementTokens statement)
    {
        ref readonly var head = ref tokens[statement.Head];
        if (!head.IsLowerWord) return false;
        if (text[head.Start..head.End].EndsWith("ing")) return true;
        int before = statement.Cue.Start - 1;
        return before >= 0 && tokens[before].Is(WordClass.Coordinator);
    }

    private static int SentenceOf(ArticleTokens article, int paragraph, int token)
    {
        var sentences = article.Readings[paragraph].Sentences;
        int n = 0;
        while (n + 1 < sentences.Length && sentences[n + 1].First <= token) n++;
        return article.FirstSentences[paragraph] + n;
    }

    /// <summary>The attribution with the narrowest content around a span, -1 where there is none.</summary>
    private static int Around(ImmutableArray<Attribution> attributions, int inner, TextSpan span)
    {
        int best = -1, width = int.MaxValue;
        for (int k = 0; k < attributions.Length && attributions[k].Content[0].Start <= span.Start; k++)
        {
            if (k == inner) continue;
            foreach (var content in attributions[k].Content)
            {
                if (!content.Contains(span) || content.Length >= width) continue;
                best = k;
                width = content.Length;
            }
        }
        return best;
    }

    private static ImmutableArray<Attribution> Attribute(ImmutableArray<Attribution> attributions, Speaker[] speakers, EntityList entities, ArticleModel? before)
    {
        var unattached = before?.Trace?.Unattached ?? [];
        var result = ImmutableArray.CreateBuilder<Attribution>(attributions.Length);
        for (int k = 0; k < attributions.Length; k++)
        {
            var (referent, mention) = speakers[k];
            var entity = referent is null ? null : entities.EntityOf(referent);
            ImmutableArray<Entity> candidates = entity is null && mention is not null ? [.. mention.Candidates.Select(entities.EntityOf).OfType<Entity>().Distinct()] : [];
            bool isAsBefore = k < unattached.Length && ReferenceEquals(attributions[k], unattached[k])
                && ReferenceEquals(before!.Attributions[k].Speaker, entity) && before.Attributions[k].Candidates.AsSpan().SequenceEqual(candidates.AsSpan());
            result.Add(isAsBefore ? before!.Attributions[k] : attributions[k] with { Speaker = entity, IsAnonymous = entity?.IsAnonymous ?? false, Candidates = candidates });
        }
        return result.MoveToImmutable();
    }
}
