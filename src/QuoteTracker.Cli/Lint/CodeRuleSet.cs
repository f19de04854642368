using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.House;

namespace QuoteTracker.Cli.Lint;

/// <summary>A newsroom's rules in C#, as far as they run.</summary>
/// <param name="Rules">Null where there are none, or where the user did not allow them.</param>
/// <param name="Files">As they were read; empty where they were not.</param>
/// <param name="Diagnostics">What there is to say about them before any article.</param>
public sealed record CodeRuleSet(CodeRules? Rules, ImmutableArray<CodeRuleFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <param name="loader">Null where the user did not allow them: then that is told, once.</param>
    public static CodeRuleSet Of(Newsroom newsroom, ICodeRuleLoader? loader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        if (newsroom.CodeRulePaths.IsEmpty) return new CodeRuleSet(null, [], []);
        if (loader is null) return new CodeRuleSet(null, [], [NotRun(newsroom.CodeRulePaths)]);
        var (files, faults) = CodeRuleFiles.Read(newsroom);
        var rules = loader.Load(newsroom.CodeRuleRequestFor(files), cancellation);
        return new CodeRuleSet(rules, files, faults.AddRange(rules.Diagnostics));
    }

    private static Diagnostic NotRun(ImmutableArray<string> paths)
    {
        var files = paths.Length == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{paths.Length} files");
        return Diagnostic.Create(HouseFaults.CodeRulesNotRun, Location.Create(paths[0], default, default), files);
    }
}
