using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Ide;

/// <summary>A newsroom and what reads its articles: made once from its registry and its configuration. Thread-safe.</summary>
public sealed class NewsroomTools
{
    private readonly Lazy<RuleRunner> _runner;
    private readonly Lazy<ArticlePatterns> _patterns;

    internal NewsroomTools(Newsroom newsroom)
    {
        Newsroom = newsroom;
        Analyzer = new ArticleAnalyzer(newsroom.Registry);
        _runner = new(() => new RuleRunner(newsroom.Rules, newsroom.Configuration.Severities));
        _patterns = new(() => new ArticlePatterns(newsroom));
    }

    public Newsroom Newsroom { get; }

    public ArticleAnalyzer Analyzer { get; }

    public RuleRunner Rules => _runner.Value;

    public ArticlePatterns Patterns => _patterns.Value;
}

/// <summary>The newsrooms as they are at one moment. Thread-safe.</summary>
/// <param name="openText">The text of a YAML file that the editor has open, by full path; null for one that is as on disk.</param>
internal sealed class NewsroomTable(Func<string, SourceText?> openText)
{
    private readonly NewsroomFinder _finder = new(RuleCatalogue.Descriptors, openText);
    private readonly ConcurrentDictionary<string, NewsroomTools> _byRoot = new(StringComparer.Ordinal);

    public NewsroomFinder Finder => _finder;

    /// <param name="root">The newsroom's folder where no configuration is found; null for the file's own.</param>
    public NewsroomTools For(string path, string? root)
    {
        var newsroom = _finder.For(path, root);
        return _byRoot.GetOrAdd(newsroom.Root, static (_, found) => new NewsroomTools(found), newsroom);
    }
}
