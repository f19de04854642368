using System.Runtime.CompilerServices;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>A sentence as the features see it: its paragraph's tokens, how often each stem heads a cue, and edges that can be asked for like words.</summary>
internal readonly ref struct SentenceView(ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> rates, Sentence sentence, bool headline)
{
    private const uint Before = 0x42454731, After = 0x454E4432;

    /// <summary>The whole paragraph's.</summary>
    public readonly ReadOnlySpan<Token> Tokens = tokens;

    /// <summary>For each token its <see cref="RankerWeights.CueRate"/>.</summary>
    public readonly ReadOnlySpan<byte> Rates = rates;

    public readonly int First = sentence.First, End = sentence.End;

    public readonly bool Headline = headline;

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
        int commas = 0;
        bool mark = false, gated = false, and = false;
        for (int i = from; i < to; i++)
        {
            if (Is(i, TokenFlags.Comma)) commas++;
            mark |= Is(i, TokenFlags.OpenMark | TokenFlags.CloseMark);
            and |= Is(i, WordClass.Coordinator);
            gated |= Contains(i) && Rates[i] > 76;
        }
        return 100u + (uint)Math.Min(commas, 3) + (mark ? 4u : 0) + (gated ? 8u : 0) + (and ? 16u : 0) + 32u * Bin(n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bin(int n) => n switch { < 0 => 15, <= 3 => (uint)n, <= 5 => 4, <= 8 => 5, <= 13 => 6, <= 20 => 7, <= 30 => 8, _ => 9 };
}
