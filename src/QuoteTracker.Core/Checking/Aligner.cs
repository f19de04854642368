using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace QuoteTracker.Core.Checking;

/// <summary>
/// Lays a quotation beside the stretch of a source that costs least (Smith and Waterman 1981 with the affine gaps of Gotoh 1982): all of the quotation, any part of
/// the source. What the trade lets a quotation leave out costs next to nothing.
/// </summary>
/// <remarks>
/// A cell is its cost times eight and, in the low bits, the way it was reached: so the least of them is the cheapest, and among equals the first of the ways. What does not
/// depend on the cell to the left is done for many cells at once.
/// </remarks>
internal static class Aligner
{
    public const int WordCost = 100;

    private const int AddedCost = 105, FreeCost = 1, IdleEllipsisCost = 8;

    // So many cells take some 10 ms; beyond them a window is looked at in part.
    private const int MaxCells = 4_000_000;

    /// <summary>How a cell was reached; the low bits for a word's end, <see cref="GapOpened"/> for a gap in it.</summary>
    private const byte Match = 1, Replace = 2, Add = 3, JoinSaid = 4, JoinQuoted = 5, Skip = 6, CloseGap = 7, WayMask = 7, GapOpened = 8;

    private const int Unit = 8;

    /// <param name="from">The first word of <paramref name="said"/> that <paramref name="said"/>'s indices in the result count from.</param>
    public static Alignment Align(ReadOnlySpan<SpokenWord> quoted, in SaidColumns said, int from)
    {
        int n = quoted.Length;
        int m = (long)(n + 1) * (said.Words.Length + 1) > MaxCells ? Math.Min(said.Words.Length, Math.Max(1, MaxCells / (n + 1))) : said.Words.Length;
        int width = m + 1;
        // Every cell is written before it is read, but for the row before the first word, which costs nothing.
        var ways = ArrayPool<byte>.Shared.Rent((n + 1) * width);
        var rows = ArrayPool<int>.Shared.Rent(3 * width);
        Span<int> word = rows.AsSpan(0, width), before = rows.AsSpan(width, width), beforeThat = rows.AsSpan(2 * width, width);
        word.Clear();
        for (int i = 1; i <= n; i++)
        {
            var free = beforeThat;
            beforeThat = before;
            before = word;
            word = free;
            var q = Costs.Of(quoted, i);
            word[0] = before[0] + q.Added;
            FillFromAbove(quoted, said, i, q, before, word);
            FillJoined(quoted, said, i, beforeThat, before, word);
            FillFromLeft(said, q, isLast: i == n, word, ways.AsSpan(i * width, width));
        }
        int end = 0;
        for (int j = 1; j <= m; j++)
        {
            if (word[j] < word[end]) end = j;
        }
        var alignment = new Alignment(word[end] / Unit, TraceBack(quoted, ways, width, n, end, from));
        ArrayPool<byte>.Shared.Return(ways);
        ArrayPool<int>.Shared.Return(rows);
        return alignment;
    }

    /// <summary>What it costs, in units of a cell, where the quotation has a word.</summary>
    /// <param name="Straight">The word is the same.</param>
    /// <param name="Other">It is another.</param>
    /// <param name="Added">The source has none.</param>
    /// <param name="Open">To begin to leave words of the source out behind it; <paramref name="Extend"/> for each of them, <paramref name="Turn"/> more for each turn.</param>
    private readonly record struct Costs(int Straight, int Other, int Added, int Open, int Extend, int Turn)
    {
        public static Costs Of(ReadOnlySpan<SpokenWord> quoted, int i)
        {
            ref readonly var q = ref quoted[i - 1];
            bool isBracketed = q.Is(WordTraits.Bracketed);
            // An ellipsis says that words were left out: where the passage can be read so, it is.
            int straight = i > 1 && q.Is(WordTraits.AfterEllipsis) ? IdleEllipsisCost : 0;
            var (open, extend, turn) = GapCosts(quoted, i);
            return new Costs(straight * Unit, (isBracketed ? FreeCost + 1 : WordCost) * Unit, (isBracketed ? FreeCost : AddedCost) * Unit, open * Unit, extend * Unit, turn * Unit);
        }
    }

    /// <summary>The same word, another, or none.</summary>
    private static void FillFromAbove(ReadOnlySpan<SpokenWord> quoted, in SaidColumns said, int i, in Costs costs, ReadOnlySpan<int> before, Span<int> word)
    {
        ref readonly var q = ref quoted[i - 1];
        int j = 1;
        if (!SpokenWord.MayBeShort(q))
        {
            var keys = MemoryMarshal.Cast<uint, int>(said.Keys);
            Vector<int> key = new((int)q.Key), same = new(costs.Straight + Match), other = new(costs.Other + Replace), added = new(costs.Added + Add);
            for (; j + Vector<int>.Count <= word.Length; j += Vector<int>.Count)
            {
                var match = Vector.ConditionalSelect(Vector.Equals(new Vector<int>(keys[(j - 1)..]), key), same, other);
                Vector.Min(new Vector<int>(before[(j - 1)..]) + match, new Vector<int>(before[j..]) + added).CopyTo(word[j..]);
            }
        }
        for (; j < word.Length; j++)
        {
            int match = SpokenWord.Same(q, said.Words[j - 1]) ? costs.Straight + Match : costs.Other + Replace;
            word[j] = Math.Min(before[j - 1] + match, before[j] + costs.Added + Add);
        }
    }

    /// <summary>One word here, two there.</summary>
    private static void FillJoined(ReadOnlySpan<SpokenWord> quoted, in SaidColumns said, int i, ReadOnlySpan<int> beforeThat, ReadOnlySpan<int> before, Span<int> word)
    {
        ref readonly var q = ref quoted[i - 1];
        int columns = word.Length - 1;
        for (int j = NextOf(said.Joined[..columns], q.Letters, 1); j < columns; j = NextOf(said.Joined[..columns], q.Letters, j + 1))
        {
            if (!SpokenWord.Same(q, said.Words[j])) word[j + 1] = Math.Min(word[j + 1], before[j - 1] + FreeCost * Unit + JoinSaid);
        }
        if (i == 1) return;
        for (int j = NextOf(said.Letters[..columns], q.Joined, 0); j < columns; j = NextOf(said.Letters[..columns], q.Joined, j + 1))
        {
            if (!SpokenWord.Same(q, said.Words[j])) word[j + 1] = Math.Min(word[j + 1], beforeThat[j] + FreeCost * Unit + JoinQuoted);
        }
    }

    /// <returns>The length where there is none from an index on.</returns>
    private static int NextOf(ReadOnlySpan<uint> hashes, uint hash, int from) =>
        from < hashes.Length && hashes[from..].IndexOf(hash) is >= 0 and var next ? from + next : hashes.Length;

    /// <summary>What the source has and the quotation leaves out; then cells are costs alone, and the ways stand by themselves.</summary>
    private static void FillFromLeft(in SaidColumns said, in Costs costs, bool isLast, Span<int> word, Span<byte> ways)
    {
        ways[0] = Add;
        if (isLast)
        {
            for (int j = 1; j < word.Length; j++)
            {
                ways[j] = (byte)(word[j] & WayMask);
                word[j] &= ~WayMask;
            }
            return;
        }
        new GapRow(said, costs, word, ways).Fill();
    }

    /// <summary>
    /// The gaps of a row. One costs what it costs to open it, and what each word in it costs: with the costs of all words before a column counted together, the cheapest gap at a
    /// column is the least of what all columns before it offer. That is found for eight columns at once; not where a word may be skipped, which waits for the cell to its left.
    /// </summary>
    private ref struct GapRow(in SaidColumns said, in Costs costs, Span<int> word, Span<byte> ways)
    {
        private static readonly Vector256<int> Before1 = Vector256.Create(7, 0, 1, 2, 3, 4, 5, 6), First1 = Vector256.Create(0, 0, 1, 2, 3, 4, 5, 6),
            First2 = Vector256.Create(0, 1, 0, 1, 2, 3, 4, 5), First4 = Vector256.Create(0, 1, 2, 3, 0, 1, 2, 3);

        private readonly ReadOnlySpan<uint> _traits = said.Traits[..(word.Length - 1)];
        private readonly ReadOnlySpan<int> _turns = said.Turns[..(word.Length - 1)];
        private readonly Span<int> _word = word;
        private readonly Span<byte> _ways = ways;
        private readonly int _open = costs.Open + CloseGap, _extend = costs.Extend, _turn = costs.Turn;

        // What the column before offers, and the least of those before that. In the first column there is no gap to go on with.
        private int _offer = word[0] + costs.Open + CloseGap, _least = int.MaxValue;

        public void Fill()
        {
            int j = 1;
            for (; Vector256.IsHardwareAccelerated && j + Vector256<int>.Count <= _word.Length; j += Vector256<int>.Count)
            {
                if ((Vector256.Create(_traits[(j - 1)..]) & Vector256.Create((uint)WordTraits.Skippable)) == Vector256<uint>.Zero) FillEight(j);
                else
                {
                    for (int k = j; k < j + Vector256<int>.Count; k++) FillOne(k);
                }
            }
            for (; j < _word.Length; j++) FillOne(j);
        }

        private void FillOne(int j)
        {
            int passed = _extend * j + _turn * _turns[j - 1];
            byte opening = _offer <= _least ? GapOpened : (byte)0;
            _least = Math.Min(_offer, _least);
            int best = _word[j];
            if ((_traits[j - 1] & (uint)WordTraits.Skippable) != 0) best = Math.Min(best, _word[j - 1] + FreeCost * Unit + Skip);
            // A gap that ends where another one does is dearer than one gap: only a word's end offers one.
            _offer = (best & ~WayMask) + _open - passed;
            best = Math.Min(best, _least + passed);
            _ways[j] = (byte)((best & WayMask) | opening);
            _word[j] = best & ~WayMask;
        }

        private void FillEight(int j)
        {
            var cell = Vector256.Create<int>(_word[j..]);
            var passed = (Vector256.Create(j) + Vector256<int>.Indices) * _extend + Vector256.Create(_turns[(j - 1)..]) * _turn;
            var offer = (cell & Vector256.Create(~WayMask)) + Vector256.Create(_open) - passed;
            var offerBefore = Vector256.Shuffle(offer, Before1).WithElement(0, _offer);
            var least = Vector256.Min(offerBefore, Vector256.Shuffle(offerBefore, First1));
            least = Vector256.Min(least, Vector256.Shuffle(least, First2));
            least = Vector256.Min(least, Vector256.Shuffle(least, First4));
            least = Vector256.Min(least, Vector256.Create(_least));
            var opening = Vector256.Equals(least, offerBefore) & Vector256.Create((int)GapOpened);
            var best = Vector256.Min(cell, least + passed);
            (best & Vector256.Create(~WayMask)).CopyTo(_word[j..]);
            var way = (best & Vector256.Create((int)WayMask)) | opening;
            var narrow = Vector128.Narrow(way.GetLower(), way.GetUpper());
            BinaryPrimitives.WriteUInt64LittleEndian(_ways[j..], Vector128.Narrow(narrow, narrow).AsUInt64().ToScalar());
            _offer = offer.GetElement(7);
            _least = least.GetElement(7);
        }
    }

    /// <summary>What it costs to leave words of the source out behind the quotation's word <paramref name="i"/>: to begin, for each word, for each turn.</summary>
    private static (int Open, int Extend, int Turn) GapCosts(ReadOnlySpan<SpokenWord> quoted, int i)
    {
        if (i >= quoted.Length) return (0, 0, 0);
        ref readonly var next = ref quoted[i];
        if (next.Is(WordTraits.AfterEllipsis)) return (4, 0, 10);
        if (next.Is(WordTraits.Bracketed) || quoted[i - 1].Is(WordTraits.Bracketed)) return (4, 6, 40);
        if (next.Is(WordTraits.PartStart)) return (60, 1, 20);
        return next.Is(WordTraits.SentenceStart) ? (80, 2, 30) : (90, 10, 40);
    }

    private static List<Step> TraceBack(ReadOnlySpan<SpokenWord> quoted, byte[] ways, int width, int i, int j, int from)
    {
        var steps = new List<Step>(i + 4);
        while (i > 0)
        {
            int ci = i, cj = j;
            StepKind kind;
            switch (ways[i * width + j] & WayMask)
            {
                case Match: (kind, i, j) = (StepKind.Same, i - 1, j - 1); break;
                case Replace: (kind, i, j) = (quoted[i - 1].Is(WordTraits.Bracketed) ? StepKind.Inserted : StepKind.Replaced, i - 1, j - 1); break;
                case JoinSaid: (kind, i, j) = (StepKind.Joined, i - 1, j - 2); break;
                case JoinQuoted: (kind, i, j) = (StepKind.Joined, i - 2, j - 1); break;
                case Skip: (kind, j) = (StepKind.Skipped, j - 1); break;
                case CloseGap:
                    kind = StepKind.LeftOut;
                    while ((ways[i * width + j] & GapOpened) == 0) j--;
                    j--;
                    break;
                default: (kind, i) = (quoted[i - 1].Is(WordTraits.Bracketed) ? StepKind.Inserted : StepKind.Added, i - 1); break;
            }
            steps.Add(new Step(kind, i, ci, j + from, cj + from));
        }
        steps.Reverse();
        return steps;
    }
}
