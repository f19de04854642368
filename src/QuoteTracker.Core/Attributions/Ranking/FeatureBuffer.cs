using System.Runtime.CompilerServices;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>Takes the features of one candidate: each a template with up to three values. <see cref="FeatureColumns"/> hashes them.</summary>
internal ref struct FeatureBuffer(Span<uint> pairs, Span<uint> triples)
{
    private readonly Span<uint> _pairs = pairs, _triples = triples;

    /// <summary>How many features have up to two values.</summary>
    public int Pairs { get; private set; }

    /// <summary>How many features have three values.</summary>
    public int Triples { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a = 0, uint b = 0)
    {
        int at = Pairs++;
        _pairs[at] = a + template * TemplateStep;
        _pairs[FeatureColumns.Stride + at] = b;
    }

    /// <summary>The same feature as with the second and third value mixed, at less cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a, uint b, uint c)
    {
        int at = Triples++;
        _triples[at] = a + template * TemplateStep;
        _triples[FeatureColumns.Stride + at] = b;
        _triples[2 * FeatureColumns.Stride + at] = c;
    }

    private const uint TemplateStep = 0x9E3779B1u;

    /// <summary>Two values as one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint a, uint b)
    {
        uint h = a ^ uint.RotateLeft(b * 0x85EBCA6Bu, 13);
        h ^= h >> 16;
        h *= 0x7FEB352Du;
        h ^= h >> 15;
        h *= 0x846CA68Bu;
        h ^= h >> 16;
        return h;
    }
}
