using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Marks;

/// <summary>Makes regions of the marks' uses, paragraph by paragraph in text order.</summary>
internal sealed class RegionBuilder
{
    private readonly ImmutableArray<QuotationRegion>.Builder _regions = ImmutableArray.CreateBuilder<QuotationRegion>();
    private readonly Opened[] _open = new Opened[OpenMarks.MaxDepth];
    private int _depth;

    /// <param name="paragraph">Where the paragraph stands in the article.</param>
    /// <param name="events">Its marks that have a use, at offsets in the paragraph.</param>
    public void Add(TextSpan paragraph, ReadOnlySpan<MarkEvent> events)
    {
        int current = 0;
        foreach (var used in events)
        {
            var mark = new TextSpan(paragraph.Start + used.Start, used.Length);
            if (used.Use == MarkUse.Continue)
            {
                Debug.Assert(current < _depth);
                _open[current++].Mark = mark;
                continue;
            }
            EndBeyond(current);
            if (used.Use == MarkUse.Open)
            {
                _open[_depth++] = new Opened { Region = _regions.Count, Mark = mark };
                // Keeps the place among the regions: one is complete only when all inside it are.
                _regions.Add(null!);
            }
            else
            {
                ref var closed = ref _open[_depth - 1];
                closed.EndPart(mark);
                EndBeyond(_depth - 1);
            }
            current = _depth;
        }
        EndBeyond(current);
        for (int level = 0; level < _depth; level++)
            _open[level].EndPart(new TextSpan(paragraph.End, 0));
    }

    public ImmutableArray<QuotationRegion> ToImmutable()
    {
        EndBeyond(0);
        return _regions.DrainToImmutable();
    }

    /// <summary>Completes the regions deeper than <paramref name="depth"/>: closed, or not taken up by the paragraph after their last.</summary>
    private void EndBeyond(int depth)
    {
        while (_depth > depth)
        {
            _depth--;
            _regions[_open[_depth].Region] = new QuotationRegion(_open[_depth].Parts(), _depth);
        }
    }

    private struct Opened
    {
        public int Region;

        /// <summary>The opening or continuation mark of the part that is being read.</summary>
        public TextSpan Mark;

        private RegionPart _last;
        private ImmutableArray<RegionPart>.Builder? _earlier;

        public void EndPart(TextSpan closeMark)
        {
            if (_last.Span.Length > 0) (_earlier ??= ImmutableArray.CreateBuilder<RegionPart>()).Add(_last);
            _last = new RegionPart(TextSpan.FromBounds(Mark.Start, closeMark.End), Mark, closeMark);
        }

        public readonly ImmutableArray<RegionPart> Parts()
        {
            if (_earlier is null) return [_last];
            _earlier.Add(_last);
            return _earlier.DrainToImmutable();
        }
    }
}
