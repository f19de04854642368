using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Formats;

/// <summary>For people: where, the line with the words underlined, what is wrong, why it matters, what to do.</summary>
/// <param name="style">How to set words off from each other.</param>
/// <param name="width">The cells of a line, at least 40.</param>
public sealed class TextFormat(TextStyle style, int width) : ReportFormat
{
    /// <summary>Where the output is no terminal.</summary>
    public const int DefaultWidth = 100;

    private const int NarrowestExcerpt = 20;

    private static readonly DiagnosticSeverity[] Severities =
        [DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Info, DiagnosticSeverity.Hidden];

    public override void Write(FileReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Findings.IsEmpty) return;
        var text = new StringBuilder();
        foreach (var finding in report.Findings) Append(text, report, finding);
        Write(text, output);
    }

    public override void WriteFooter(RunTotals totals, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var text = new StringBuilder();
        if (totals.Fixed > 0) text.Append(CultureInfo.InvariantCulture, $"Mended {Count(totals.Fixed, "finding")} in {Count(totals.FilesMended, "file")}.\n");
        if (totals.Findings == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"No findings in {Count(totals.Files, "file")}.\n");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{Count(totals.Findings, "finding")} in {totals.FilesWithFindings} of {Count(totals.Files, "file")}: ");
            var separator = "";
            foreach (var severity in Severities)
            {
                if (totals.Of(severity) == 0) continue;
                text.Append(separator).Append(Count(totals.Of(severity), severity));
                separator = ", ";
            }
            text.Append(".\n");
            if (totals.Fixable > 0) text.Append(CultureInfo.InvariantCulture, $"{totals.Fixable} can be mended with --fix; --diff shows how.\n");
        }
        Write(text, output);
    }

    private void Append(StringBuilder text, FileReport report, Finding finding)
    {
        var position = finding.Lines.Start;
        text.Append(style.Strong(VisibleText.Of(report.Path)));
        text.Append(CultureInfo.InvariantCulture, $":{position.Line + 1}:{position.Character + 1}: ");
        text.Append(style.Of(finding.Severity, finding.SeverityWord));
        text.Append(CultureInfo.InvariantCulture, $" {finding.Id} {finding.Name}\n");
        text.Append(VisibleText.Of(finding.Message)).Append('\n');
        if (report.Text is { Length: > 0 } source && finding.Span.End <= source.Length) AppendExcerpt(text, source, finding);
        var why = finding.Diagnostic.Descriptor.Description.ToString(CultureInfo.InvariantCulture);
        if (why.Length > 0) AppendNote(text, "why", why);
        foreach (var fix in finding.Fixes) AppendNote(text, "fix", VisibleText.Of(fix.Title));
        text.Append('\n');
    }

    private void AppendExcerpt(StringBuilder text, Microsoft.CodeAnalysis.Text.SourceText source, Finding finding)
    {
        var number = (finding.Lines.Start.Line + 1).ToString(CultureInfo.InvariantCulture);
        var excerpt = SourceExcerpt.Of(source, finding.Span, Math.Max(NarrowestExcerpt, width - number.Length - 3));
        var margin = new string(' ', number.Length);
        text.Append(style.Faint($"{number} | ")).Append(excerpt.Text).Append('\n');
        text.Append(style.Faint($"{margin} | ")).Append(' ', excerpt.UnderlineStart);
        text.Append(style.Of(finding.Severity, new string('^', excerpt.UnderlineLength)));
        if (excerpt.LastLine > excerpt.Line) text.Append(CultureInfo.InvariantCulture, $" to line {excerpt.LastLine + 1}");
        text.Append('\n');
    }

    /// <summary>A label and words broken at blanks, with the later lines set in.</summary>
    private void AppendNote(StringBuilder text, string label, string words)
    {
        var indent = label.Length + 4;
        text.Append("  ").Append(style.Faint(label + ": "));
        var column = indent;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > indent && column + 1 + word.Length > width)
            {
                text.Append('\n').Append(' ', indent);
                column = indent;
            }
            else if (column > indent)
            {
                text.Append(' ');
                column++;
            }
            text.Append(word);
            column += word.Length;
        }
        text.Append('\n');
    }

    private static string Count(int count, DiagnosticSeverity severity) =>
        severity == DiagnosticSeverity.Info ? string.Create(CultureInfo.InvariantCulture, $"{count} info") : Count(count, RuleSeverities.WordFor(severity));

    private static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
