using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules.House;

/// <summary>Where the words of a pattern may stand.</summary>
public enum CopyPlace
{
    /// <summary>In the newsroom's own words: never inside quotation marks, whatever they mark.</summary>
    Copy,

    /// <summary>In somebody's quoted words.</summary>
    Quotation,

    Anywhere,
}

/// <summary>The stretches of an article in quotation marks, for many questions in text order.</summary>
internal ref struct MarkedStretches(ArticleModel model)
{
    private int _next;

    /// <summary>True where the words at <paramref name="span"/> stand in the place. Spans come in text order.</summary>
    public bool IsIn(CopyPlace place, TextSpan span)
    {
        if (place == CopyPlace.Anywhere) return true;
        var regions = model.Regions;
        while (_next < regions.Length && regions[_next].Span.End <= span.Start && regions[_next].Depth == 0) _next++;
        for (int i = _next; i < regions.Length && regions[i].Span.Start < span.End; i++)
        {
            if (!regions[i].Parts.Any(part => part.Span.OverlapsWith(span))) continue;
            if (place == CopyPlace.Copy) return false;
            if (regions[i].Role == RegionRole.Quotation && regions[i].Parts.Any(part => part.Span.Contains(span))) return true;
        }
        return place == CopyPlace.Copy;
    }
}
