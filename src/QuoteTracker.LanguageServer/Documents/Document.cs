using Microsoft.CodeAnalysis.Text;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Documents;

/// <summary>One version of an open document. Immutable.</summary>
public sealed class Document
{
    private const string Untitled = "untitled:";

    private Document(string uri, string? path, string languageId, int version, PositionMap positions)
    {
        Uri = uri;
        Path = path;
        LanguageId = languageId;
        Version = version;
        Positions = positions;
    }

    /// <summary>As the client writes it; what is sent back.</summary>
    public string Uri { get; }

    /// <summary>
    /// The file's full path; for a new document, which is in no file yet, one in the first folder of the workspace, so that it is read as an article of
    /// that newsroom. Null for what an editor shows besides (the old side of a comparison): it is not looked at.
    /// </summary>
    public string? Path { get; }

    public string LanguageId { get; }

    public int Version { get; }

    public SourceText Text => Positions.Text;

    public PositionMap Positions { get; }

    /// <param name="folder">The first folder of the workspace.</param>
    public static Document Open(TextDocumentItem item, string folder, PositionEncoding encoding) => new(
        item.Uri,
        DocumentUri.PathOf(item.Uri) ?? (item.Uri.StartsWith(Untitled, StringComparison.Ordinal) ? NewFile(item, folder) : null),
        item.LanguageId,
        item.Version,
        new PositionMap(SourceText.From(item.Text), encoding));

    /// <summary>Applies the changes of one notification, each to the text that the one before it left.</summary>
    public Document Apply(int version, IReadOnlyList<TextDocumentContentChangeEvent> changes)
    {
        var positions = Positions;
        foreach (var change in changes)
        {
            positions = change.Range is { } range ? positions.With(positions.SpanOf(range), change.Text) : new PositionMap(SourceText.From(change.Text), positions.Encoding);
        }
        return new Document(Uri, Path, LanguageId, version, positions);
    }

    private static string NewFile(TextDocumentItem item, string folder) => System.IO.Path.Combine(
        folder, System.Uri.EscapeDataString(item.Uri[Untitled.Length..]) + (item.LanguageId == "markdown" ? ".md" : ".txt"));
}
