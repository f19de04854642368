using System.Buffers;
using System.Globalization;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Formats;

/// <summary>The XML of JUnit: a file is a suite and each finding a failed test of it; a file without any is one that passed.</summary>
public sealed class JunitFormat : ReportFormat
{
    public override ReadOnlySpan<byte> Separator => "\n"u8;

    public override void WriteHeader(IBufferWriter<byte> output) =>
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites name=\"quotetracker\">\n"u8);

    public override void Write(FileReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        var path = VisibleText.Of(report.Path);
        var (tests, failures) = (Math.Max(1, report.Findings.Length), report.Findings.Length);
        output.Write(XmlFragment.Write(xml =>
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", path);
            xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("errors", "0");
            xml.WriteAttributeString("skipped", "0");
            if (report.Findings.IsEmpty) WriteTest(xml, path, "no findings");
            foreach (var finding in report.Findings)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{finding.Lines.Start.Line + 1}:{finding.Lines.Start.Character + 1}");
                WriteTest(xml, path, $"{finding.Name} {place}", () =>
                {
                    xml.WriteStartElement("failure");
                    xml.WriteAttributeString("type", finding.SeverityWord);
                    xml.WriteAttributeString("message", VisibleText.Of(finding.Message));
                    xml.WriteString($"{path}:{place}: {finding.SeverityWord} {finding.Id} {finding.Name}");
                    xml.WriteEndElement();
                });
            }
            xml.WriteEndElement();
        }));
    }

    public override void WriteFooter(RunTotals totals, IBufferWriter<byte> output) => output.Write("\n</testsuites>\n"u8);

    private static void WriteTest(System.Xml.XmlWriter xml, string path, string name, Action? content = null)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", path);
        xml.WriteAttributeString("name", name);
        content?.Invoke();
        xml.WriteEndElement();
    }
}
