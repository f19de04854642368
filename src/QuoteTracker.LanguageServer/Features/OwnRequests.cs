using QuoteTracker.Core.Speakers;
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
        return context.FileOf(document) is { } file && ArticleCounts.Of(file) is { } counts ? new ArticleCountsResult(counts.Quotations, counts.Unattributed) : null;
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
