using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Workspace.Sources;

/// <summary>Makes the index of a newsroom's sources, from what a run before kept and what changed since.</summary>
internal static class IndexBuilder
{
    /// <summary>In bytes of all sources: less is indexed sooner than a file of the index is read.</summary>
    private const long WorthKeeping = 1 << 20;

    /// <summary>A kept index with fewer changes than this is not written again.</summary>
    private const int WorthWriting = 32;

    private sealed record Reading(SourceFile File, IndexedSource? Source, ImmutableArray<Diagnostic> Diagnostics);

    /// <param name="cacheFile">Null for the user's cache folder, empty for none.</param>
    /// <returns>The index, and what is to be said of each source, by its relative path.</returns>
    public static (SourceIndex Index, IReadOnlyList<KeyValuePair<string, ImmutableArray<Diagnostic>>> Faults) Build(
        string root, ImmutableArray<SourceFile> files, string? cacheFile, CancellationToken cancellation)
    {
        if (files.IsEmpty) return (new SourceIndex(IndexArrays.Empty), []);
        var path = cacheFile is "" || files.Sum(file => file.Size) < WorthKeeping ? null : cacheFile ?? IndexFile.PathFor(root);
        var kept = path is null ? null : IndexFile.Load(path);
        var known = kept?.Files.ToDictionary(file => file.RelativePath, StringComparer.Ordinal) ?? [];
        var toRead = files.Where(file => !known.TryGetValue(file.RelativePath, out var old) || old.Size != file.Size || old.Written != file.Written || old.HasFaults).ToList();
        var readings = ReadAll(toRead, cancellation);
        var faults = readings.Where(reading => !reading.Diagnostics.IsEmpty)
            .Select(reading => new KeyValuePair<string, ImmutableArray<Diagnostic>>(reading.File.RelativePath, reading.Diagnostics)).ToList();
        if (kept is null || toRead.Count * 4 > files.Length)
        {
            // So much is new that making it all is no dearer; what did not change has to be read for it as well.
            if (kept is not null) readings = [.. readings, .. ReadAll([.. files.Except(toRead)], cancellation)];
            var arrays = IndexArrays.Of([.. readings.Select(reading => reading.Source).OfType<IndexedSource>()]);
            if (path is not null) IndexFile.Store(path, arrays);
            return (new SourceIndex(arrays), faults);
        }
        var there = files.Select(file => file.RelativePath).ToHashSet(StringComparer.Ordinal);
        var changes = known.Keys.Where(old => !there.Contains(old)).Select(old => new KeyValuePair<string, IndexedSource?>(old, null))
            .Concat(readings.Where(reading => IsChanged(reading, known)).Select(reading => new KeyValuePair<string, IndexedSource?>(reading.File.RelativePath, reading.Source))).ToList();
        var index = new SourceIndex(kept).With(changes);
        if (changes.Count >= WorthWriting)
        {
            var merged = index.Merged();
            IndexFile.Store(path!, merged);
            index = new SourceIndex(merged);
        }
        return (index, faults);
    }

    /// <summary>A file that was written to anew with the same bytes is as it was.</summary>
    private static bool IsChanged(Reading reading, Dictionary<string, StoredFile> known) =>
        !known.TryGetValue(reading.File.RelativePath, out var old) || reading.Source is null || reading.Source.Hash != old.Hash;

    private static ImmutableArray<Reading> ReadAll(List<SourceFile> files, CancellationToken cancellation)
    {
        var readings = new Reading[files.Count];
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, files.Count), Math.Max(1, Math.Min(32, files.Count / 8))),
            new ParallelOptions { CancellationToken = cancellation },
            range =>
            {
                for (int i = range.Item1; i < Math.Min(range.Item2, files.Count); i++)
                {
                    var reading = SourceReader.Read(files[i].Path, files[i].RelativePath);
                    readings[i] = new Reading(
                        files[i], reading.Document is { } document ? IndexedSource.Of(files[i], document, !reading.Diagnostics.IsEmpty) : null, reading.Diagnostics);
                }
            });
        return [.. readings];
    }
}
