using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Checking;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Workspace.Sources;

/// <summary>
/// Reads the sources that candidates lie in, and holds those that are wanted again: all while there is room, then those that are asked for a second time. Most of thousands of sources are
/// looked at once and in vain, and what is held for a short while costs the collector the most. Safe to use from several threads.
/// </summary>
internal sealed class DocumentShelf(Newsroom newsroom, ImmutableDictionary<string, SourceDocument>? open = null)
{
    /// <summary>In UTF-16 units of text; with their words, documents take some twelve bytes a unit.</summary>
    private const long MaxUnits = 8_000_000;

    /// <summary>So many paths that were asked for once are kept in mind.</summary>
    private const int MaxSeen = 4096;

    private readonly ImmutableDictionary<string, SourceDocument> _open = open ?? ImmutableDictionary.Create<string, SourceDocument>(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<SourceDocument>> _byPath = new(StringComparer.Ordinal);
    private readonly LinkedList<SourceDocument> _lastUsed = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Diagnostic[]> _gone = new(StringComparer.Ordinal);
    private long _units;

    /// <summary>What could not be read any more, in the order of the paths.</summary>
    public ImmutableArray<Diagnostic> Faults => _gone.IsEmpty ? [] : [.. _gone.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value)];

    /// <summary>An empty shelf where one source is as an editor has it, or no more.</summary>
    public DocumentShelf With(string relativePath, SourceDocument? document) =>
        new(newsroom, document is null ? _open.Remove(relativePath) : _open.SetItem(relativePath, document));

    public SourceDocument? Find(string relativePath)
    {
        if (_open.TryGetValue(relativePath, out var inEditor)) return inEditor;
        if (_gone.ContainsKey(relativePath)) return null;
        lock (_gate)
        {
            if (_byPath.TryGetValue(relativePath, out var node))
            {
                _lastUsed.Remove(node);
                _lastUsed.AddFirst(node);
                return node.Value;
            }
        }
        var reading = ReadFile(newsroom, relativePath);
        if (reading.Document is not { } document)
        {
            _gone[relativePath] = [.. reading.Diagnostics];
            return null;
        }
        lock (_gate)
        {
            if (_byPath.TryGetValue(relativePath, out var other)) return other.Value;
            if (IsWantedAgain(document)) Keep(document);
        }
        return document;
    }

    private bool IsWantedAgain(SourceDocument document)
    {
        if (_units + document.Text.Length <= MaxUnits || _seen.Remove(document.Path)) return true;
        if (_seen.Count == MaxSeen) _seen.Clear();
        _seen.Add(document.Path);
        return false;
    }

    private void Keep(SourceDocument document)
    {
        _byPath[document.Path] = _lastUsed.AddFirst(document);
        _units += document.Text.Length;
        while (_units > MaxUnits && _lastUsed.Count > 1)
        {
            var oldest = _lastUsed.Last!;
            _lastUsed.RemoveLast();
            _byPath.Remove(oldest.Value.Path);
            _units -= oldest.Value.Text.Length;
        }
    }

    public static SourceReading ReadFile(Newsroom newsroom, string relativePath)
    {
        var path = Path.GetFullPath(relativePath, newsroom.Root);
        return RealPath.LeavesRoot(path, newsroom.Root) is { } fault ? new SourceReading(null, [fault]) : SourceReader.Read(path, relativePath);
    }
}
