using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Ide.Navigation;
using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>What no request of the specification answers, for the project's own editor extension: the figures of its status bar and the lists of its views.</summary>
internal static class OwnRequests
{
    /// <summary>Null for a document that is no article.</summary>
    public static ArticleCountsResult? Counts(TextDocumentParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        return context.FileOf(document) is { } file && ArticleCounts.Of(file) is { } counts
            ? new ArticleCountsResult(counts.Quotations, counts.Unattributed, ClaimCounts.Of(file, context.Cancellation)?.Open)
            : null;
    }

    /// <summary>The ledgers' entries; who asks is told from then on when they change.</summary>
    public static IReadOnlyList<ListedClaimResult>? Claims(WorkspaceParams parameters, ReadContext context)
    {
        if (!context.State.ShowsClaims) context.Post(static state => state with { ShowsClaims = true });
        var places = new PlaceConversion(context.State);
        return [.. ClaimList.Of(context.State.Ide, context.Cancellation).Select(listed => Result(listed, places)).OfType<ListedClaimResult>()];
    }

    private static ListedClaimResult? Result(ListedClaim listed, PlaceConversion places)
    {
        if (places.LocationOf(listed.At) is not { } location) return null;
        var claim = listed.Claim;
        var source = listed.Source is { } place ? places.LocationOf(place) : null;
        return new ListedClaimResult(
            claim.Id, location.Uri, location.Range, Excerpt.OneLine(claim.Anchor.Exact),
            listed.SpeakerName is { } name ? new ClaimSpeakerResult(name == claim.Speaker ? null : claim.Speaker, Excerpt.OneLine(name)) : null,
            claim.Kind?.Name(), claim.Status.Name(), claim.Check.Verdict?.Name(),
            claim.Check.Source is { } told ? new ClaimSourceResult(source?.Uri ?? told.Url, source?.Range, told.Locator, told.Path) : null,
            claim.Article, listed.Place?.IsStale == true, listed.Place is null, claim.Check.CheckedBy,
            claim.Check.CheckedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), claim.Check.Note);
    }

    public static IReadOnlyList<ListedSpeakerResult>? Speakers(WorkspaceParams parameters, ReadContext context)
    {
        var places = new PlaceConversion(context.State);
        return [.. SpeakerList.Of(context.State.Ide, context.Cancellation)
            .Select(speaker => places.LocationOf(speaker.Place) is { } location
                ? new ListedSpeakerResult(speaker.Id, speaker.Name, NameOf(speaker.Kind), speaker.Role, location.Uri, location.Range, speaker.Quotations)
                : null)
            .OfType<ListedSpeakerResult>()];
    }

    private static string NameOf(EntityKind kind) => kind switch
    {
        EntityKind.Person => "person",
        EntityKind.Organisation => "organisation",
        EntityKind.Document => "document",
        _ => "unknown",
    };
}
