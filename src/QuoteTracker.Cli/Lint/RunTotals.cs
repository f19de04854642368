using Microsoft.CodeAnalysis;

namespace QuoteTracker.Cli.Lint;

/// <summary>What a whole run found by one rule.</summary>
public sealed class RuleTotal(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public int Count { get; private set; }

    /// <summary>How many of them <c>--fix</c> would mend.</summary>
    public int Fixable { get; private set; }

    public void Add(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        Count++;
        if (finding.IsFixable) Fixable++;
    }
}

/// <summary>What a whole run came to.</summary>
public sealed class RunTotals
{
    private readonly int[] _bySeverity = new int[(int)DiagnosticSeverity.Error + 1];
    private readonly Dictionary<string, RuleTotal> _byRule = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RuleTotal> Rules => _byRule.Values;

    /// <summary>Files looked at, those that could not be read included.</summary>
    public int Files { get; private set; }

    public int FilesWithFindings { get; private set; }

    public int Findings { get; private set; }

    /// <summary>Findings that <c>--fix</c> would mend.</summary>
    public int Fixable { get; private set; }

    /// <summary>Fixes that were made.</summary>
    public int Fixed { get; private set; }

    /// <summary>Files that were mended, or would be.</summary>
    public int FilesMended { get; private set; }

    /// <summary>A file could not be read or written, or a rule broke on it; the rest was done.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Findings of this severity or worse.</summary>
    public int CountFrom(DiagnosticSeverity severity)
    {
        int count = 0;
        foreach (int of in _bySeverity.AsSpan((int)severity)) count += of;
        return count;
    }

    public int Of(DiagnosticSeverity severity) => _bySeverity[(int)severity];

    /// <summary>The tool could not do part of its job.</summary>
    public void Fail() => HasFailed = true;

    public void AddMended(int fixes)
    {
        Fixed += fixes;
        if (fixes > 0) FilesMended++;
    }

    public void Add(FileReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Files++;
        if (report.Findings.Length > 0) FilesWithFindings++;
        Findings += report.Findings.Length;
        foreach (var finding in report.Findings)
        {
            _bySeverity[(int)finding.Severity]++;
            if (finding.IsFixable) Fixable++;
            if (!_byRule.TryGetValue(finding.Id, out var rule)) _byRule[finding.Id] = rule = new RuleTotal(finding.Id, finding.Name);
            rule.Add(finding);
            if (FailureFaults.Has(finding.Id)) HasFailed = true;
        }
    }
}
