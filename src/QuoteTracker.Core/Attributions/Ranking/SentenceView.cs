using System.Runtime.CompilerServices;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>A paragraph's tokens with what is counted over them.</summary>
/// <param name="rates">For each token its <see cref="RankerWeights.CueRate"/>.</param>
/// <param name="counts">One a token and one for the end.</param>
internal readonly ref struct ParagraphView(ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> rates, ReadOnlySpan<RunningCount> counts, bool headline)
{
    public readonly ReadOnlySpan<Token> Tokens = tokens;
    public readonly ReadOnlySpan<byte> Rates = rates;
    public readonly ReadOnlySpan<RunningCount> Counts = counts;
    public readonly bool Headline = headline;
}

/// <summary>A sentence as the features see it: its paragraph's tokens, how often each stem heads a cue, and edges that can be asked for like words.</summary>
internal readonly ref struct SentenceView(ParagraphView paragraph, Sentence sentence)
{
    /// <summary>
    /// How far features look for the next comma, cue or clause word, in tokens: longer than nearly all sentences, and what keeps the work of one without an end
    /// proportional to its length.
    /// </summary>
    public const int Reach = 64;

    private const uint Before = 0x42454731, After = 0x454E4432;

    /// <summary>The whole paragraph's.</summary>
    public readonly ReadOnlySpan<Token> Tokens = paragraph.Tokens;

    /// <summary>For each token its <see cref="RankerWeights.CueRate"/>.</summary>
    public readonly ReadOnlySpan<byte> Rates = paragraph.Rates;

    private readonly ReadOnlySpan<RunningCount> _counts = paragraph.Counts;

    public readonly int First = sentence.First, End = sentence.End;

    public readonly bool Headline = paragraph.Headline;

    public uint Word(int i) => i < First ? Before : i >= End ? After : Tokens[i].Word;

    public uint Stem(int i) => i < First ? Before : i >= End ? After : Tokens[i].Stem;

    public uint Shape(int i) => i < First ? Before : i >= End ? After : Tokens[i].Shape;

    public bool Is(int i, TokenFlags any) => i >= First && i < End && Tokens[i].Is(any);

    public bool Is(int i, WordClass any) => i >= First && i < End && Tokens[i].Is(any);

    public bool Contains(int i) => i >= First && i < End;

    /// <summary>Leftwards over auxiliaries, modals, negations and adverbs that stand before token <paramref name="i"/>.</summary>
    public int BehindAuxiliaries(int i)
    {
        int k = i - 1;
        while (k >= First && Tokens[k].Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Adverb | WordClass.Negation) && !Tokens[k].Is(WordClass.Possessive | WordClass.Time)) k--;
        return k;
    }

    /// <summary>The words between two tokens in few bits: each shape where they are three or fewer, else how many and what stands among them.</summary>
    public uint Gap(int from, int to)
    {
        int n = to - from;
        if (n <= 0) return 1;
        uint h = 7;
        if (n <= 3)
        {
            for (int i = from; i < to; i++) h = FeatureBuffer.Mix(h, Shape(i));
            return h;
        }
        ref readonly var before = ref _counts[Math.Max(from, 0)];
        ref readonly var after = ref _counts[Math.Min(to, Tokens.Length)];
        int commas = (ushort)(after.Commas - before.Commas);
        bool mark = after.Marks != before.Marks, gated = after.LikelyCues != before.LikelyCues, and = after.Coordinators != before.Coordinators;
        return 100u + (uint)Math.Min(commas, 3) + (mark ? 4u : 0) + (gated ? 8u : 0) + (and ? 16u : 0) + 32u * Bin(n);
    }

    /// <summary>The running counts before token <paramref name="i"/>, from 0 to the paragraph's length.</summary>
    public ref readonly RunningCount CountsAt(int i) => ref _counts[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bin(int n) => n < 0 ? 15u : Bins[Math.Min(n, Bins.Length - 1)];

    /// <summary>To 3, 5, 8, 13, 20 and 30.</summary>
    private static ReadOnlySpan<byte> Bins => [0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9];
}
