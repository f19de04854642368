using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace.Ledger;
using QuoteTracker.Workspace.Sources;
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

    /// <summary>The files with rules in C#, full paths in ordinal order. They are programs: who runs them asks the user first.</summary>
    public ImmutableArray<string> CodeRulePaths { get; init; } = [];

    /// <summary>The rules that hold here: quotetracker's own, and those of the configuration.</summary>
    public IEnumerable<ArticleRule> Rules => RuleCatalogue.Rules.Concat(Configuration.House.Select(static definition => new DeclarativeRule(definition)));

    /// <summary>What was checked: read when it is first asked for, for most work needs none of it.</summary>
    public LedgerReading Ledger => ReadLedger.Value;

    /// <summary>Reads the ledger, once.</summary>
    internal Lazy<LedgerReading> ReadLedger { get; init; } = new(LedgerReading.None);

    /// <summary>Runs the rules that hold here.</summary>
    /// <param name="code">The rules in C#; null where they do not run. Then an article that names one of them in a comment is right all the same.</param>
    public RuleRunner CreateRunner(CodeRules? code = null) =>
        new(Rules.Concat(code?.Rules ?? []), Configuration.Severities, CodeRulePaths.Select(CodeRuleFile.NameOf));

    /// <summary>What <see cref="ICodeRuleLoader"/> makes rules of.</summary>
    public CodeRuleRequest CodeRuleRequestFor(ImmutableArray<CodeRuleFile> files) => new()
    {
        Root = Root, Files = files, Severities = Configuration.Severities,
        Taken = [.. RuleCatalogue.Descriptors, .. Configuration.House.SelectMany(static rule => new DeclarativeRule(rule).SupportedDiagnostics)],
    };

    /// <summary>What quotations are checked against: found and indexed when first asked for.</summary>
    public SourceLibrary Sources => OpenSources.Value;

    /// <summary>True where somebody asked for <see cref="Sources"/>.</summary>
    public bool HasOpenedSources => OpenSources.IsValueCreated;

    /// <summary>Opens the sources, once.</summary>
    internal Lazy<SourceLibrary> OpenSources { get; init; } = new(() => SourceLibrary.None);

    public string ConfigurationPath => Path.Combine(Root, Configuration.FileName);

    /// <summary>Where the registry is, or would be; a full path.</summary>
    public string RegistryPath => Path.GetFullPath(Configuration.Registry, Root);

    /// <summary>Where the ledger is, or would be; a full path.</summary>
    public string LedgerPath => Path.GetFullPath(Configuration.Ledger, Root);

    /// <summary>What the newsroom knows of an article beyond its text: for the rules.</summary>
    public ArticleBackground BackgroundOf(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var background = Ledger.Document is null ? ArticleBackground.None
            : ArticleBackground.None with { Claims = Ledger.Ledger.Resolve(RelativePath(model.Article.Path), model) };
        var checks = ChecksOf(model);
        return checks.IsEmpty ? background : background with { Checks = checks };
    }

    /// <summary>The check of each direct and mixed quotation, by its attribution's id; empty where the newsroom has no sources.</summary>
    public ImmutableDictionary<string, QuotationCheck> ChecksOf(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Attributions.Any(static attribution => attribution.Kind != AttributionKind.Indirect) && Sources is { IsEmpty: false } sources
            ? sources.Checker.Check(model)
            : ImmutableDictionary<string, QuotationCheck>.Empty;
    }

    /// <summary>A path as the newsroom's own files write it: from its root, with slashes.</summary>
    public string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
