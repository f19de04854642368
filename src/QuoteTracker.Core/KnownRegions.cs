using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core;

/// <summary>The regions of a text, those of paragraphs that stayed the same taken from the text before.</summary>
internal static class KnownRegions
{
    /// <param name="same">The paragraphs whose regions are the same.</param>
    /// <returns>Those that were taken over have the roles and attributions that they had.</returns>
    public static ImmutableArray<QuotationRegion> Of(
        ImmutableArray<TextSpan> paragraphs, ParagraphPairing[] pairings, byte[] chosen, ArticleModel? before, SameEnds same, int moved)
    {
        int from = same.First, to = paragraphs.Length - same.Last;
        var between = MarkPairing.Regions(paragraphs.AsSpan(from..to), pairings.AsSpan(from..to), chosen.AsSpan(from..to));
        if (before is null) return between;
        int kept = FirstIn(before, from), rest = FirstIn(before, before.Paragraphs.Length - same.Last);
        var regions = ImmutableArray.CreateBuilder<QuotationRegion>(kept + between.Length + before.Regions.Length - rest);
        regions.AddRange(before.Regions.AsSpan(0, kept));
        regions.AddRange(between.AsSpan());
        foreach (var region in before.Regions.AsSpan(rest..)) regions.Add(moved == 0 ? region : region with { Parts = Moved(region.Parts, moved) });
        return regions.MoveToImmutable();
    }

    /// <summary>The number of the first region that starts in a paragraph or behind it.</summary>
    public static int FirstIn(ArticleModel model, int paragraph) => FirstIn(model.Regions, model.Paragraphs, paragraph);

    /// <inheritdoc cref="FirstIn(ArticleModel, int)"/>
    public static int FirstIn(ImmutableArray<QuotationRegion> regions, ImmutableArray<TextSpan> paragraphs, int paragraph) =>
        paragraph == paragraphs.Length ? regions.Length : regions.FirstFrom(paragraphs[paragraph].Start, static region => region.Parts[0].Span.Start);

    private static ImmutableArray<RegionPart> Moved(ImmutableArray<RegionPart> parts, int by)
    {
        if (parts is [var one]) return [Moved(one, by)];
        return [.. parts.Select(part => Moved(part, by))];
    }

    private static RegionPart Moved(RegionPart part, int by) => new(part.Span.Moved(by), part.OpenMark.Moved(by), part.CloseMark.Moved(by));
}
