using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;

namespace QuoteTracker.Workspace;

/// <summary>What <c>quotetracker.yaml</c> says; what it does not say is as <see cref="Default"/>.</summary>
public sealed record Configuration
{
    /// <summary>The name of the file, looked for in each folder upwards.</summary>
    public const string FileName = "quotetracker.yaml";

    public static Configuration Default { get; } = new();

    /// <summary>The languages that the engine reads.</summary>
    public static ImmutableArray<string> Languages { get; } = ["en"];

    /// <summary>Patterns of the files that are articles, relative to the newsroom's root.</summary>
    public ImmutableArray<string> Articles { get; init; } = ["**/*.txt", "**/*.md"];

    /// <summary>Patterns of the files that are none, even if <see cref="Articles"/> matches them.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    public string Language { get; init; } = "en";

    /// <summary>The speakers' file, relative to the newsroom's root.</summary>
    public string Registry { get; init; } = "speakers.yaml";

    /// <summary>Patterns of transcripts and documents to check quotations against; they are not articles.</summary>
    public ImmutableArray<string> Sources { get; init; } = ["sources/**"];

    /// <summary>The file that records what was checked, relative to the newsroom's root.</summary>
    public string Ledger { get; init; } = "claims.jsonl";

    /// <summary>Patterns of the files with the newsroom's own rules in C#.</summary>
    public ImmutableArray<string> HouseRules { get; init; } = ["house-rules/*.cs"];

    /// <summary>The newsroom's own rules that the configuration itself defines.</summary>
    public ImmutableArray<HouseRuleDefinition> House { get; init; } = [];

    /// <summary>How much the findings of each rule weigh here.</summary>
    public RuleSeverities Severities { get; init; } = RuleSeverities.Default;
}

/// <summary>A configuration, the text it was read from, and the faults in it.</summary>
/// <param name="Path">The file; it names the place of the faults.</param>
/// <param name="RegistrySpan">The value of <c>registry</c>, null where it is not given; UTF-16 offsets, end exclusive.</param>
/// <param name="Diagnostics">In the order of the file.</param>
public sealed record ConfigurationDocument(string Path, SourceText Text, Configuration Configuration, TextSpan? RegistrySpan, ImmutableArray<Diagnostic> Diagnostics);
