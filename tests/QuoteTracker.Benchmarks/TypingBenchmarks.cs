using BenchmarkDotNet.Attributes;
using QuoteTracker.Benchmarks.Server;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Benchmarks;

/// <summary>What one key in the middle of an article of 10,000 words and 300 quotations costs the engine.</summary>
[MemoryDiagnoser]
public class TypingBenchmarks
{
    private readonly ArticleAnalyzer _analyzer = new(Registry.Empty);
    private readonly RuleRunner _rules = new(RuleCatalogue.Rules, RuleSeverities.Default);
    private string _text = "";
    private ArticleModel? _before;
    private ArticleModel? _after;

    [GlobalSetup]
    public void Prepare()
    {
        string text = GeneratedNewsroom.Article(-1, words: 10_000, quotations: 300);
        _before = _analyzer.Analyze(new Article("a.txt", text));
        _text = text.Insert(text.IndexOf(" said", text.Length / 2, StringComparison.Ordinal), "x");
        _after = _analyzer.Analyze(new Article("a.txt", _text), _before);
    }

    [Benchmark(Description = "analysis from scratch", Baseline = true)]
    public int Whole() => _analyzer.Analyze(new Article("a.txt", _text)).Attributions.Length;

    [Benchmark(Description = "analysis from the text before")]
    public int Incremental() => _analyzer.Analyze(new Article("a.txt", _text), _before).Attributions.Length;

    [Benchmark(Description = "paragraphs and stories alone")]
    public int Paragraphs()
    {
        var paragraphs = ParagraphSplitter.Split(_text);
        return StorySplitter.Split(_text, paragraphs).Length;
    }

    [Benchmark(Description = "rules")]
    public int Rules() => _rules.Run(_after!).Length;
}
