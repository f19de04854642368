using System.Collections.Immutable;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>What the ledger has of an article, as plain data. Members of its lines that nobody knows stay behind.</summary>
internal static class ClaimWire
{
    public static void Write(WireWriter to, ArticleClaims claims)
    {
        to.Many(claims.Places, place =>
        {
            Write(to, place.Claim);
            to.Spans(place.Spans);
            to.Optional(place.Attribution?.Id);
            to.Many(place.Changes, change =>
            {
                to.Text(change.Checked);
                to.Text(change.Current);
                to.Span(change.CheckedSpan);
                to.Span(change.CurrentSpan);
            });
            to.Bool(place.HasOtherSpeaker);
        });
        to.Many(claims.Lost, claim => Write(to, claim));
    }

    /// <param name="model">The article's.</param>
    public static ArticleClaims Read(WireReader from, ArticleModel model)
    {
        var attributions = model.Attributions.DistinctBy(static attribution => attribution.Id).ToDictionary(static attribution => attribution.Id, StringComparer.Ordinal);
        var places = from.Many(place => new ClaimPlace
        {
            Claim = ReadClaim(place),
            Spans = place.Spans() is { IsEmpty: false } spans ? spans : throw new InvalidDataException("A claim has no place."),
            Attribution = place.OptionalText() is { } id ? attributions.GetValueOrDefault(id) : null,
            Changes = place.Many(static change => new WordChange(change.Text(), change.Text(), change.Span(), change.Span())),
            HasOtherSpeaker = place.Bool(),
        });
        return new ArticleClaims(places, from.Many(ReadClaim));
    }

    private static void Write(WireWriter to, Claim claim)
    {
        to.Text(claim.Id);
        to.Text(claim.Article);
        to.Text(claim.Anchor.Prefix);
        to.Text(claim.Anchor.Exact);
        to.Text(claim.Anchor.Suffix);
        to.Optional(claim.Anchor.Hash);
        to.Optional(claim.Speaker);
        to.Bool(claim.Kind is not null);
        if (claim.Kind is { } kind) to.Byte((byte)kind);
        Write(to, claim.Check);
        to.Many(claim.History, past =>
        {
            Write(to, past.Check);
            to.Text(past.Exact);
        });
    }

    private static Claim ReadClaim(WireReader from) => new()
    {
        Id = from.Text(),
        Article = from.Text(),
        Anchor = new ClaimAnchor(from.Text(), from.Text(), from.Text()) { Hash = from.OptionalText() },
        Speaker = from.OptionalText(),
        Kind = from.Bool() ? from.Enum<AttributionKind>() : null,
        Check = ReadCheck(from),
        History = from.Many(static past => new PastCheck(ReadCheck(past), past.Text())),
    };

    private static void Write(WireWriter to, ClaimCheck check)
    {
        to.Byte((byte)check.Status);
        to.Bool(check.Source is not null);
        if (check.Source is { } source)
        {
            to.Optional(source.Path);
            to.Optional(source.Url);
            to.Optional(source.Locator);
            to.Optional(source.Hash);
        }
        to.Bool(check.Verdict is not null);
        if (check.Verdict is { } verdict) to.Byte((byte)verdict);
        to.Optional(check.CheckedBy);
        to.Optional(check.CheckedOn);
        to.Optional(check.Note);
    }

    private static ClaimCheck ReadCheck(WireReader from) => new()
    {
        Status = from.Enum<ClaimStatus>(),
        Source = from.Bool() ? new ClaimSource { Path = from.OptionalText(), Url = from.OptionalText(), Locator = from.OptionalText(), Hash = from.OptionalText() } : null,
        Verdict = from.Bool() ? from.Enum<Verdict>() : null,
        CheckedBy = from.OptionalText(),
        CheckedOn = from.OptionalDate(),
        Note = from.OptionalText(),
    };
}
