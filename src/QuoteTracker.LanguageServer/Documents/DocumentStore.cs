using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using QuoteTracker.LanguageServer.Conversion;

namespace QuoteTracker.LanguageServer.Documents;

/// <summary>The open documents at one moment. Immutable: a change makes another store.</summary>
public sealed class DocumentStore
{
    private readonly ImmutableDictionary<string, Document> _byKey;

    private DocumentStore(ImmutableDictionary<string, Document> byKey) => _byKey = byKey;

    public static DocumentStore Empty { get; } = new(ImmutableDictionary<string, Document>.Empty);

    public IEnumerable<Document> All => _byKey.Values;

    /// <param name="uri">In any of the ways in which one document's URI may be escaped.</param>
    public bool TryGet(string uri, [NotNullWhen(true)] out Document? document) => _byKey.TryGetValue(DocumentUri.KeyOf(uri), out document);

    public DocumentStore With(Document document) => new(_byKey.SetItem(DocumentUri.KeyOf(document.Uri), document));

    public DocumentStore Without(string uri)
    {
        var rest = _byKey.Remove(DocumentUri.KeyOf(uri));
        return rest == _byKey ? this : new(rest);
    }
}
