using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Benchmarks;

/// <summary>The stages of the engine, each over all generated articles on one thread, and the whole of it.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private readonly ArticleAnalyzer _analyzer = new(Registry.Empty);
    private readonly ParagraphReader _reader = new(LanguageData.English, RankerWeights.English);
    private readonly RuleRunner _rules = new(RuleCatalogue.Rules, RuleSeverities.Default);
    private readonly SpeakerResolver _resolver = new(Registry.Empty, LanguageData.English);
    private readonly List<Sentence> _sentences = [];
    private Token[] _tokens = new Token[512];
    private Prepared[] _articles = [];

    /// <summary>What each stage gets from the one before.</summary>
    private sealed record Prepared(
        Article Article, ImmutableArray<TextSpan> Paragraphs, ImmutableArray<TextSpan> Stories, ImmutableArray<QuotationRegion> Regions, ParagraphLayout[] Layouts,
        Token[][] Tokens, ParagraphReading[] Readings, ArticleModel Model);

    [GlobalSetup]
    public void Prepare() => _articles = [.. GeneratedArticles.All.Select((text, number) =>
    {
        var article = new Article($"{number}.txt", text);
        var paragraphs = ParagraphSplitter.Split(article.Copy);
        var stories = StorySplitter.Split(article.Copy, paragraphs);
        var regions = MarkPairing.Pair(article.Copy, paragraphs);
        var layouts = ParagraphLayout.Of(article.Copy, paragraphs, stories, regions);
        var readings = Read(article, layouts);
        return new Prepared(article, paragraphs, stories, regions, layouts, [.. readings.Select(static reading => reading.Tokens)], readings, _analyzer.Analyze(article));
    })];

    [Benchmark(Description = "paragraphs and stories")]
    public int Paragraphs()
    {
        int count = 0;
        foreach (var article in _articles)
        {
            var paragraphs = ParagraphSplitter.Split(article.Article.Copy);
            count += paragraphs.Length + StorySplitter.Split(article.Article.Copy, paragraphs).Length;
        }
        return count;
    }

    [Benchmark(Description = "pairing of marks")]
    public int Pairing()
    {
        int count = 0;
        foreach (var article in _articles) count += MarkPairing.Pair(article.Article.Copy, article.Paragraphs).Length;
        return count;
    }

    [Benchmark(Description = "tokens")]
    public int Tokens()
    {
        int count = 0;
        foreach (var article in _articles)
            foreach (var layout in article.Layouts) count += Tokenizer.Tokenize(article.Article.Copy.AsSpan(layout.Start, layout.Length), layout.Parts, LanguageData.English, ref _tokens);
        return count;
    }

    [Benchmark(Description = "sentences")]
    public int Sentences()
    {
        int count = 0;
        foreach (var article in _articles)
            foreach (var tokens in article.Tokens)
            {
                _sentences.Clear();
                SentenceSplitter.Split(tokens, LanguageData.English, _sentences);
                count += _sentences.Count;
            }
        return count;
    }

    [Benchmark(Description = "reading (tokens, sentences, candidates, ranking)")]
    public int Reading()
    {
        int count = 0;
        foreach (var article in _articles) count += Read(article.Article, article.Layouts).Length;
        return count;
    }

    [Benchmark(Description = "attributions and speakers")]
    public int Speakers()
    {
        int count = 0;
        foreach (var article in _articles)
        {
            var assembler = new AttributionAssembler(article.Layouts, article.Readings, article.Regions, RankerWeights.English.Calibration);
            var drafts = assembler.Assemble(article.Stories, 0, article.Layouts.Length, CancellationToken.None);
            var attributions = drafts.Select((draft, number) => assembler.Finish(draft, number + 1, assembler.KindOf(draft))).ToImmutableArray();
            var tokens = ArticleTokens.Of(article.Article.Copy, article.Layouts, article.Readings, [], default);
            var spoken = new SpokenParagraph?[article.Layouts.Length];
            count += _resolver.Resolve(tokens, spoken, article.Stories, attributions, StatementTokens.Of(drafts), date: null, before: null, CancellationToken.None).Entities.Length;
        }
        return count;
    }

    [Benchmark(Description = "whole analysis", Baseline = true)]
    public int Analysis()
    {
        int count = 0;
        foreach (var article in _articles) count += _analyzer.Analyze(article.Article).Attributions.Length;
        return count;
    }

    [Benchmark(Description = "rules over the models")]
    public int Rules()
    {
        int count = 0;
        foreach (var article in _articles) count += _rules.Run(article.Model).Length;
        return count;
    }

    /// <summary>Text that is no article, as strangers send it: the work grows with its length, or this shows it.</summary>
    [Benchmark(Description = "one sentence of 40,000 words, without a comma")]
    public int EndlessSentence() => _analyzer.Analyze(EndlessSentenceArticle).Attributions.Length;

    private static readonly Article EndlessSentenceArticle =
        new("endless.txt", string.Concat(Enumerable.Repeat("the harbour office said that boats would leave the pier before the storm and warned of delays ", 2_400)));

    private ParagraphReading[] Read(Article article, ParagraphLayout[] layouts)
    {
        var readings = new ParagraphReading[layouts.Length];
        for (int p = 0; p < layouts.Length; p++)
            readings[p] = _reader.Read(article.Copy.AsSpan(layouts[p].Start, layouts[p].Length), layouts[p], ParagraphTail.Before(p, layouts, readings));
        return readings;
    }
}
