using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>Where the features of one candidate, or some of them, stand in <see cref="FeatureColumns"/>.</summary>
internal readonly record struct FeatureRange(int Pairs, int PairCount, int Triples, int TripleCount);

/// <summary>
/// The features of one candidate after the other, to be hashed to indices into a stage's weights: the hashing trick (Weinberger et al., ICML 2009). Hashing
/// is most of the ranker's work, and is done for all at once and for several at a time: hence columns.
/// </summary>
internal sealed class FeatureColumns
{
    /// <summary>From one column to the next. No power of two, since equal places of such columns compete for the same lines of the cache.</summary>
    public const int Stride = 4096 + 48;

    /// <summary>The most features of a candidate with up to two values, and the most with three.</summary>
    private const int Most = 64;

    private const int TripleColumns = 2 * Stride, Columns = 5;

    // The first and second value of features with up to two; then the first, second and third of those with three. Indices take the place of the first.
    private readonly uint[] _space = new uint[Columns * Stride + Most];
    private int _pairs, _triples;

    /// <summary>There may be no room for another candidate's own and shared features.</summary>
    public bool IsFull => Math.Max(_pairs, _triples) + 2 * Most > Stride;

    public void Clear() => _pairs = _triples = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FeatureBuffer Begin() => new(_space.AsSpan(_pairs, Stride + Most), _space.AsSpan(TripleColumns + _triples, 2 * Stride + Most));

    /// <param name="features">What <see cref="Begin"/> gave.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FeatureRange End(in FeatureBuffer features)
    {
        var range = new FeatureRange(_pairs, features.Pairs, TripleColumns + _triples, features.Triples);
        _pairs += features.Pairs;
        _triples += features.Triples;
        return range;
    }

    /// <summary>Puts its weight, in steps of the table's scale, in the place of each feature: all at once, so that no look-up waits for another.</summary>
    public void Weigh(WeightTable table)
    {
        Hash(table.Size);
        table.Replace(_space.AsSpan(0, _pairs));
        table.Replace(_space.AsSpan(TripleColumns, _triples));
    }

    /// <summary>The sum of a candidate's weights; <see cref="Weigh"/> comes first.</summary>
    public int Sum(in FeatureRange range)
    {
        int sum = 0;
        foreach (uint weight in _space.AsSpan(range.Pairs, range.PairCount)) sum += (int)weight;
        foreach (uint weight in _space.AsSpan(range.Triples, range.TripleCount)) sum += (int)weight;
        return sum;
    }

    /// <summary>The indices of a candidate's features, in no order that means anything; <see cref="Hash"/> comes first.</summary>
    public void CopyTo(List<int> indices, in FeatureRange range)
    {
        foreach (uint index in _space.AsSpan(range.Pairs, range.PairCount)) indices.Add((int)index);
        foreach (uint index in _space.AsSpan(range.Triples, range.TripleCount)) indices.Add((int)index);
    }

    /// <summary>Makes all features indices into a table of so many weights.</summary>
    public void Hash(int tableSize)
    {
        ref uint first = ref MemoryMarshal.GetArrayDataReference(_space), second = ref Unsafe.Add(ref first, Stride);
        // What stands behind the last feature is hashed with it, and overwritten by the next.
        for (nuint i = 0; i < (nuint)_pairs; i += (nuint)Vector256<uint>.Count)
        {
            var h = Mix(Vector256.LoadUnsafe(ref first, i), Vector256.LoadUnsafe(ref second, i));
            Scaled(h, (uint)tableSize).StoreUnsafe(ref first, i);
        }
        first = ref Unsafe.Add(ref first, TripleColumns);
        second = ref Unsafe.Add(ref first, Stride);
        ref uint third = ref Unsafe.Add(ref second, Stride);
        for (nuint i = 0; i < (nuint)_triples; i += (nuint)Vector256<uint>.Count)
        {
            var h = Mix(Vector256.LoadUnsafe(ref first, i), Mix(Vector256.LoadUnsafe(ref second, i), Vector256.LoadUnsafe(ref third, i)));
            Scaled(h, (uint)tableSize).StoreUnsafe(ref first, i);
        }
    }

    /// <summary>From all 32-bit numbers to those below <paramref name="size"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Scaled(Vector256<uint> h, uint size)
    {
        var by = Vector256.Create((ulong)size);
        var even = ((h.AsUInt64() & Vector256.Create(0xFFFFFFFFul)) * by) >>> 32;
        var odd = (h.AsUInt64() >>> 32) * by;
        return (even | (odd & Vector256.Create(0xFFFFFFFF00000000ul))).AsUInt32();
    }

    /// <summary><see cref="FeatureBuffer.Mix"/> of several.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Mix(Vector256<uint> a, Vector256<uint> b)
    {
        b *= 0x85EBCA6Bu;
        var h = a ^ ((b << 13) | (b >>> 19));
        h ^= h >>> 16;
        h *= 0x7FEB352Du;
        h ^= h >>> 15;
        h *= 0x846CA68Bu;
        return h ^ (h >>> 16);
    }
}
