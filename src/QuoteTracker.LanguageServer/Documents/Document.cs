using Microsoft.CodeAnalysis.Text;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Documents;

/// <summary>One version of an open document. Immutable.</summary>
public sealed class Document
{
    private Document(string uri, string languageId, int version, PositionMap positions)
    {
        Uri = uri;
        Path = DocumentUri.PathOf(uri);
        LanguageId = languageId;
        Version = version;
        Positions = positions;
    }

    /// <summary>As the client writes it; what is sent back.</summary>
    public string Uri { get; }

    /// <summary>Null where the document is in no file.</summary>
    public string? Path { get; }

    public string LanguageId { get; }

    public int Version { get; }

    public SourceText Text => Positions.Text;

    public PositionMap Positions { get; }

    public static Document Open(TextDocumentItem item, PositionEncoding encoding) =>
        new(item.Uri, item.LanguageId, item.Version, new PositionMap(SourceText.From(item.Text), encoding));

    /// <summary>Applies the changes of one notification, each to the text that the one before it left.</summary>
    public Document Apply(int version, IReadOnlyList<TextDocumentContentChangeEvent> changes)
    {
        var positions = Positions;
        foreach (var change in changes)
        {
            var text = change.Range is { } range
                ? positions.Text.WithChanges(new TextChange(positions.SpanOf(range), change.Text))
                : SourceText.From(change.Text);
            positions = new PositionMap(text, positions.Encoding);
        }
        return new Document(Uri, LanguageId, version, positions);
    }
}
