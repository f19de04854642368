using System.Runtime.CompilerServices;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>
/// Collects the features of one candidate as indices into a stage's weights: the hashing trick (Weinberger et al., ICML 2009). A feature is a template
/// with up to two values.
/// </summary>
internal ref struct FeatureBuffer(Span<int> space, int tableSize)
{
    private readonly Span<int> _space = space;
    private readonly uint _tableSize = (uint)tableSize;
    private int _count;

    public readonly ReadOnlySpan<int> Features => _space[.._count];

    public readonly int Count => _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a = 0, uint b = 0)
    {
        uint h = Mix(a + template * 0x9E3779B1u, b);
        _space[_count++] = (int)(((ulong)h * _tableSize) >> 32);
    }

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
