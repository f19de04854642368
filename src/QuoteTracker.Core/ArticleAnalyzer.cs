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

    public ArticleModel Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        string copy = article.Copy;
        var paragraphs = ParagraphSplitter.Split(copy);
        var stories = StorySplitter.Split(copy, paragraphs);
        var regions = MarkPairing.Pair(copy, paragraphs);
        var layouts = ParagraphLayout.Of(copy, paragraphs, stories, regions);
        var readings = Read(copy, layouts);
        var assembler = new AttributionAssembler(layouts, readings, regions, _weights.Calibration);
        var drafts = assembler.Assemble(stories);
        var attributions = ImmutableArray.CreateBuilder<Attribution>(drafts.Count);
        foreach (var draft in drafts) attributions.Add(assembler.Finish(draft, attributions.Count + 1, assembler.KindOf(draft)));
        var statements = StatementTokens.Of(drafts);
        var tokens = ArticleTokens.Of(copy, layouts, readings);
        var date = article.Date ?? Dateline.Find(tokens, LanguageData.English.Names);
        var speakers = _speakers.Resolve(tokens, stories, attributions.DrainToImmutable(), statements, date);
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
        };
    }

    private ParagraphReading[] Read(string copy, ParagraphLayout[] layouts)
    {
        if (!_readers.TryTake(out var reader)) reader = new ParagraphReader(LanguageData.English, _weights);
        var readings = new ParagraphReading[layouts.Length];
        var tail = default(ParagraphTail);
        for (int p = 0; p < layouts.Length; p++)
        {
            var layout = layouts[p];
            if (layout.IsHeadline) tail = default;
            readings[p] = reader.Read(copy.AsSpan(layout.Start, layout.Length), layout, tail);
            tail = readings[p].Tail;
        }
        _readers.Add(reader);
        return readings;
    }

    private static ImmutableArray<TextSpan> SentencesOf(ParagraphLayout[] layouts, ParagraphReading[] readings)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        for (int p = 0; p < layouts.Length; p++)
        {
            var tokens = readings[p].Tokens;
            foreach (var s in readings[p].Sentences) sentences.Add(TextSpan.FromBounds(layouts[p].Start + tokens[s.First].Start, layouts[p].Start + tokens[s.End - 1].End));
        }
        return sentences.DrainToImmutable();
    }
}
