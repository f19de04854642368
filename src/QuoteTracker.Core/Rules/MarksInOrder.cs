using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Tells what stands in quotation marks when asked in text order, without a look at each region for each place.</summary>
internal struct MarksInOrder(ArticleModel model)
{
    // Those that may hold what comes: begun, and not over yet.
    private readonly List<QuotationRegion> _open = [];
    private int _next;

    /// <summary>The same as <see cref="ArticleLayout.IsInMarks"/>.</summary>
    /// <param name="span">Does not start before the one that was asked for last.</param>
    public bool Holds(TextSpan span)
    {
        for (; _next < model.Regions.Length && model.Regions[_next].Span.Start <= span.Start; _next++) _open.Add(model.Regions[_next]);
        for (int k = _open.Count - 1; k >= 0; k--)
        {
            if (_open[k].Span.End <= span.Start)
            {
                _open.RemoveAt(k);
                continue;
            }
            foreach (var part in _open[k].Parts)
            {
                if (part.Span.Contains(span)) return true;
            }
        }
        return false;
    }
}
