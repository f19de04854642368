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
    // Asked at each key, and answered by patterns.
    private readonly ConcurrentDictionary<string, FileRole> _roles = new(StringComparer.Ordinal);
    private readonly Lazy<RuleRunner> _runner;
    private readonly Lazy<RuleRunner> _cueRunner;
    private readonly Lazy<ArticlePatterns> _patterns;

    internal NewsroomTools(Newsroom newsroom, LoadedCodeRules? codeRules)
    {
        Newsroom = newsroom;
        CodeRules = codeRules;
        Analyzer = new ArticleAnalyzer(newsroom.Registry);
        _runner = new(() => newsroom.CreateRunner(codeRules?.Rules));
        _cueRunner = new(() => new RuleRunner([new LoadedCue()], newsroom.Configuration.Severities));
        _patterns = new(() => new ArticlePatterns(newsroom));
    }

    public Newsroom Newsroom { get; }

    /// <summary>The newsroom's rules in C#; null where they do not run.</summary>
    public LoadedCodeRules? CodeRules { get; }

    /// <summary>All rules that hold here.</summary>
    public IEnumerable<ArticleRule> AllRules => Newsroom.Rules.Concat(CodeRules?.Rules.Rules ?? []);

    public ArticleAnalyzer Analyzer { get; }

    public RuleRunner Rules => _runner.Value;

    /// <summary>What tells of a cue that it is loaded, and nothing else: for who cannot wait for all rules.</summary>
    public RuleRunner CueRules => _cueRunner.Value;

    public ArticlePatterns Patterns => _patterns.Value;

    /// <summary>What an open file is to this newsroom.</summary>
    internal FileRole RoleOf(string path) => _roles.GetOrAdd(path, static (path, tools) =>
        path == tools.Newsroom.ConfigurationPath ? FileRole.Configuration
        : path == tools.Newsroom.RegistryPath ? FileRole.Registry
        : path == tools.Newsroom.LedgerPath ? FileRole.Ledger
        : tools.Newsroom.CodeRulePaths.Contains(path) ? FileRole.HouseRule
        : tools.Patterns.IsArticle(path) ? FileRole.Article : FileRole.Other, this);
}

/// <summary>The newsrooms as they are at one moment. Thread-safe.</summary>
/// <param name="openText">The text of a YAML file that the editor has open, by full path; null for one that is as on disk.</param>
/// <param name="codeRules">By the newsroom's root; null for none.</param>
internal sealed class NewsroomTable(Func<string, SourceText?> openText, Func<string, LoadedCodeRules?> codeRules)
{
    private readonly NewsroomFinder _finder = new(RuleCatalogue.Descriptors, openText);
    private readonly ConcurrentDictionary<string, NewsroomTools> _byRoot = new(StringComparer.Ordinal);

    public NewsroomFinder Finder => _finder;

    /// <param name="root">The newsroom's folder where no configuration is found; null for the file's own.</param>
    public NewsroomTools For(string path, string? root)
    {
        var newsroom = _finder.For(path, root);
        return _byRoot.GetOrAdd(newsroom.Root, (root, found) => new NewsroomTools(found, codeRules(root)), newsroom);
    }
}
