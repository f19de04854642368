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

    // A reader reuses its buffers from paragraph to paragraph: one for each analysis under way.
    private readonly ConcurrentBag<ParagraphReader> _readers = [];
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

    /// <param name="before">
    /// The model of the text before an edit, by any analyzer, or of any other text: what the two have in common is not read again. The result is the same
    /// without it.
    /// </param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ArticleModel Analyze(Article article, ArticleModel? before = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        string copy = article.Copy;
        cancellation.ThrowIfCancellationRequested();
        var paragraphs = ParagraphSplitter.Split(copy);
        cancellation.ThrowIfCancellationRequested();
        var trace = before?.Trace is { } kept && kept.Weights == _weights ? kept : null;
        var known = new KnownParagraphs(copy, paragraphs, trace);
        var stories = StorySplitter.Split(copy, paragraphs);
        cancellation.ThrowIfCancellationRequested();
        var pairings = Pair(known, cancellation);
        var regions = MarkPairing.Regions(paragraphs, pairings);
        cancellation.ThrowIfCancellationRequested();
        var layouts = ParagraphLayout.Of(copy, paragraphs, stories, regions);
        var readings = Read(known, layouts, cancellation);
        var assembler = new AttributionAssembler(layouts, readings, regions, _weights.Calibration);
        var drafts = assembler.Assemble(stories, cancellation);
        var attributions = ImmutableArray.CreateBuilder<Attribution>(drafts.Count);
        var finished = new KnownAttributions(trace, layouts, drafts.Count);
        for (int k = 0; k < drafts.Count; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            attributions.Add(finished.Of(drafts[k], k) ?? assembler.Finish(drafts[k], k + 1, assembler.KindOf(drafts[k])));
        }
        var unattached = attributions.DrainToImmutable();
        var statements = StatementTokens.Of(drafts);
        var spoken = known.Spoken();
        var tokens = ArticleTokens.Of(copy, layouts, readings);
        var date = article.Date ?? Dateline.Find(tokens, LanguageData.English.Names);
        var speakers = _speakers.Resolve(tokens, spoken, stories, unattached, statements, date, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new ArticleModel
        {
            Article = article,
            Date = date,
            Registry = _registry,
            Paragraphs = paragraphs,
            Sentences = SentencesOf(layouts, readings),
            Stories = stories,
            Regions = RegionRoles.Assign(regions, speakers.Attributions, copy),
            Attributions = speakers.Attributions,
            Mentions = speakers.Mentions,
            Entities = speakers.Entities,
            Trace = new AnalysisTrace(_weights, copy, paragraphs, pairings, layouts, readings, [.. drafts], unattached, spoken),
        };
    }

    private static ParagraphPairing[] Pair(KnownParagraphs known, CancellationToken cancellation)
    {
        var beam = new MarkBeam();
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

    private ParagraphReading[] Read(KnownParagraphs known, ParagraphLayout[] layouts, CancellationToken cancellation)
    {
        if (!_readers.TryTake(out var reader)) reader = new ParagraphReader(LanguageData.English, _weights);
        try
        {
            var readings = new ParagraphReading[layouts.Length];
            for (int p = 0; p < layouts.Length; p++)
            {
                cancellation.ThrowIfCancellationRequested();
                readings[p] = known.ReadingOf(p, layouts, readings) ?? reader.Read(known.TextOf(p), layouts[p], ParagraphTail.Before(p, layouts, readings));
            }
            return readings;
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    private static ImmutableArray<TextSpan> SentencesOf(ParagraphLayout[] layouts, ParagraphReading[] readings)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>(readings.Sum(static reading => reading.Sentences.Length));
        for (int p = 0; p < layouts.Length; p++)
        {
            var tokens = readings[p].Tokens;
            foreach (var s in readings[p].Sentences) sentences.Add(TextSpan.FromBounds(layouts[p].Start + tokens[s.First].Start, layouts[p].Start + tokens[s.End - 1].End));
        }
        return sentences.DrainToImmutable();
    }
}
