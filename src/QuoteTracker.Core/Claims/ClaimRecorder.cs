using System.Collections.Immutable;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>Makes entries of what an article says and what a check of it found. Pure: whoever calls knows the day and who checked.</summary>
public static class ClaimRecorder
{
    /// <summary>An entry for an attribution that the ledger does not have yet; of status unchecked.</summary>
    /// <param name="article">The article's path from the newsroom's root, with slashes.</param>
    /// <param name="isTaken">Whether an entry has an id already.</param>
    public static Claim New(string article, ArticleModel model, Attribution attribution, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(attribution);
        var anchor = ClaimAnchors.Of(model.Article, attribution.Content);
        return new Claim
        {
            Id = ClaimId.For(article, anchor.Exact, isTaken),
            Article = article,
            Anchor = anchor,
            Speaker = SpeakerOf(attribution),
            Kind = attribution.Kind,
        };
    }

    /// <summary>The source of a claim, as a check of its words found it.</summary>
    public static ClaimSource SourceOf(SourcePassage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return new ClaimSource { Path = passage.Path, Locator = passage.Locator, Hash = passage.Hash };
    }

    /// <summary>
    /// What the ledger gains by a look at an article: an entry for each quotation that a source has word for word from the same speaker, and for entries
    /// that it has, where their words are now. Nobody's decision is overruled: an entry that is disputed, corrected or retracted keeps its check.
    /// </summary>
    /// <param name="article">The article's path from the newsroom's root, with slashes.</param>
    /// <param name="checks">By the attribution's id.</param>
    /// <param name="entersAll">The other quotations get entries as well, as unchecked: somebody is to check them.</param>
    /// <returns>The entries that are new or changed.</returns>
    public static ImmutableArray<Claim> Record(
        ClaimLedger ledger, string article, ArticleModel model, ImmutableDictionary<string, QuotationCheck> checks, string by, DateOnly on,
        bool entersAll = false)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(checks);
        var known = ledger.Resolve(article, model);
        var changed = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var place in known.Places)
            if (AtItsPlace(place, article, model) is var moved && moved != place.Claim) changed[moved.Id] = moved;
        foreach (var attribution in model.Attributions)
        {
            var check = checks.GetValueOrDefault(attribution.Id);
            var place = known.Of(attribution);
            if (check is null || !IsWordForWord(check))
            {
                if (!entersAll || place is not null || attribution.Kind == AttributionKind.Indirect || attribution.Confidence < Attribution.ShownFrom) continue;
                var entered = New(article, model, attribution, IsTaken);
                changed[entered.Id] = entered;
                continue;
            }
            if (place is not null && !IsOpen(place, check)) continue;
            var claim = place is null
                ? New(article, model, attribution, IsTaken)
                : changed.GetValueOrDefault(place.Claim.Id, place.Claim) with { Speaker = SpeakerOf(attribution), Kind = attribution.Kind };
            var outcome = new ClaimCheck { Status = ClaimStatus.Verified, Source = SourceOf(check.Passage!), Verdict = check.Verdict, CheckedBy = by, CheckedOn = on };
            changed[claim.Id] = claim.With(outcome, ClaimAnchors.Of(model.Article, attribution.Content) with { OtherMembers = claim.Anchor.OtherMembers });
        }
        return [.. changed.Values];

        bool IsTaken(string id) => ledger.Find(id) is not null || changed.ContainsKey(id);
    }

    /// <summary>True where the source has these words from this speaker.</summary>
    public static bool IsWordForWord(QuotationCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check is { Verdict: Verdict.Exact or Verdict.Normalised, Passage: not null, Speaker: not SpeakerAgreement.Other };
    }

    /// <summary>
    /// The same entry with the article and the surroundings in which its words stand now. Words that changed stay as they were checked; those that nobody
    /// checked are the words of now.
    /// </summary>
    public static Claim AtItsPlace(ClaimPlace place, string article, ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(model);
        var claim = place.Claim;
        var now = ClaimAnchors.Of(model.Article, place.Spans);
        var isReworded = claim.Status == ClaimStatus.Unchecked && !place.Changes.IsEmpty;
        return claim with
        {
            Article = article,
            Anchor = isReworded ? now with { OtherMembers = claim.Anchor.OtherMembers } : claim.Anchor with { Prefix = now.Prefix, Suffix = now.Suffix },
        };
    }

    /// <summary>Nobody has decided about the words of now, and the source of now.</summary>
    private static bool IsOpen(ClaimPlace place, QuotationCheck check) => place.Claim.Status switch
    {
        ClaimStatus.Unchecked => true,
        ClaimStatus.Verified => place.IsStale || (place.Claim.Check.Source is { Path: { } path, Hash: { } hash } && path == check.Passage!.Path && hash != check.Passage.Hash),
        _ => false,
    };

    /// <summary>A description (<c>the company</c>) names nobody.</summary>
    private static string? SpeakerOf(Attribution attribution) =>
        attribution.Confidence < Attribution.ShownFrom || attribution.Speaker is not { IsAnonymous: false } speaker ? null
        : speaker.Entry?.Id ?? (char.IsUpper(speaker.Name[0]) ? speaker.Name : null);
}
