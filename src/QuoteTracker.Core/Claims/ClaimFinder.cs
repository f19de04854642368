using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>
/// Finds claims in a text. First the same words, wherever they went: all claims are placed together, the surest first, so that of several equal
/// quotations each keeps its own. Then, for claims whose words are gone, the words that took their place.
/// </summary>
internal sealed class ClaimFinder
{
    /// <summary>So many words are found again by themselves; fewer need the words around them, or the quotation that they are all of.</summary>
    private const int EnoughWords = 4;

    /// <summary>For words that left their article: they must not be anybody's.</summary>
    private const int EnoughWordsElsewhere = 6;

    private const int NearContext = 2;
    private const double Alike = 0.5;
    private const double BarelyAlike = 0.25;

    private readonly ArticleModel _model;
    private readonly ArticleWords _words;

    public ClaimFinder(ArticleModel model)
    {
        _model = model;
        _words = new ArticleWords(model);
    }

    private sealed record Candidate(SoughtClaim Sought, WordPlace Place, double Score);

    /// <param name="article">The article's path from the newsroom's root.</param>
    /// <param name="own">The entries that name this article.</param>
    public ArticleClaims Resolve(string article, IReadOnlyList<Claim> own, HomelessClaims homeless)
    {
        var places = new List<ClaimPlace>();
        var taken = new List<WordPlace>();
        var open = homeless.BeginningIn(_words.Keys);
        open.RemoveWhere(sought => sought.Claim.Article == article);
        open.UnionWith(own.Select(static claim => new SoughtClaim(claim, IsHomeless: false)).Where(static sought => sought.Words.Count > 0));
        Place(SameWords(open), static (one, other) => one.IsSameAs(other));

        // The article that has one claim's very words may be the renamed home of its others.
        var homes = places.Select(static place => place.Claim.Article).ToHashSet(StringComparer.Ordinal);
        var placed = places.Select(static place => place.Claim.Id).ToHashSet(StringComparer.Ordinal);
        open.RemoveWhere(sought => sought.IsHomeless && !homes.Contains(sought.Claim.Article));
        open.UnionWith(homes.Where(home => home != article).SelectMany(homeless.Of).Where(sought => !placed.Contains(sought.Claim.Id)));
        Place(SameWords(open), static (one, other) => one.IsSameAs(other));
        Place(OtherWords(open, taken), static (one, other) => one.Overlaps(other));

        placed.UnionWith(places.Select(static place => place.Claim.Id));
        return new ArticleClaims([.. places], [.. own.Where(claim => !placed.Contains(claim.Id))]);

        void Place(List<Candidate> candidates, Func<WordPlace, WordPlace, bool> excludes)
        {
            // Equal scores go by the claim's id and by the text, so that the same files give the same answer.
            candidates.Sort(static (a, b) =>
                b.Score.CompareTo(a.Score) is not 0 and var byScore ? byScore
                : string.CompareOrdinal(a.Sought.Claim.Id, b.Sought.Claim.Id) is not 0 and var byId ? byId
                : a.Place.First.CompareTo(b.Place.First));
            foreach (var candidate in candidates)
            {
                if (!open.Contains(candidate.Sought) || taken.Exists(place => excludes(place, candidate.Place))) continue;
                taken.Add(candidate.Place);
                open.Remove(candidate.Sought);
                places.Add(PlaceOf(candidate.Sought.Claim, _words.WithAddedWords(candidate.Place, candidate.Sought)));
            }
        }
    }

    private List<Candidate> SameWords(IEnumerable<SoughtClaim> open)
    {
        var candidates = new List<Candidate>();
        foreach (var sought in open)
        {
            var found = _words.Find(sought);
            foreach (var place in found)
            {
                var context = _words.ContextAt(place, sought);
                var whole = _words.WholeOf(place);
                var agrees = whole is not null && IsBy(whole, sought.Claim);
                var isSure = sought.IsHomeless
                    ? sought.Words.Count >= EnoughWordsElsewhere || (sought.Words.Count >= NearContext && context.Near >= NearContext)
                    : sought.Words.Count >= EnoughWords || context.Near >= NearContext || agrees || (found.Count == 1 && sought.HasNoContext);
                if (isSure) candidates.Add(new Candidate(sought, place, (4 * context.Near) + context.Around + (agrees ? 6 : 0) + (whole is null ? 0 : 2)));
            }
        }
        return candidates;
    }

    private List<Candidate> OtherWords(IEnumerable<SoughtClaim> open, List<WordPlace> taken)
    {
        var free = _words.Statements.Where(place => !taken.Exists(place.Overlaps)).ToList();
        // What was one statement may be read as two, or was recorded as one where there are two.
        free.AddRange(free.Zip(free.Skip(1)).Select(static pair => pair.First.Then(pair.Second)).OfType<WordPlace>().ToList());
        var candidates = new List<Candidate>();
        foreach (var sought in open)
        {
            foreach (var place in free.Append(_words.BetweenContext(sought)).OfType<WordPlace>())
            {
                var context = _words.ContextAt(place, sought);
                var alike = _words.Likeness(place, sought, atLeast: context.IsTight ? 0 : BarelyAlike);
                var isSure = context.IsTight
                    || (sought.Words.Count >= EnoughWords && (alike >= Alike || (alike >= BarelyAlike && context.Near >= NearContext)));
                var isByTheSame = _words.WholeOf(place) is { } whole && IsBy(whole, sought.Claim);
                if (isSure) candidates.Add(new Candidate(sought, place, alike + (0.05 * Math.Min(context.Near, 8)) + (isByTheSame ? 0.1 : 0)));
            }
        }
        return candidates;
    }

    private ClaimPlace PlaceOf(Claim claim, WordPlace place)
    {
        var whole = _words.WholeOf(place);
        var attribution = whole ?? _words.MostOf(place);
        var spans = whole?.Content ?? _words.SpansOf(place);
        var changes = WordChange.Between(claim.Anchor.Exact, ClaimAnchors.WordsOf(_model.Article, spans));
        return new ClaimPlace
        {
            Claim = claim,
            Spans = spans,
            Attribution = attribution,
            Changes = changes,
            HasOtherSpeaker = attribution is { Confidence: >= Attribution.ShownFrom, Speaker.Entry: { } entry }
                && claim.Speaker is { } speaker && entry.Id != speaker && _model.Registry.Entries.Any(known => known.Id == speaker),
        };
    }

    private static bool IsBy(Attribution attribution, Claim claim) =>
        claim.Speaker is null ? attribution.Speaker is null : attribution.Speaker is { } speaker && (speaker.Entry?.Id == claim.Speaker || speaker.Name == claim.Speaker);
}
