using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Formats;

/// <summary>Workflow commands: GitHub shows them beside the lines of a pull request.</summary>
public sealed class GitHubFormat : ReportFormat
{
    public override void Write(FileReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            var lines = finding.Lines;
            text.Append("::").Append(finding.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "notice",
            });
            text.Append(" file=").Append(Property(report.Path));
            text.Append(CultureInfo.InvariantCulture, $",line={lines.Start.Line + 1},endLine={lines.End.Line + 1}");
            // GitHub takes columns only for a finding in one line.
            if (lines.Start.Line == lines.End.Line)
                text.Append(CultureInfo.InvariantCulture, $",col={lines.Start.Character + 1},endColumn={lines.End.Character + 1}");
            text.Append(",title=").Append(Property($"{finding.Id} {finding.Name}")).Append("::").Append(Data(finding.Message)).Append('\n');
        }
        Write(text, output);
    }

    /// <summary>Logs are read in terminals too.</summary>
    private static string Data(string text) =>
        VisibleText.Of(text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
