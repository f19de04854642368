using System.Text;
using System.Xml;

namespace QuoteTracker.Cli.Formats;

/// <summary>Pieces of an XML document, put together by whoever writes them.</summary>
internal static class XmlFragment
{
    private static readonly XmlWriterSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings)) write(writer);
        return stream.ToArray();
    }
}
