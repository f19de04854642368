using System.Buffers;

namespace QuoteTracker.Core.Checking;

/// <summary>
/// Lays a quotation beside the stretch of a source that costs least (Smith and Waterman 1981 with the affine gaps of Gotoh 1982): all of the quotation, any part of
/// the source. What the trade lets a quotation leave out costs next to nothing.
/// </summary>
internal static class Aligner
{
    public const int WordCost = 100;

    private const int AddedCost = 105, FreeCost = 1, IdleEllipsisCost = 8, Forbidden = int.MaxValue / 4;

    // So many cells take some 10 ms; beyond them a window is looked at in part.
    private const int MaxCells = 4_000_000;

    /// <summary>How a cell was reached; the low bits for a word's end, <see cref="GapOpened"/> for a gap in it.</summary>
    private const byte Match = 1, Replace = 2, Add = 3, JoinSaid = 4, JoinQuoted = 5, Skip = 6, CloseGap = 7, WayMask = 7, GapOpened = 8;

    /// <param name="from">The first word of <paramref name="said"/> that <paramref name="said"/>'s indices in the result count from.</param>
    public static Alignment Align(ReadOnlySpan<SpokenWord> quoted, ReadOnlySpan<SpokenWord> said, int from)
    {
        int n = quoted.Length;
        if ((long)(n + 1) * (said.Length + 1) > MaxCells) said = said[..Math.Max(1, MaxCells / (n + 1))];
        int m = said.Length, width = m + 1;
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
            FillRow(quoted, said, i, ways.AsSpan(i * width, width), beforeThat, before, word);
        }
        int end = 0;
        for (int j = 1; j <= m; j++)
        {
            if (word[j] < word[end]) end = j;
        }
        var alignment = new Alignment(word[end], TraceBack(quoted, ways, width, n, end, from));
        ArrayPool<byte>.Shared.Return(ways);
        ArrayPool<int>.Shared.Return(rows);
        return alignment;
    }

    private static void FillRow(
        ReadOnlySpan<SpokenWord> quoted, ReadOnlySpan<SpokenWord> said, int i, Span<byte> ways, ReadOnlySpan<int> beforeThat, ReadOnlySpan<int> before, Span<int> word)
    {
        bool isLast = i == quoted.Length, isFirst = i == 1, isShort = SpokenWord.MayBeShort(quoted[i - 1]);
        ref readonly var q = ref quoted[i - 1];
        int added = q.Is(WordTraits.Bracketed) ? FreeCost : AddedCost;
        // An ellipsis says that words were left out: where the passage can be read so, it is.
        int straight = i > 1 && q.Is(WordTraits.AfterEllipsis) ? IdleEllipsisCost : 0;
        int other = q.Is(WordTraits.Bracketed) ? FreeCost + 1 : WordCost;
        var (open, extend, turn) = GapCosts(quoted, i);
        int gap = Forbidden, diagonal = before[0], left = before[0] + added;
        word[0] = left;
        ways[0] = Add;
        for (int j = 1; j < word.Length; j++)
        {
            ref readonly var s = ref said[j - 1];
            bool same = q.Key == s.Key || (isShort && SpokenWord.Same(q, s));
            int best = diagonal + (same ? straight : other);
            byte way = same ? Match : Replace, opening = 0;
            diagonal = before[j];
            if (diagonal + added < best) (best, way) = (diagonal + added, Add);
            if (q.Letters == s.Joined && !same && j > 1 && before[j - 2] + FreeCost < best) (best, way) = (before[j - 2] + FreeCost, JoinSaid);
            if (q.Joined == s.Letters && !same && !isFirst && beforeThat[j - 1] + FreeCost < best) (best, way) = (beforeThat[j - 1] + FreeCost, JoinQuoted);
            if (!isLast)
            {
                if (s.Is(WordTraits.Skippable) && left + FreeCost < best) (best, way) = (left + FreeCost, Skip);
                if (left + open <= gap) (gap, opening) = (left + open, GapOpened);
                gap = Math.Min(gap + extend + (s.Is(WordTraits.TurnStart) ? turn : 0), Forbidden);
                if (gap < best) (best, way) = (gap, CloseGap);
            }
            word[j] = left = best;
            ways[j] = (byte)(way | opening);
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
