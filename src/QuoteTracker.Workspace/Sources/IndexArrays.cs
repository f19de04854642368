using System.Collections.Immutable;
using System.Numerics;

namespace QuoteTracker.Workspace.Sources;

/// <summary>A source in the arrays.</summary>
/// <param name="Hash">Of its bytes, when it was indexed.</param>
internal sealed record StoredFile(string RelativePath, long Size, long Written, string Hash, bool HasFaults, int WordCount, int FirstBlock)
{
    public int BlockCount => (WordCount + IndexedSource.BlockWords - 1) / IndexedSource.BlockWords;
}

/// <summary>The postings: features are hashed into buckets, and a bucket lists the blocks that have one of its features. Two features in one bucket cost a look in vain, no more.</summary>
/// <param name="files">In the order of their relative paths.</param>
/// <param name="starts">For each bucket where its blocks start in <paramref name="postings"/>, and one more for the end.</param>
/// <param name="postings">Numbers of blocks, rising in each bucket.</param>
internal sealed class IndexArrays(ImmutableArray<StoredFile> files, int[] starts, int[] postings)
{
    private const int MinBits = 10, MaxBits = 21;

    private readonly int[] _fileOfBlock = FilesOfBlocks(files);

    public static IndexArrays Empty { get; } = new([], new int[(1 << MinBits) + 1], []);

    public ImmutableArray<StoredFile> Files { get; } = files;

    public int[] Starts { get; } = starts;

    public int[] Postings { get; } = postings;

    public int BlockCount => _fileOfBlock.Length;

    private int Bits => BitOperations.Log2((uint)Starts.Length - 1);

    public int FileOf(int block) => _fileOfBlock[block];

    /// <returns>The index of a file, negative where it is not there.</returns>
    public int FileAt(string relativePath)
    {
        int low = 0, high = Files.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(Files[middle].RelativePath, relativePath);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    public ReadOnlyMemory<int> BlocksWith(uint feature)
    {
        uint bucket = BucketOf(feature, Bits);
        return Postings.AsMemory(Starts[bucket], Starts[bucket + 1] - Starts[bucket]);
    }

    private static uint BucketOf(uint feature, int bits) => feature >> (32 - bits);

    /// <param name="sources">In any order.</param>
    public static IndexArrays Of(IReadOnlyCollection<IndexedSource> sources)
    {
        var ordered = sources.OrderBy(source => source.File.RelativePath, StringComparer.Ordinal).ToList();
        var files = ImmutableArray.CreateBuilder<StoredFile>(ordered.Count);
        int block = 0;
        foreach (var source in ordered) files.Add(Stored(source, ref block));
        long features = ordered.Sum(source => source.Blocks.Sum(static one => (long)one.Length));
        int bits = Math.Clamp(BitOperations.Log2((uint)Math.Min(int.MaxValue, features / 2 + 1)) + 1, MinBits, MaxBits);
        var starts = new int[(1 << bits) + 1];
        // A block is listed once in a bucket, whatever it has there.
        var last = new int[1 << bits];
        Array.Fill(last, -1);
        ForEach(ordered, bits, last, (bucket, _) => starts[bucket + 1]++);
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var postings = new int[starts[^1]];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        Array.Fill(last, -1);
        ForEach(ordered, bits, last, (bucket, number) => postings[next[bucket]++] = number);
        return new IndexArrays(files.MoveToImmutable(), starts, postings);
    }

    private static void ForEach(List<IndexedSource> sources, int bits, int[] last, Action<uint, int> visit)
    {
        int block = 0;
        foreach (var source in sources)
        {
            foreach (var features in source.Blocks)
            {
                foreach (uint feature in features)
                {
                    uint bucket = BucketOf(feature, bits);
                    if (last[bucket] == block) continue;
                    last[bucket] = block;
                    visit(bucket, block);
                }
                block++;
            }
        }
    }

    private static StoredFile Stored(IndexedSource source, ref int block)
    {
        var file = new StoredFile(source.File.RelativePath, source.File.Size, source.File.Written, source.Hash, source.HasFaults, source.WordCount, block);
        block += file.BlockCount;
        return file;
    }

    /// <summary>The same with some sources exchanged, added or gone; no source is read for it.</summary>
    /// <param name="changed">By relative path; null for gone.</param>
    public IndexArrays Merge(IReadOnlyDictionary<string, IndexedSource?> changed)
    {
        var added = changed.Values.OfType<IndexedSource>().ToDictionary(source => source.File.RelativePath, StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<StoredFile>();
        var newNumber = new int[BlockCount];
        Array.Fill(newNumber, -1);
        var addedFirst = new Dictionary<string, int>(StringComparer.Ordinal);
        int block = 0;
        foreach (var (path, old) in Files.Where(file => !changed.ContainsKey(file.RelativePath)).Select(file => (file.RelativePath, Old: (StoredFile?)file))
            .Concat(added.Keys.Select(path => (path, Old: (StoredFile?)null))).OrderBy(pair => pair.Item1, StringComparer.Ordinal))
        {
            if (old is null)
            {
                addedFirst[path] = block;
                files.Add(Stored(added[path], ref block));
                continue;
            }
            for (int i = 0; i < old.BlockCount; i++) newNumber[old.FirstBlock + i] = block + i;
            files.Add(old with { FirstBlock = block });
            block += old.BlockCount;
        }
        var more = new List<int>?[Starts.Length - 1];
        foreach (var (path, first) in addedFirst)
        {
            for (int i = 0; i < added[path].Blocks.Length; i++)
            {
                foreach (uint feature in added[path].Blocks[i])
                {
                    var list = more[BucketOf(feature, Bits)] ??= [];
                    if (list is not [.., var last] || last != first + i) list.Add(first + i);
                }
            }
        }
        var postings = new List<int>(Postings.Length + 1024);
        var starts = new int[Starts.Length];
        for (int bucket = 0; bucket < Starts.Length - 1; bucket++)
        {
            starts[bucket] = postings.Count;
            int from = postings.Count;
            foreach (int old in Postings.AsSpan(Starts[bucket], Starts[bucket + 1] - Starts[bucket]))
            {
                if (newNumber[old] >= 0) postings.Add(newNumber[old]);
            }
            if (more[bucket] is not { } list) continue;
            postings.AddRange(list);
            postings.Sort(from, postings.Count - from, null);
        }
        starts[^1] = postings.Count;
        return new IndexArrays(files.ToImmutable(), starts, [.. postings]);
    }

    private static int[] FilesOfBlocks(ImmutableArray<StoredFile> files)
    {
        var fileOf = new int[files.IsEmpty ? 0 : files[^1].FirstBlock + files[^1].BlockCount];
        for (int file = 0; file < files.Length; file++) fileOf.AsSpan(files[file].FirstBlock, files[file].BlockCount).Fill(file);
        return fileOf;
    }
}
