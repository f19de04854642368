using System.Buffers;
using System.Globalization;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Formats;

/// <summary>The XML of Checkstyle, which most build servers read.</summary>
public sealed class CheckstyleFormat : ReportFormat
{
    public override ReadOnlySpan<byte> Separator => "\n"u8;

    public override void WriteHeader(IBufferWriter<byte> output) =>
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<checkstyle version=\"4.3\">\n"u8);

    public override void Write(FileReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Findings.IsEmpty) return;
        output.Write(XmlFragment.Write(xml =>
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("name", VisibleText.Of(report.Path));
            foreach (var finding in report.Findings)
            {
                xml.WriteStartElement("error");
                xml.WriteAttributeString("line", Number(finding.Lines.Start.Line + 1));
                xml.WriteAttributeString("column", Number(finding.Lines.Start.Character + 1));
                xml.WriteAttributeString("severity", finding.Severity == DiagnosticSeverity.Hidden ? "info" : finding.SeverityWord);
                xml.WriteAttributeString("message", VisibleText.Of(finding.Message));
                xml.WriteAttributeString("source", $"quotetracker.{finding.Name}");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }));
    }

    public override void WriteFooter(RunTotals totals, IBufferWriter<byte> output) => output.Write("\n</checkstyle>\n"u8);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
