using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Lint;

/// <summary>Which rules the command line asks for: <c>--select</c> and <c>--ignore</c>.</summary>
/// <param name="select">Ids, the beginnings of ids (<c>QT02</c>) and names; empty for all rules.</param>
/// <param name="ignore">The same, and stronger.</param>
public sealed class RuleSelection(ImmutableArray<string> select, ImmutableArray<string> ignore)
{
    public bool IsExplicit => !select.IsEmpty;

    public bool Shows(DiagnosticDescriptor rule) =>
        (select.IsEmpty || select.Any(pattern => Matches(rule, pattern))) && !ignore.Any(pattern => Matches(rule, pattern));

    /// <returns>The patterns that no rule matches.</returns>
    public IEnumerable<string> Unknown(IEnumerable<DiagnosticDescriptor> rules) =>
        select.Concat(ignore).Where(pattern => !rules.Any(rule => Matches(rule, pattern)));

    private static bool Matches(DiagnosticDescriptor rule, string pattern) =>
        rule.Name.Equals(pattern, StringComparison.OrdinalIgnoreCase)
        || (pattern.Length >= 2 && rule.Id.StartsWith(pattern, StringComparison.OrdinalIgnoreCase));
}
