using Microsoft.CodeAnalysis;

namespace QuoteTracker.Cli.Lint;

/// <summary>What a whole run came to.</summary>
public sealed class RunTotals
{
    private readonly int[] _bySeverity = new int[(int)DiagnosticSeverity.Error + 1];

    /// <summary>Findings of each rule, and how many of them <c>--fix</c> would mend.</summary>
    public Dictionary<(string Id, string Name), (int Count, int Fixable)> Rules { get; } = [];

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
    public int CountFrom(DiagnosticSeverity severity) => _bySeverity[(int)severity..].Sum();

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
            var (count, fixable) = Rules.GetValueOrDefault((finding.Id, finding.Name));
            Rules[(finding.Id, finding.Name)] = (count + 1, fixable + (finding.IsFixable ? 1 : 0));
            if (FailureFaults.Has(finding.Id)) HasFailed = true;
        }
    }
}
