using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>The style of quotation marks that one article on a page keeps to.</summary>
internal sealed class MarkStyle
{
    /// <summary>A shorter fragment may well be a term or stand in the other marks on purpose.</summary>
    private const int MinPrimaryWords = 5;

    private readonly Tally<MarkPair> _pairs = new();
    private readonly Tally<int> _forms = new(), _primary = new();

    private MarkStyle()
    {
    }

    /// <summary>The form most of its regions have, the first where two are as common; null where no region has a straight or curly one.</summary>
    public MarkForm? Form => _forms.TryMostFrequent(out int form) ? (MarkForm)form : null;

    /// <summary>The family most of its outermost quotations have; null where it has none.</summary>
    public MarkFamily? PrimaryFamily => _primary.TryMostFrequent(out int family) ? (MarkFamily)family : null;

    /// <summary>One for each of <see cref="ArticleModel.Stories"/>.</summary>
    public static ImmutableArray<MarkStyle> Of(ArticleModel model)
    {
        var styles = new MarkStyle[Math.Max(1, model.Stories.Length)];
        for (int k = 0; k < styles.Length; k++) styles[k] = new MarkStyle();
        foreach (var region in model.Regions)
        {
            if (PairOf(model, region) is not { } pair) continue;
            var style = styles[model.StoryIndexAt(region.Span.Start)];
            style._pairs.Add(pair);
            if (pair.Form != MarkForm.Other) style._forms.Add((int)pair.Form);
            if (IsPrimary(model, region)) style._primary.Add((int)pair.Family);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(styles);
    }

    /// <summary>The region's marks; null where they do not match or one is missing.</summary>
    public static MarkPair? PairOf(ArticleModel model, QuotationRegion region) =>
        region.Parts[0].IsOpened && region.IsClosed
            ? MarkPair.Of(model.CopyAt(region.Parts[0].OpenMark), model.CopyAt(region.Parts[^1].CloseMark))
            : null;

    /// <summary>True for a full quotation in running copy: there the article's primary marks are due.</summary>
    public static bool IsPrimary(ArticleModel model, QuotationRegion region) =>
        region is { Depth: 0, Role: RegionRole.Quotation, Attribution: not null }
        && ArticleLayout.HasWords(model.CopyAt(region.Parts[0].Inner), MinPrimaryWords)
        && !model.IsInHeadline(region.Span.Start);

    /// <summary>The pair that a region with marks that do not match should have: what the article mostly has, and of these the nearest.</summary>
    public MarkPair PairFor(ArticleModel model, QuotationRegion region, string open, string close)
    {
        var families = new HashSet<MarkFamily> { MarkPair.FamilyOf(open), MarkPair.FamilyOf(close) };
        if (PrimaryFamily is { } primary && IsPrimary(model, region)) families = [primary];
        return MarkPair.All
            .Where(pair => families.Contains(pair.Family))
            .OrderByDescending(pair => pair.Form == Form)
            .ThenByDescending(pair => _pairs.CountOf(pair))
            .ThenByDescending(pair => (pair.Open == open ? 1 : 0) + (pair.Close == close ? 1 : 0))
            .ThenByDescending(pair => pair.Open == open)
            .First();
    }

    /// <summary>Changes that give a region other marks.</summary>
    public static ImmutableArray<TextChange> Remark(SourceText text, QuotationRegion region, MarkPair pair)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var part in region.Parts)
        {
            Change(part.OpenMark, pair.Open);
            Change(part.CloseMark, pair.Close);
        }
        return changes.ToImmutable();

        void Change(TextSpan mark, string wanted)
        {
            if (!mark.IsEmpty && text.ToString(mark) != wanted) changes.Add(new TextChange(mark, wanted));
        }
    }

    /// <summary>How often each of a few things was met. Enumerations are counted as numbers: to compare them as what they are is compiled at start.</summary>
    private sealed class Tally<T>
    {
        private readonly List<(T Thing, int Count)> _counts = [];

        public void Add(T thing)
        {
            int at = IndexOf(thing);
            if (at < 0) _counts.Add((thing, 1));
            else _counts[at] = (thing, _counts[at].Count + 1);
        }

        public int CountOf(T thing) => IndexOf(thing) is >= 0 and var at ? _counts[at].Count : 0;

        /// <summary>The first met, where two are as common; false where nothing was.</summary>
        public bool TryMostFrequent([MaybeNullWhen(false)] out T thing)
        {
            (thing, int most) = (default, 0);
            foreach (var (other, count) in _counts)
            {
                if (count > most) (thing, most) = (other, count);
            }
            return most > 0;
        }

        private int IndexOf(T thing)
        {
            for (int k = 0; k < _counts.Count; k++)
            {
                if (EqualityComparer<T>.Default.Equals(_counts[k].Thing, thing)) return k;
            }
            return -1;
        }
    }
}
