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
    private Prepared[] _articles = [];

    /// <summary>What each stage gets from the one before.</summary>
    private sealed record Prepared(Article Article, ImmutableArray<TextSpan> Paragraphs, ParagraphLayout[] Layouts, ArticleModel Model);

    [GlobalSetup]
    public void Prepare() => _articles = [.. GeneratedArticles.All.Select((text, number) =>
    {
        var article = new Article($"{number}.txt", text);
        var paragraphs = ParagraphSplitter.Split(article.Copy);
        var regions = MarkPairing.Pair(article.Copy, paragraphs);
        var layouts = ParagraphLayout.Of(article.Copy, paragraphs, StorySplitter.Split(article.Copy, paragraphs), regions);
        return new Prepared(article, paragraphs, layouts, _analyzer.Analyze(article));
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

    [Benchmark(Description = "tokens and sentences")]
    public int Tokens()
    {
        int count = 0;
        foreach (var article in _articles)
            foreach (var layout in article.Layouts) count += _reader.Prepare(article.Article.Copy.AsSpan(layout.Start, layout.Length), layout).Length;
        return count;
    }

    [Benchmark(Description = "reading (tokens, candidates, ranking)")]
    public int Reading()
    {
        int count = 0;
        foreach (var article in _articles)
        {
            var tail = default(ParagraphTail);
            foreach (var layout in article.Layouts)
            {
                var reading = _reader.Read(article.Article.Copy.AsSpan(layout.Start, layout.Length), layout, tail);
                tail = reading.Tail;
                count += reading.Attributions.Length;
            }
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
}
