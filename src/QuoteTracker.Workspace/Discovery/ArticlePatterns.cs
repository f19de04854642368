using Microsoft.Extensions.FileSystemGlobbing;
using QuoteTracker.Workspace.House;

namespace QuoteTracker.Workspace.Discovery;

/// <summary>Which files of a newsroom are articles: by its configuration, not by what they hold.</summary>
public sealed class ArticlePatterns
{
    private readonly Newsroom newsroom;
    private readonly Matcher matcher = new(StringComparison.OrdinalIgnoreCase);

    public ArticlePatterns(Newsroom newsroom)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        this.newsroom = newsroom;
        var configuration = newsroom.Configuration;
        matcher.AddIncludePatterns(configuration.Articles);
        matcher.AddExcludePatterns(configuration.Exclude);
        matcher.AddExcludePatterns(configuration.Sources);
        // A rule's page and its tests stand beside it: articles about articles, and faulty on purpose.
        foreach (var pattern in configuration.HouseRules.Where(static pattern => pattern.EndsWith(CodeRuleFiles.Extension, StringComparison.OrdinalIgnoreCase)))
            matcher.AddExcludePatterns(CodeRuleFiles.CompanionExtensions.Select(extension => pattern[..^CodeRuleFiles.Extension.Length] + extension));
        matcher.AddExcludePatterns([configuration.Registry, configuration.Ledger, Configuration.FileName]);
    }

    /// <param name="path">A full path; the file need not exist.</param>
    public bool IsArticle(string path) => matcher.Match(newsroom.Root, newsroom.RelativePath(path)).HasMatches;

    /// <param name="relativePaths">As <see cref="Newsroom.RelativePath"/> gives them.</param>
    /// <returns>Those that are articles.</returns>
    public IEnumerable<string> Among(IEnumerable<string> relativePaths) => matcher.Match(newsroom.Root, relativePaths).Files.Select(match => match.Path);
}
