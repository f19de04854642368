using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Core.Model;

/// <summary>What a region in quotation marks is.</summary>
public enum RegionRole
{
    /// <summary>Somebody's words.</summary>
    Quotation,

    /// <summary>Marks that quote nobody: a title, a nickname, a coinage.</summary>
    Term,
}

/// <summary>The stretch of one region in one paragraph. Spans are UTF-16 offsets in the article's text, end exclusive.</summary>
/// <param name="Span">From the opening mark to the closing mark, both included; UTF-16 offsets, end exclusive.</param>
/// <param name="OpenMark">The opening or continuation mark; empty (at <paramref name="Span"/>'s start) where a continuation lacks it.</param>
/// <param name="CloseMark">The closing mark; empty (at <paramref name="Span"/>'s end) where the paragraph ends with the region open.</param>
public readonly record struct RegionPart(TextSpan Span, TextSpan OpenMark, TextSpan CloseMark)
{
    /// <summary>False for a continuation paragraph that lacks its mark.</summary>
    public bool IsOpened => OpenMark.Length > 0;

    /// <summary>False where the paragraph ends with the region open.</summary>
    public bool IsClosed => CloseMark.Length > 0;

    /// <summary>The words between the marks.</summary>
    public TextSpan Inner => TextSpan.FromBounds(OpenMark.End, CloseMark.Start);
}

/// <summary>A region in quotation marks: one part for each paragraph it runs over.</summary>
/// <param name="Parts">At least one, in text order, one for each paragraph.</param>
/// <param name="Depth">0 for an outermost region, 1 for one inside another, and so on.</param>
public sealed record QuotationRegion(ImmutableArray<RegionPart> Parts, int Depth)
{
    /// <summary>Whether the marks quote anybody.</summary>
    public RegionRole Role { get; init; }

    /// <summary>The attribution whose content holds this region; null where no source was found.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>What rules have found out about it. A field, so that a note is written where it is kept: beside the region, in one piece of memory.</summary>
    internal RegionNotes Notes;

    /// <summary>From the first part's start to the last part's end, with the paragraph breaks between; UTF-16 offsets, end exclusive.</summary>
    public TextSpan Span => TextSpan.FromBounds(Parts[0].Span.Start, Parts[^1].Span.End);

    /// <summary>False where the article or the region's last paragraph ends and no mark closed it.</summary>
    public bool IsClosed => Parts[^1].IsClosed;

    /// <summary>True where it goes over several paragraphs.</summary>
    public bool IsRunning => Parts.Length > 1;
}
