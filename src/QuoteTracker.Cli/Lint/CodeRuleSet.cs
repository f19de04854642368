using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
    /// <param name="numberOf">See <see cref="CodeRuleRequest.NumberOf"/>.</param>
    public static CodeRuleSet Of(Newsroom newsroom, ICodeRuleLoader? loader, Func<string, int> numberOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        if (newsroom.CodeRulePaths.IsEmpty) return new CodeRuleSet(null, [], []);
        if (loader is null) return new CodeRuleSet(null, [], CodeRuleFiles.NotRun(newsroom) is { } told ? [told] : []);
        var (files, faults) = CodeRuleFiles.Read(newsroom);
        var rules = loader.Load(newsroom.CodeRuleRequestFor(files) with { NumberOf = numberOf }, cancellation);
        return new CodeRuleSet(rules, files, faults.AddRange(rules.Diagnostics));
    }
}
