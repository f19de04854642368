using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core;

/// <summary>Text in, model out. Thread-safe; never throws on any text.</summary>
public sealed class ArticleAnalyzer
{
    private readonly Registry _registry;
    private readonly RankerWeights _weights;

    // They use their buffers again from paragraph to paragraph: one of each for each analysis under way.
    private readonly ConcurrentBag<Readers> _readers = [];
    private readonly SpeakerResolver _speakers;

    public ArticleAnalyzer(Registry registry)
        : this(registry, RankerWeights.English)
    {
    }

    internal ArticleAnalyzer(Registry registry, RankerWeights weights)
    {
        _registry = registry;
        _weights = weights;
        _speakers = new SpeakerResolver(registry, LanguageData.English);
    }

    private sealed record Readers(MarkBeam Marks, ParagraphReader Paragraphs);

    /// <param name="before">
    /// The model of the text before an edit, by any analyzer, or of any other text: what the two have in common is not read again. The result is the same
    /// without it.
    /// </param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ArticleModel Analyze(Article article, ArticleModel? before = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!_readers.TryTake(out var readers)) readers = new Readers(new MarkBeam(), new ParagraphReader(LanguageData.English, _weights));
        try
        {
            return Analyze(article, before, readers, cancellation);
        }
        finally
        {
            _readers.Add(readers);
        }
    }

    private ArticleModel Analyze(Article article, ArticleModel? before, Readers readers, CancellationToken cancellation)
    {
        string copy = article.Copy;
        cancellation.ThrowIfCancellationRequested();
        if (before?.Trace?.Weights != _weights) before = null;
        var trace = before?.Trace;
        var sameText = trace is null ? default : SameEnds.Of(trace.Copy, copy);
        if (before is not null) article.FindLinesFrom(before.Article, sameText);
        int moved = trace is null ? 0 : copy.Length - trace.Copy.Length;
        var lines = trace is null ? ParagraphSplitter.Lines(copy) : ParagraphSplitter.Lines(copy, trace.Copy, trace.Lines, sameText);
        var paragraphs = ParagraphSplitter.Join(copy, lines);
        cancellation.ThrowIfCancellationRequested();
        var known = new KnownParagraphs(copy, paragraphs, trace, sameText);
        var stories = StorySplitter.Split(copy, paragraphs);
        cancellation.ThrowIfCancellationRequested();
        var pairings = Pair(known, readers.Marks, cancellation);
        byte[] chosen = MarkPairing.Choose(pairings);
        var sameRegions = known.SameRegions(pairings, chosen);
        var regions = KnownRegions.Of(paragraphs, pairings, chosen, before, sameRegions, moved);
        cancellation.ThrowIfCancellationRequested();
        var layouts = ParagraphLayout.Of(copy, paragraphs, stories, regions, trace?.Layouts ?? [], before?.Regions.Length ?? 0, sameRegions);
        var readings = Read(known, layouts, readers.Paragraphs, cancellation);
        var same = known.SameAttributions(sameRegions, layouts, readings);
        var assembler = new AttributionAssembler(layouts, readings, regions, _weights.Calibration);
        var drafts = KnownAttributions.Of(assembler, stories, paragraphs.Length, before, same, moved, out var statements, cancellation);
        var spoken = known.Spoken();
        var tokens = ArticleTokens.Of(copy, layouts, readings, trace?.FirstSentences ?? [], same);
        var date = article.Date ?? Dateline.Find(tokens, LanguageData.English.Names);
        var speakers = _speakers.Resolve(tokens, spoken, stories, drafts, statements, date, before, cancellation);
        cancellation.ThrowIfCancellationRequested();
        int first = KnownRegions.FirstIn(regions, paragraphs, same.First), end = KnownRegions.FirstIn(regions, paragraphs, paragraphs.Length - same.Last);
        var owned = RegionRoles.Assign(regions, speakers.Attributions, copy, first, end, KnownAttributions.FirstIn(speakers.Attributions, paragraphs, same.First), trace?.Owners ?? [], before?.Attributions.Length ?? 0, out int[] owners);
        return new ArticleModel
        {
            Article = article,
            Date = date,
            Registry = _registry,
            Paragraphs = paragraphs,
            Sentences = SentencesOf(tokens, before?.Sentences ?? [], same, moved),
            Stories = stories,
            Regions = owned,
            Attributions = speakers.Attributions,
            Mentions = speakers.Mentions,
            Entities = speakers.Entities,
            Trace = new AnalysisTrace(_weights, copy, lines, paragraphs, pairings, chosen, layouts, readings, statements, owners, spoken, speakers, tokens.FirstSentences),
        };
    }

    private static ParagraphPairing[] Pair(KnownParagraphs known, MarkBeam beam, CancellationToken cancellation)
    {
        var state = PairingState.Settled;
        var pairings = new ParagraphPairing[known.Count];
        for (int p = 0; p < pairings.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            int taken = known.TakePairings(p, state, pairings);
            if (taken == 0) pairings[p] = beam.Read(state, known.TextOf(p));
            p += Math.Max(1, taken);
            state = pairings[p - 1].End;
        }
        return pairings;
    }

    private static ParagraphReading[] Read(KnownParagraphs known, ParagraphLayout[] layouts, ParagraphReader reader, CancellationToken cancellation)
    {
        var readings = new ParagraphReading[layouts.Length];
        for (int p = known.TakeReadings(0, layouts, readings); p < layouts.Length; p += 1 + known.TakeReadings(p + 1, layouts, readings))
        {
            cancellation.ThrowIfCancellationRequested();
            readings[p] = reader.Read(known.TextOf(p), layouts[p], ParagraphTail.Before(p, layouts, readings));
        }
        return readings;
    }

    private static ImmutableArray<TextSpan> SentencesOf(ArticleTokens article, ImmutableArray<TextSpan> before, SameEnds same, int moved)
    {
        var (layouts, readings, first) = (article.Layouts, article.Readings, article.FirstSentences);
        int count = readings.Length == 0 ? 0 : first[^1] + readings[^1].Sentences.Length, to = readings.Length - same.Last;
        var sentences = ImmutableArray.CreateBuilder<TextSpan>(count);
        sentences.AddRange(before.AsSpan(0, same.First == readings.Length ? count : first[same.First]));
        for (int p = same.First; p < to; p++)
        {
            var tokens = readings[p].Tokens;
            foreach (var s in readings[p].Sentences) sentences.Add(TextSpan.FromBounds(layouts[p].Start + tokens[s.First].Start, layouts[p].Start + tokens[s.End - 1].End));
        }
        foreach (var sentence in before.AsSpan((before.Length - count + sentences.Count)..)) sentences.Add(sentence.Moved(moved));
        return sentences.MoveToImmutable();
    }
}
