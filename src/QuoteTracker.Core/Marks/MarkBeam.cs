using System.Collections.Immutable;

namespace QuoteTracker.Core.Marks;

/// <summary>
/// The search for the cheapest reading: a few hypotheses side by side, at most one for each set of marks that could stand open. Its memory is bounded
/// and used again from paragraph to paragraph; not thread-safe.
/// </summary>
internal sealed class MarkBeam
{
    private const int Width = 6;

    /// <summary>Within a paragraph a reading that is worse by more is given up.</summary>
    private const int Margin = 80;

    /// <summary>
    /// At a paragraph's end a reading that is worse by more is given up: it differs in what is left open, and one stray mark, or none to take it up, makes
    /// up for that.
    /// </summary>
    private const int SettledMargin = 50;

    /// <summary>A paragraph with more marks than any article's is read in stretches, and the best reading of each is final.</summary>
    private const int MaxNodes = 1 << 16;

    private const int NoNode = -1;

    /// <summary>Every hypothesis can skip, open and close; at a paragraph's start it can keep up to three levels with up to three marks.</summary>
    private const int MaxCandidates = Width * 10;

    private readonly List<MarkEvent> _final = [];
    private Candidate[] _candidates = new Candidate[MaxCandidates];
    private Candidate[] _next = new Candidate[MaxCandidates];
    private int _count;
    private int _nextCount;
    private int _best;
    private Node[] _nodes = new Node[64];
    private int _nodeCount;

    /// <param name="before">The state at the end of the paragraph before.</param>
    /// <param name="paragraph">The copy of one paragraph.</param>
    public ParagraphPairing Read(PairingState before, ReadOnlySpan<char> paragraph)
    {
        var scanner = new MarkScanner(paragraph);
        bool more = scanner.TryRead(out var mark);
        if (!more && before.IsSettled) return ParagraphPairing.Plain;

        Begin(before, paragraph.Length, more ? mark : null, scanner);
        while (more)
        {
            Step(mark);
            more = scanner.TryRead(out mark);
        }
        return Finish();
    }

    /// <summary>Lets every hypothesis take up what it left open, in part or not at all.</summary>
    private void Begin(PairingState before, int length, Mark? first, MarkScanner ahead)
    {
        Span<Mark> leading = stackalloc Mark[OpenMarks.MaxDepth];
        int leadingCount = 0;
        for (var mark = first; mark is { Leads: true } m && leadingCount < leading.Length; mark = ahead.TryRead(out m) ? m : null)
            leading[leadingCount++] = m;

        _nodeCount = 0;
        _final.Clear();
        BeginLayer();
        for (int i = 0; i < before.Hypotheses.Length; i++)
            TakeUp(before.Hypotheses[i], i, length, leading[..leadingCount]);
        EndLayer();
    }

    private void TakeUp(Hypothesis hypothesis, int index, int length, ReadOnlySpan<Mark> leading)
    {
        int depth = hypothesis.Open.Depth;
        for (int kept = 0; kept <= depth; kept++)
        {
            int cost = hypothesis.Cost + (depth - kept) * MarkCosts.Unclosed;
            var open = hypothesis.Open.Keep(kept);
            for (int marked = 0; marked <= Math.Min(kept, leading.Length); marked++)
            {
                if (marked > 0)
                {
                    var mark = leading[marked - 1];
                    if (MarkGlyphs.Family(open[marked - 1]) != MarkGlyphs.Family(mark.Glyph)) break;
                    cost += MarkCosts.TakingUp(open[marked - 1], mark);
                }
                int unmarked = kept == 0 ? 0
                    : marked == 0 ? MarkCosts.MissingContinuation + (kept - 1) * MarkCosts.MissingNestedContinuation
                    : (kept - marked) * MarkCosts.MissingNestedContinuation;
                int resume = marked == 0 ? 0 : leading[marked - 1].End;
                // A part without a mark needs words.
                if (kept > marked && resume == length) continue;
                int node = NoNode;
                for (int level = 0; level < kept; level++)
                {
                    node = AddNode(node, level < marked
                        ? new MarkEvent(MarkUse.Continue, leading[level].Start, leading[level].Length)
                        : new MarkEvent(MarkUse.Continue, resume, 0));
                }
                Add(new Candidate { Open = open, Cost = cost + unmarked, From = index, Node = node, Resume = resume });
            }
        }
    }

    private void Step(in Mark mark)
    {
        if (_nodeCount > MaxNodes - 2 * MaxCandidates) KeepBestAlone();
        BeginLayer();
        for (int i = 0; i < _count; i++)
        {
            var candidate = _candidates[i];
            if (candidate.Resume > mark.Start)
            {
                if (candidate.Resume <= mark.End) candidate.Resume = 0;
                Add(candidate);
                continue;
            }
            Add(candidate with { Cost = candidate.Cost + mark.Skip });
            Close(candidate, mark);
            Open(candidate, mark);
        }
        EndLayer();
    }

    private void Close(in Candidate candidate, in Mark mark)
    {
        var open = candidate.Open;
        if (open.IsEmpty) return;
        var closing = new MarkEvent(MarkUse.Close, mark.Start, mark.Length);
        int cost = candidate.Cost + mark.Close;
        Add(candidate with { Open = open.Pop(), Cost = cost + MarkGlyphs.PairCost(open.Top, mark.Glyph, mark.IsAfterWord) }, closing);

        var outer = open.Pop();
        if (outer.IsEmpty || mark.Leads || MarkGlyphs.Family(outer.Top) == MarkGlyphs.Family(open.Top)) return;
        cost += MarkCosts.Abandoned + MarkGlyphs.PairCost(outer.Top, mark.Glyph, mark.IsAfterWord);
        Add(candidate with { Open = outer.Pop(), Cost = cost }, new MarkEvent(MarkUse.Close, mark.Start, 0), closing);
    }

    private void Open(in Candidate candidate, in Mark mark)
    {
        var open = candidate.Open;
        var opening = new MarkEvent(MarkUse.Open, mark.Start, mark.Length);
        int cost = candidate.Cost + mark.Open;
        if (open.Depth < OpenMarks.MaxDepth)
        {
            int nesting = open.IsEmpty ? 0 : MarkCosts.Nesting(open.Top, mark.Glyph);
            Add(candidate with { Open = open.Push(mark.Glyph), Cost = cost + nesting }, opening);
        }

        if (open.IsEmpty || mark.Leads || mark.Before != Neighbour.Space || MarkGlyphs.Family(open.Top) != MarkGlyphs.Family(mark.Glyph)) return;
        Add(candidate with { Open = open.Pop().Push(mark.Glyph), Cost = cost + MarkCosts.Abandoned },
            new MarkEvent(MarkUse.Close, mark.TextEnd, 0), opening);
    }

    private void BeginLayer()
    {
        _nextCount = 0;
        _best = int.MaxValue;
    }

    private void Add(in Candidate candidate, MarkEvent added)
    {
        int slot = SlotFor(candidate);
        if (slot < 0) return;
        _next[slot] = candidate with { Node = AddNode(candidate.Node, added) };
    }

    private void Add(in Candidate candidate, MarkEvent first, MarkEvent second)
    {
        int slot = SlotFor(candidate);
        if (slot < 0) return;
        _next[slot] = candidate with { Node = AddNode(AddNode(candidate.Node, first), second) };
    }

    private void Add(in Candidate candidate)
    {
        int slot = SlotFor(candidate);
        if (slot >= 0) _next[slot] = candidate;
    }

    /// <summary>Where the candidate belongs in the next layer; −1 where a better one leaves the same open, or it is too far behind.</summary>
    private int SlotFor(in Candidate candidate)
    {
        if (candidate.Cost - Margin > _best) return -1;
        if (candidate.Cost < _best) _best = candidate.Cost;
        for (int i = 0; i < _nextCount; i++)
        {
            if (_next[i].Open == candidate.Open && _next[i].Resume == candidate.Resume)
                return candidate.Cost < _next[i].Cost ? i : -1;
        }
        return _nextCount++;
    }

    /// <summary>Orders the layer by cost, then by what is open, and cuts it to the beam's width.</summary>
    private void EndLayer()
    {
        var layer = _next.AsSpan(0, _nextCount);
        for (int i = 1; i < layer.Length; i++)
        {
            var candidate = layer[i];
            int at = i;
            for (; at > 0 && Precedes(candidate, layer[at - 1]); at--) layer[at] = layer[at - 1];
            layer[at] = candidate;
        }
        int count = Math.Min(layer.Length, Width);
        while (count > 1 && layer[count - 1].Cost - Margin > _best) count--;
        (_candidates, _next) = (_next, _candidates);
        _count = count;
    }

    private static bool Precedes(in Candidate left, in Candidate right) =>
        left.Cost != right.Cost ? left.Cost < right.Cost
        : left.Open != right.Open ? left.Open.Bits < right.Open.Bits
        : left.Resume < right.Resume;

    private int AddNode(int previous, MarkEvent added)
    {
        if (_nodeCount == _nodes.Length) Array.Resize(ref _nodes, _nodes.Length * 2);
        _nodes[_nodeCount] = new Node(previous, added);
        return _nodeCount++;
    }

    private void KeepBestAlone()
    {
        _count = 1;
        AppendEvents(_candidates[0].Node);
        _nodeCount = 0;
        _candidates[0].Node = NoNode;
        _candidates[0].Cost = 0;
    }

    private ParagraphPairing Finish()
    {
        int best = _candidates[0].Cost;
        Span<Hypothesis> hypotheses = stackalloc Hypothesis[Width];
        int count = 0;
        while (count < _count && _candidates[count].Cost - best <= SettledMargin)
        {
            hypotheses[count] = new Hypothesis(_candidates[count].Open, _candidates[count].Cost - best);
            count++;
        }
        var readings = ImmutableArray.CreateBuilder<Reading>(count);
        int settled = _final.Count;
        for (int i = 0; i < count; i++)
        {
            AppendEvents(_candidates[i].Node);
            readings.Add(new Reading(_candidates[i].From, [.. _final]));
            _final.RemoveRange(settled, _final.Count - settled);
        }
        return new ParagraphPairing(PairingState.Of(hypotheses[..count]), readings.MoveToImmutable());
    }

    private void AppendEvents(int node)
    {
        int start = _final.Count;
        for (; node != NoNode; node = _nodes[node].Previous) _final.Add(_nodes[node].Event);
        _final.Reverse(start, _final.Count - start);
    }

    /// <param name="Resume">It has used the marks before this offset of the paragraph as continuations; 0 once they are passed.</param>
    private record struct Candidate(OpenMarks Open, int Cost, int From, int Node, int Resume);

    private readonly record struct Node(int Previous, MarkEvent Event);
}
