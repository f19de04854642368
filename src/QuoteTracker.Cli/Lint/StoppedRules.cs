using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;

namespace QuoteTracker.Cli.Lint;

/// <summary>
/// The house rules that broke so far, in the order of the articles: each is told once, and what it finds from then on is left out. Articles are linted at
/// once in any order, so it is settled here, where they come in theirs.
/// </summary>
internal sealed class StoppedRules
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>What is left of a report about an article.</summary>
    public FileReport Without(FileReport report) =>
        _names.Count > 0 && report.Findings.Any(IsLeftOut) ? report with { Findings = [.. report.Findings.Where(finding => !IsLeftOut(finding))] } : report;

    /// <summary>What is new in a report about a rule's file; null where nothing is.</summary>
    public FileReport? News(FileReport report)
    {
        var fresh = report with { Findings = [.. report.Findings.Where(finding => finding.Id != HouseFaults.RuleStopped.Id || _names.Add(CodeRuleFile.NameOf(report.Key)))] };
        return fresh.Findings.IsEmpty ? null : fresh;
    }

    private bool IsLeftOut(Finding finding) => _names.Contains(finding.Name);
}
