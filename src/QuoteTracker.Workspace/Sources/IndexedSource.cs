using QuoteTracker.Core.Checking;

namespace QuoteTracker.Workspace.Sources;

/// <summary>One source as the index takes it in.</summary>
/// <param name="Hash">Of its bytes.</param>
/// <param name="HasFaults">Something is to be told of it each time.</param>
/// <param name="WordCount">How many spoken words it has.</param>
/// <param name="Blocks">For each <see cref="BlockWords"/> of them the distinct features, rising.</param>
internal sealed record IndexedSource(SourceFile File, string Hash, bool HasFaults, int WordCount, uint[][] Blocks)
{
    /// <summary>So many words are found, or not, together.</summary>
    public const int BlockWords = 512;

    public static IndexedSource Of(SourceFile file, SourceDocument document, bool hasFaults)
    {
        int words = document.WordCount;
        var blocks = new uint[(words + BlockWords - 1) / BlockWords][];
        Span<uint> features = new uint[2 * (BlockWords + 1)];
        for (int i = 0; i < blocks.Length; i++)
        {
            int from = i * BlockWords;
            // One word more, so that the pair over the border is in one of the two.
            int count = document.WriteFeatures(from, Math.Min(from + BlockWords + 1, words), features);
            features[..count].Sort();
            int distinct = 0;
            for (int f = 0; f < count; f++)
            {
                if (distinct == 0 || features[distinct - 1] != features[f]) features[distinct++] = features[f];
            }
            blocks[i] = features[..distinct].ToArray();
        }
        return new IndexedSource(file, document.Hash, hasFaults, words, blocks);
    }
}
