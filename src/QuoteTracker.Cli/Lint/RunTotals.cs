using Microsoft.CodeAnalysis;

namespace QuoteTracker.Cli.Lint;

/// <summary>What a whole run came to.</summary>
public sealed class RunTotals
{
    private readonly int[] _bySeverity = new int[(int)DiagnosticSeverity.Error + 1];

    /// <summary>Files looked at, those that could not be read included.</summary>
    public int Files { get; private set; }

    public int FilesWithFindings { get; private set; }

    public int Findings { get; private set; }

    /// <summary>Findings that <c>--fix</c> would mend.</summary>
    public int Fixable { get; private set; }

    /// <summary>A file, a path or the configuration could not be used; the rest was done.</summary>
    public bool HasFailed { get; private set; }

    public int Of(DiagnosticSeverity severity) => _bySeverity[(int)severity];

    /// <summary>The tool could not do part of its job.</summary>
    public void Fail() => HasFailed = true;

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
        }
    }
}
