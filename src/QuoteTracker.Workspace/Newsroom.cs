using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Workspace;

/// <summary>A folder of articles with its configuration and its speakers. Immutable.</summary>
public sealed record Newsroom
{
    /// <summary>The folder of <c>quotetracker.yaml</c>, or where there is none the folder that was asked for; a full path.</summary>
    public required string Root { get; init; }

    /// <summary>Null where there is no <c>quotetracker.yaml</c>, or it cannot be read.</summary>
    public ConfigurationDocument? ConfigurationDocument { get; init; }

    /// <summary>Null where there is no registry, or it cannot be read.</summary>
    public RegistryDocument? RegistryDocument { get; init; }

    /// <summary>The faults of both files, those of the configuration first.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public Configuration Configuration => ConfigurationDocument?.Configuration ?? Configuration.Default;

    public Registry Registry => RegistryDocument?.Registry ?? Registry.Empty;

    /// <summary>The rules that hold here: quotetracker's own, and those of the configuration.</summary>
    public IEnumerable<ArticleRule> Rules => RuleCatalogue.Rules.Concat(Configuration.House.Select(static definition => new DeclarativeRule(definition)));

    public string ConfigurationPath => Path.Combine(Root, Configuration.FileName);

    /// <summary>Where the registry is, or would be; a full path.</summary>
    public string RegistryPath => Path.GetFullPath(Configuration.Registry, Root);

    /// <summary>A path as the newsroom's own files write it: from its root, with slashes.</summary>
    public string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
