using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>Finds the stretch of a source with the most words of a paraphrase, in any order.</summary>
internal static class OverlapFinder
{
    private const int MinStretch = 24;

    /// <returns>From the first shared word to the last, and the share of the words that say something; null where none is shared.</returns>
    public static (TextSpan Span, double Share)? Find(Quotation paraphrase, CandidateWindow window)
    {
        var wanted = new Dictionary<uint, int>();
        foreach (ref readonly var word in paraphrase.Words)
        {
            if (!word.Is(WordTraits.Light | WordTraits.Bracketed)) wanted[word.Key] = 0;
        }
        if (wanted.Count == 0) return null;
        var said = window.Document.Words;
        int stretch = Math.Max(MinStretch, paraphrase.Words.Length * 2);
        int shared = 0, best = 0, bestEnd = 0;
        for (int end = window.From; end < window.To; end++)
        {
            if (wanted.TryGetValue(said[end].Key, out int seen))
            {
                if (seen == 0) shared++;
                wanted[said[end].Key] = seen + 1;
            }
            int start = end - stretch;
            if (start >= window.From && wanted.TryGetValue(said[start].Key, out int left))
            {
                if (left == 1) shared--;
                wanted[said[start].Key] = left - 1;
            }
            if (shared > best) (best, bestEnd) = (shared, end + 1);
        }
        if (best == 0) return null;
        int first = Math.Max(window.From, bestEnd - stretch);
        while (!wanted.ContainsKey(said[first].Key)) first++;
        return (TextSpan.FromBounds(said[first].Start, said[bestEnd - 1].End), (double)best / wanted.Count);
    }
}
