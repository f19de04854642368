using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>What marks a region has.</summary>
/// <param name="Pair">Null where they do not match or one is missing.</param>
/// <param name="IsPrimary">It is a full quotation in running copy: there the article's primary marks are due.</param>
internal readonly record struct MarkUse(MarkPair? Pair, bool IsPrimary);

/// <summary>The style of quotation marks that one article on a page keeps to.</summary>
internal sealed class MarkStyle
{
    /// <summary>A shorter fragment may well be a term or stand in the other marks on purpose.</summary>
    private const int MinPrimaryWords = 5;

    private readonly Tally _pairs = new(MarkPair.All.Length);
    private readonly Tally _forms = new((int)MarkForm.Other + 1);
    private readonly Tally _primary = new((int)MarkFamily.SingleGuillemet + 1);

    private MarkStyle()
    {
    }

    /// <summary>The form most of its regions have, the first where two are as common; null where no region has a straight or curly one.</summary>
    public MarkForm? Form => (MarkForm?)_forms.MostFrequent;

    /// <summary>The family most of its outermost quotations have; null where it has none.</summary>
    public MarkFamily? PrimaryFamily => (MarkFamily?)_primary.MostFrequent;

    /// <summary>One for each of <see cref="ArticleModel.Stories"/>.</summary>
    public static ImmutableArray<MarkStyle> Of(ArticleModel model) => Of(model, new MarkUse[model.Regions.Length]);

    /// <param name="uses">As many as there are regions; takes what marks they have.</param>
    public static ImmutableArray<MarkStyle> Of(ArticleModel model, Span<MarkUse> uses)
    {
        var styles = new MarkStyle[Math.Max(1, model.Stories.Length)];
        for (int k = 0; k < styles.Length; k++) styles[k] = new MarkStyle();
        for (int k = 0; k < uses.Length; k++)
        {
            var region = model.Regions[k];
            if (PairOf(model, region) is not { } pair) continue;
            uses[k] = new MarkUse(pair, IsPrimary(model, region));
            var style = styles.Length == 1 ? styles[0] : styles[model.StoryIndexAt(region.Span.Start)];
            style._pairs.Add(pair.Number);
            if (pair.Form != MarkForm.Other) style._forms.Add((int)pair.Form);
            if (uses[k].IsPrimary) style._primary.Add((int)pair.Family);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(styles);
    }

    /// <summary>The region's marks; null where they do not match or one is missing.</summary>
    public static MarkPair? PairOf(ArticleModel model, QuotationRegion region)
    {
        var pair = region.Notes.Pair ??= (region.Parts[0].IsOpened && region.IsClosed
            ? MarkPair.Of(model.CopyAt(region.Parts[0].OpenMark), model.CopyAt(region.Parts[^1].CloseMark))
            : null) ?? MarkPair.None;
        return pair == MarkPair.None ? null : pair;
    }

    /// <summary>True for a full quotation in running copy: there the article's primary marks are due.</summary>
    public static bool IsPrimary(ArticleModel model, QuotationRegion region) =>
        region is { Depth: 0, Role: RegionRole.Quotation, Attribution: not null } && IsLongInCopy(model, region);

    private static bool IsLongInCopy(ArticleModel model, QuotationRegion region)
    {
        if (region.Notes.IsPrimary == Noted.Unknown)
        {
            bool isPrimary = ArticleLayout.HasWords(model.CopyAt(region.Parts[0].Inner), MinPrimaryWords) && !model.IsInHeadline(region.Span.Start);
            region.Notes.IsPrimary = isPrimary ? Noted.Yes : Noted.No;
        }
        return region.Notes.IsPrimary == Noted.Yes;
    }

    /// <summary>The pair that a region with marks that do not match should have: what the article mostly has, and of these the nearest.</summary>
    public MarkPair PairFor(ArticleModel model, QuotationRegion region, string open, string close)
    {
        var families = new HashSet<MarkFamily> { MarkPair.FamilyOf(open), MarkPair.FamilyOf(close) };
        if (PrimaryFamily is { } primary && IsPrimary(model, region)) families = [primary];
        return MarkPair.All
            .Where(pair => families.Contains(pair.Family))
            .OrderByDescending(pair => pair.Form == Form)
            .ThenByDescending(pair => _pairs[pair.Number])
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
    /// <param name="things">How many things there are; they are numbered from 0.</param>
    private sealed class Tally(int things)
    {
        private readonly int[] _counts = new int[things];

        // In the order in which they were first met.
        private readonly int[] _met = new int[things];
        private int _metCount;

        public int this[int thing] => _counts[thing];

        public void Add(int thing)
        {
            if (_counts[thing]++ == 0) _met[_metCount++] = thing;
        }

        /// <summary>The first met, where two are as common; null where nothing was.</summary>
        public int? MostFrequent
        {
            get
            {
                int? best = null;
                foreach (int thing in _met.AsSpan(0, _metCount))
                {
                    if (best is not { } other || _counts[thing] > _counts[other]) best = thing;
                }
                return best;
            }
        }
    }
}
