using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary>Puts the paragraphs' readings together: running regions, continuations, offsets in the article.</summary>
internal sealed class AttributionAssembler(ParagraphLayout[] layouts, ParagraphReading[] readings, ImmutableArray<QuotationRegion> regions, Calibration calibration)
{
    private readonly List<Draft> _drafts = [];
    private readonly bool[] _hasCueLater = new bool[regions.Length];
    private readonly Draft?[] _ownerOf = new Draft?[regions.Length];

    /// <summary>An attribution as far as it is put together.</summary>
    internal sealed class Draft
    {
        public required int Paragraph { get; init; }
        public required LocalAttribution Local { get; init; }
        public required float Score { get; init; }
        public List<TextSpan> Content { get; } = [];
    }

    /// <summary>True where nothing of the paragraphs before goes on into a paragraph, nor the other way round: from here on all may be put together apart.</summary>
    public static bool StandsAlone(ParagraphLayout layout, ParagraphReading reading)
    {
        foreach (var part in layout.Parts)
        {
            if (part.Continues) return false;
        }
        foreach (var local in reading.Attributions)
        {
            if (local.Place != Place.Here) return false;
        }
        return true;
    }

    /// <summary>Those of some paragraphs, in the order of their first content.</summary>
    /// <param name="from">The first paragraph: one that stands alone.</param>
    /// <param name="to">The one behind the last: stands alone, or is none.</param>
    public List<Draft> Assemble(ImmutableArray<TextSpan> stories, int from, int to, CancellationToken cancellation)
    {
        FindCuesOfRegions(from, to);
        int story = 0;
        Draft? last = null;
        int group = 0;
        for (int p = from; p < to; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            while (story + 1 < stories.Length && stories[story + 1].Start <= layouts[p].Start)
            {
                story++;
                last = null;
            }
            if (StandsAlone(layouts[p], readings[p]))
            {
                Sort(group);
                group = _drafts.Count;
            }
            foreach (var local in readings[p].Attributions) last = Add(p, local, last) ?? last;
            if (readings[p].Attributions.Length == 0 && !IsCarried(p)) last = null;
        }
        Sort(group);
        return _drafts;
    }

    /// <summary>Orders the drafts of paragraphs that hang together: those of others are all before them or behind them.</summary>
    private void Sort(int first) => InsertionSort.Sort(CollectionsMarshal.AsSpan(_drafts)[first..], Compare);

    private static int Compare(Draft a, Draft b) =>
        a.Content[0].Start != b.Content[0].Start ? a.Content[0].Start.CompareTo(b.Content[0].Start) : b.Content[^1].End.CompareTo(a.Content[^1].End);

    /// <summary>The paragraph goes on with a region that is attributed already.</summary>
    private bool IsCarried(int p)
    {
        var layout = layouts[p];
        for (int k = 0; k < layout.Parts.Length; k++)
        {
            if (layout.Parts[k].Continues && _ownerOf[layout.Regions[k]] is not null) return true;
        }
        return false;
    }

    /// <summary>A running region with its own cue in a later paragraph, or a byline under it, belongs there, whatever stood before its first.</summary>
    private void FindCuesOfRegions(int from, int to)
    {
        for (int p = from; p < to; p++)
        {
            foreach (var local in readings[p].Attributions)
            {
                if (local.Place == Place.UnderQuotation)
                {
                    foreach (int region in layouts[p - 1].Regions) _hasCueLater[region] = true;
                }
                if (local.Place != Place.Here) continue;
                foreach (int part in local.Links)
                {
                    if (layouts[p].Parts[part].Continues) _hasCueLater[layouts[p].Regions[part]] = true;
                }
            }
        }
    }

    private Draft? Add(int p, LocalAttribution local, Draft? last)
    {
        var layout = layouts[p];
        Draft? owner = null;
        foreach (int part in local.Links)
        {
            if (layout.Parts[part].Continues) owner ??= _ownerOf[layout.Regions[part]];
        }
        if (local.Place == Place.UnderQuotation) return AddByline(p, local);
        if (local.Place is Place.AnnouncedBefore or Place.Continues && HasCueLater(layout, local)) return null;
        if (local.Place == Place.AnnouncedBefore) owner ??= Announcing(p - 1, local.Head);
        if (local.Place == Place.Continues) owner ??= last;
        if (local.Place == Place.Continues && owner is null) return null;
        if (owner is null)
        {
            owner = new Draft { Paragraph = local.Place == Place.AnnouncedBefore ? p - 1 : p, Local = local, Score = local.Score };
            _drafts.Add(owner);
        }
        foreach (int part in local.Links) AddRegion(owner, layout.Regions[part]);
        foreach (var span in local.Content) owner.Content.Add(CharactersOf(p, span));
        InsertionSort.Sort(owner.Content, static (a, b) => a.CompareTo(b));
        return owner;
    }

    private bool HasCueLater(ParagraphLayout layout, LocalAttribution local) => local.Links.Any(part => _hasCueLater[layout.Regions[part]]);

    private Draft? Announcing(int paragraph, int head) => _drafts.FindLast(d => d.Paragraph == paragraph && d.Local.Head == head && d.Local.Place == Place.Here);

    /// <summary>The quotation above takes the byline's source, unless something attributed it already.</summary>
    private Draft? AddByline(int p, LocalAttribution local)
    {
        var above = layouts[p - 1];
        var owner = new Draft { Paragraph = p, Local = local, Score = local.Score };
        for (int k = 0; k < above.Parts.Length; k++)
        {
            if (above.Parts[k].Depth == 0) AddRegion(owner, above.Regions[k]);
        }
        if (owner.Content.Count == 0) return null;
        _drafts.Add(owner);
        InsertionSort.Sort(owner.Content, static (a, b) => a.CompareTo(b));
        return owner;
    }

    private void AddRegion(Draft owner, int region)
    {
        if (_ownerOf[region] is not null) return;
        _ownerOf[region] = owner;
        foreach (var part in regions[region].Parts) owner.Content.Add(part.Span);
    }

    public TextSpan CharactersOf(int paragraph, TokenSpan span)
    {
        var tokens = readings[paragraph].Tokens;
        int start = layouts[paragraph].Start;
        return TextSpan.FromBounds(start + tokens[span.Start].Start, start + tokens[span.End - 1].End);
    }

    public static string IdOf(int number) => "a" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public Attribution Finish(Draft draft, int number, AttributionKind kind)
    {
        var cue = draft.Local.Cue.IsNone ? (TextSpan?)null : CharactersOf(draft.Paragraph, draft.Local.Cue);
        var source = draft.Local.Source.IsNone ? (TextSpan?)null : CharactersOf(draft.Paragraph, draft.Local.Source);
        ImmutableArray<TextSpan> spans = (source, cue) switch
        {
            ({ } s, { } c) => [s, c],
            ({ } s, null) => [s],
            (null, { } c) => [c],
            _ => [],
        };
        return new Attribution
        {
            Id = IdOf(number),
            Kind = kind,
            Content = [.. draft.Content],
            Cue = cue,
            Source = source,
            Confidence = calibration.Of(kind, draft.Score),
            Evidence = new Evidence(draft.Local.Sieve, spans),
        };
    }

    /// <summary>How much of the content stands in outermost marks.</summary>
    public AttributionKind KindOf(Draft draft)
    {
        // A transcript gives words as they fell, without marks.
        if (draft.Local.Sieve == ParagraphReader.TranscriptTurn) return AttributionKind.Direct;
        bool inside = false, outside = false;
        foreach (var span in draft.Content)
        {
            int p = ParagraphAt(span.Start), first = span.Start - layouts[p].Start, end = span.End - layouts[p].Start;
            var tokens = readings[p].Tokens;
            for (int i = TokenFrom(tokens, first); i < tokens.Length && tokens[i].Start < end; i++)
            {
                if (!tokens[i].Is(TokenFlags.Word | TokenFlags.Number)) continue;
                if (tokens[i].Is(TokenFlags.InMarks)) inside = true;
                else outside = true;
                if (inside && outside) return AttributionKind.Mixed;
            }
        }
        return inside ? AttributionKind.Direct : AttributionKind.Indirect;
    }

    /// <summary>The first token that starts at an offset of its paragraph or behind it.</summary>
    private static int TokenFrom(Token[] tokens, int offset) => ((ReadOnlySpan<Token>)tokens).FirstFrom(offset, static token => token.Start);

    private int ParagraphAt(int position) => Math.Max(0, ((ReadOnlySpan<ParagraphLayout>)layouts).FirstFrom(position + 1, static layout => layout.Start) - 1);
}
