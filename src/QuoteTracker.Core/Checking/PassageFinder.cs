namespace QuoteTracker.Core.Checking;

/// <summary>Finds the passages of one document, or a stretch of it, that a quotation may come from.</summary>
internal static class PassageFinder
{
    // Where a quotation stands more often in one document, the first places will do.
    private const int MaxPlaces = 8;

    // What a sum in another order may differ by.
    private const double Rounding = 1e-6;

    /// <summary>The places where all words stand in their order; where there are none, the nearest one. Empty where hardly a word is the same.</summary>
    /// <param name="from">The window's first word in the document.</param>
    /// <param name="to">Behind its last.</param>
    public static IEnumerable<PassageMatch> Find(Quotation quotation, SourceDocument document, int from, int to)
    {
        bool isThere = false;
        foreach (var place in FindWhole(quotation, document, from, to))
        {
            isThere = true;
            yield return place;
        }
        if (!isThere && FindNearest(quotation, document, from, to) is { } nearest) yield return nearest;
    }

    /// <summary>The places where all words stand in their order, and nothing between them.</summary>
    public static IEnumerable<PassageMatch> FindWhole(Quotation quotation, SourceDocument document, int from, int to) =>
        WholePlaces(quotation.Words, document.Words[from..to], from).Select(place => VerdictJudge.Judge(quotation, document, place));

    /// <summary>The place that an alignment likes best; null where hardly a word is the same.</summary>
    public static PassageMatch? FindNearest(Quotation quotation, SourceDocument document, int from, int to)
    {
        using var said = new SaidColumns(document.Words[from..to]);
        if (!SharesWords(quotation.Words, said)) return null;
        var place = Aligner.Align(quotation.Words, said, from);
        return place.Said is { Start: var start, End: var end } && start < end ? VerdictJudge.Judge(quotation, document, place) : null;
    }

    private static List<Alignment> WholePlaces(ReadOnlySpan<SpokenWord> quoted, ReadOnlySpan<SpokenWord> said, int from)
    {
        var places = new List<Alignment>();
        for (int i = 0; i + quoted.Length <= said.Length && places.Count < MaxPlaces; i++)
        {
            int same = 0;
            while (same < quoted.Length && SpokenWord.Same(quoted[same], said[i + same]) && (same == 0 || !quoted[same].Is(WordTraits.AfterEllipsis))) same++;
            if (same < quoted.Length) continue;
            var steps = new List<Step>(quoted.Length);
            for (int w = 0; w < quoted.Length; w++) steps.Add(new Step(StepKind.Same, w, w + 1, from + i + w, from + i + w + 1));
            places.Add(new Alignment(0, steps));
        }
        return places;
    }

    /// <summary>A third of the words that say something, and of all as many as an edited quotation has: without them the verdict is absent however they stand.</summary>
    private static bool SharesWords(ReadOnlySpan<SpokenWord> quoted, in SaidColumns said)
    {
        int telling = 0, tellingThere = 0;
        double total = 0, there = 0;
        foreach (ref readonly var word in quoted)
        {
            total += VerdictJudge.WeightOf(word);
            if (!word.Is(WordTraits.Bracketed | WordTraits.Light)) telling++;
        }
        double least = (VerdictJudge.LeastFit(quoted.Length) - Rounding) * total;
        for (int i = 0; i < quoted.Length && (tellingThere * 3 < telling || there < least); i++)
        {
            ref readonly var word = ref quoted[i];
            if (word.Is(WordTraits.Bracketed)) continue;
            bool isThere = said.Keys.Contains(word.Key);
            if (isThere && !word.Is(WordTraits.Light)) tellingThere++;
            if (isThere || SpokenWord.MayBeShort(word) || MayBeJoined(quoted, i, said)) there += VerdictJudge.WeightOf(word);
        }
        return tellingThere * 3 >= telling && there >= least;
    }

    /// <summary>Here two words, there one.</summary>
    private static bool MayBeJoined(ReadOnlySpan<SpokenWord> quoted, int at, in SaidColumns said) =>
        said.Joined.Contains(quoted[at].Letters) || said.Letters.Contains(quoted[at].Joined) || (at + 1 < quoted.Length && said.Letters.Contains(quoted[at + 1].Joined));
}
