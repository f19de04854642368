using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>Who is mentioned in an article, and who speaks.</summary>
/// <param name="Voices">Of each attribution.</param>
/// <param name="FirstPersons">The attributions whose source is <c>I</c> or <c>we</c>.</param>
/// <param name="NameWords">The words by which a name of one word may find anybody, in any of the stories.</param>
internal sealed record SpeakerResolution(
    ImmutableArray<Mention> Mentions, ImmutableArray<Entity> Entities, ImmutableArray<Attribution> Attributions, Voice[] Voices, FirstPerson[] FirstPersons, HashSet<uint> NameWords);

/// <summary>Whom an attribution's words are of.</summary>
/// <param name="Entity">The entity's number, -1 where nothing decides.</param>
/// <param name="Candidates">Where several would fit as well, their numbers.</param>
internal readonly record struct Voice(int Entity, int[] Candidates);

/// <summary>Somebody who says <c>I</c> or <c>we</c>: whoever says what that is part of.</summary>
/// <param name="Number">Of the attribution that has it as its source.</param>
/// <param name="Outer">The number of the attribution around it, -1 where there is none.</param>
internal readonly record struct FirstPerson(int Number, int Paragraph, TokenSpan Phrase, int Outer);

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
        var reader = new SpokenReader(article, spoken, language.Names);
        if (before?.Trace is { } trace && before.Date == date && ReferenceEquals(before.Registry, registry)
            && new KnownSpeakers(article, trace).Find(before.Stories, reader, stories, attributions, statements) is { } known) return known;
        var entities = new EntityList(article, before?.Entities ?? []);
        var speakers = new Speaker[attributions.Length];
        var firstPersons = new List<FirstPerson>();
        var nameWords = new HashSet<uint>();
        var contents = new Lazy<ContentOrder>(() => new ContentOrder(attributions));
        int paragraph = 0, at = 0;
        foreach (var span in stories)
        {
            int first = paragraph;
            while (paragraph < article.Layouts.Length && article.Layouts[paragraph].Start < span.End) paragraph++;
            int count = 0;
            while (at + count < statements.Length && statements[at + count].Paragraph < paragraph) count++;
            var story = new StoryReader(article, reader, language, _registry, date);
            story.Read(first, paragraph, statements.Slice(at, count), nameWords, cancellation);
            at += count;
            FindSpeakers(article, story, contents, speakers, firstPersons);
            cancellation.ThrowIfCancellationRequested();
            entities.AddStory(story.Mentions, SpeakersOf(story, speakers));
        }
        var voices = Array.ConvertAll(speakers, speaker => VoiceOf(speaker, entities));
        var mentions = entities.Mentions();
        var all = entities.Entities();
        return new SpeakerResolution(mentions, all, Attribute(attributions, voices, all), voices, [.. firstPersons], nameWords);
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

    private static void FindSpeakers(ArticleTokens article, StoryReader story, Lazy<ContentOrder> contents, Speaker[] speakers, List<FirstPerson> firstPersons)
    {
        bool hasFirstPerson = false;
        var statements = story.Statements;
        for (int k = 0, end = 0; k < statements.Count; k++)
        {
            var (statement, source) = statements[k];
            if (source is not null) speakers[statement.Number] = new Speaker(source.Referent, source);
            hasFirstPerson |= source is { Local.Form: LocalForm.FirstPerson };
            if (k < end || source is not null || !IsDependent(article, statement)) continue;
            int first = k;
            while (first > 0 && statements[first - 1].Statement.Paragraph == statement.Paragraph) first--;
            for (end = k + 1; end < statements.Count && statements[end].Statement.Paragraph == statement.Paragraph;) end++;
            FindSubjects(article, story.Mentions, CollectionsMarshal.AsSpan(statements)[first..end], speakers);
        }
        if (!hasFirstPerson) return;
        foreach (var (statement, source) in statements)
        {
            if (source is not { Local.Form: LocalForm.FirstPerson }) continue;
            int outer = contents.Value.Around(article.SpanOf(source.Paragraph, source.Local.Phrase), statement.Number);
            firstPersons.Add(new FirstPerson(statement.Number, source.Paragraph, source.Local.Phrase, outer));
            if (outer >= 0) speakers[statement.Number] = new Speaker(speakers[outer].Referent, source);
        }
    }

    /// <summary>A second verb or a participle without a subject of its own takes that of the clause before it.</summary>
    /// <param name="statements">Of one paragraph.</param>
    private static void FindSubjects(ArticleTokens article, List<StoryMention> mentions, Span<(StatementTokens Statement, StoryMention? Source)> statements, Speaker[] speakers)
    {
        var byCue = statements.ToArray();
        InsertionSort.Sort(byCue.AsSpan(), static (a, b) =>
            a.Statement.Cue.Start != b.Statement.Cue.Start ? a.Statement.Cue.Start.CompareTo(b.Statement.Cue.Start) : a.Statement.Number.CompareTo(b.Statement.Number));
        // Of each sentence the last source of a cue that has been passed.
        var last = new Dictionary<int, StoryMention>();
        int passed = 0;
        for (int k = 0; k < byCue.Length; k++)
        {
            var (statement, own) = byCue[k];
            for (; byCue[passed].Statement.Cue.Start < statement.Cue.Start; passed++)
            {
                if (byCue[passed] is not ({ Cue.IsNone: false }, { } source)) continue;
                if (!last.TryGetValue(source.Sentence, out var other) || source.Local.Core.Start > other.Local.Core.Start) last[source.Sentence] = source;
            }
            if (own is not null || !IsDependent(article, statement)) continue;
            int sentence = article.FirstSentences[statement.Paragraph] + article.SentenceAt(statement.Paragraph, statement.Cue.Start);
            var subject = last.GetValueOrDefault(sentence) ?? Discourse.MainSubject(mentions, sentence, statement.Cue.Start);
            if (subject is not null) speakers[statement.Number] = new Speaker(subject.Referent, subject);
        }
    }

    private static bool IsDependent(ArticleTokens article, in StatementTokens statement) =>
        !statement.Cue.IsNone && statement.Source.IsNone && IsDependent(article.TextOf(statement.Paragraph), article.TokensOf(statement.Paragraph), statement);

    private static bool IsDependent(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, StatementTokens statement)
    {
        ref readonly var head = ref tokens[statement.Head];
        if (!head.IsLowerWord) return false;
        if (text[head.Start..head.End].EndsWith("ing")) return true;
        int before = statement.Cue.Start - 1;
        return before >= 0 && tokens[before].Is(WordClass.Coordinator);
    }

    private static Voice VoiceOf(Speaker speaker, EntityList entities)
    {
        if (speaker.Referent is { } referent) return new Voice(entities.NumberOf(referent), []);
        if (speaker.Mention is not { Candidates.Count: > 0 } mention) return new Voice(-1, []);
        return new Voice(-1, [.. mention.Candidates.Select(entities.NumberOf).DistinctBy(number => entities[number])]);
    }

    /// <param name="attributions">With whatever speakers they had: those who still have them stay the same objects.</param>
    public static ImmutableArray<Attribution> Attribute(ImmutableArray<Attribution> attributions, Voice[] voices, ImmutableArray<Entity> entities)
    {
        var result = ImmutableArray.CreateBuilder<Attribution>(attributions.Length);
        for (int k = 0; k < attributions.Length; k++)
        {
            var (attribution, (number, others)) = (attributions[k], voices[k]);
            var entity = number < 0 ? null : entities[number];
            ImmutableArray<Entity> candidates = others.Length == 0 ? [] : [.. others.Select(other => entities[other])];
            bool isAsBefore = ReferenceEquals(attribution.Speaker, entity) && attribution.Candidates.AsSpan().SequenceEqual(candidates.AsSpan());
            result.Add(isAsBefore ? attribution : attribution with { Speaker = entity, IsAnonymous = entity?.IsAnonymous ?? false, Candidates = candidates });
        }
        return result.MoveToImmutable();
    }
}
