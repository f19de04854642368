using System.Collections.Concurrent;
using System.Globalization;

namespace QuoteTracker.LanguageServer.Documents;

/// <summary>
/// The semantic tokens that the client was last sent of each document, so that the next answer can be what changed. A memory and no more: what is
/// forgotten costs a full answer. Thread-safe.
/// </summary>
public sealed class SentTokens
{
    private const int MostDocuments = 64;

    private readonly ConcurrentDictionary<string, (string ResultId, int[] Data)> _byKey = new(StringComparer.Ordinal);
    private int _lastId;

    /// <returns>The id to send with them.</returns>
    public string Remember(Document document, int[] data)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_byKey.Count >= MostDocuments) _byKey.Clear();
        string id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        _byKey[document.Uri] = (id, data);
        return id;
    }

    /// <returns>What was sent with this id; null where it is forgotten.</returns>
    public int[]? Recall(Document document, string resultId)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _byKey.TryGetValue(document.Uri, out var sent) && sent.ResultId == resultId ? sent.Data : null;
    }
}
