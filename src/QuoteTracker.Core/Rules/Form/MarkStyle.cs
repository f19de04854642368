using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>The style of quotation marks that one article on a page keeps to.</summary>
internal sealed class MarkStyle
{
    /// <summary>A shorter fragment may well be a term or stand in the other marks on purpose.</summary>
    private const int MinPrimaryWords = 5;

    // There is one of each pair.
    private readonly Dictionary<MarkPair, int> _counts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MarkForm, int> _forms = [];
    private readonly Dictionary<MarkFamily, int> _primary = [];

    private MarkStyle()
    {
    }

    /// <summary>The form most of its regions have, the first where two are as common; null where no region has a straight or curly one.</summary>
    public MarkForm? Form { get; private set; }

    /// <summary>The family most of its outermost quotations have; null where it has none.</summary>
    public MarkFamily? PrimaryFamily { get; private set; }

    /// <summary>One for each of <see cref="ArticleModel.Stories"/>.</summary>
    public static ImmutableArray<MarkStyle> Of(ArticleModel model)
    {
        var styles = Enumerable.Range(0, Math.Max(1, model.Stories.Length)).Select(_ => new MarkStyle()).ToImmutableArray();
        foreach (var region in model.Regions)
        {
            if (PairOf(model, region) is not { } pair) continue;
            var style = styles[model.StoryIndexAt(region.Span.Start)];
            Count(style._counts, pair);
            if (pair.Form != MarkForm.Other) Count(style._forms, pair.Form);
            if (IsPrimary(model, region)) Count(style._primary, pair.Family);
        }
        foreach (var style in styles)
        {
            style.Form = MostFrequent(style._forms);
            style.PrimaryFamily = MostFrequent(style._primary);
        }
        return styles;
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
            .ThenByDescending(pair => _counts.GetValueOrDefault(pair))
            .ThenByDescending(pair => (pair.Open == open ? 1 : 0) + (pair.Close == close ? 1 : 0))
            .ThenByDescending(pair => pair.Open == open)
            .First();
    }

    private static void Count<T>(Dictionary<T, int> counts, T key) where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static T? MostFrequent<T>(Dictionary<T, int> counts) where T : struct =>
        counts.Count == 0 ? null : counts.MaxBy(pair => pair.Value).Key;

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
}
