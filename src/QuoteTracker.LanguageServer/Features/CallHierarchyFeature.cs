using System.Text.Json;
using QuoteTracker.Ide.Index;
using QuoteTracker.Ide.Navigation;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Who quotes whom: an article calls the speakers that it quotes.</summary>
internal static class CallHierarchyFeature
{
    public static IReadOnlyList<CallHierarchyItem>? Prepare(TextDocumentPositionParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        if (context.FileOf(document) is not { } file) return null;
        if (QuotingHierarchy.At(context.State.Ide, file, document.Positions.OffsetOf(parameters.Position)) is not { } party) return null;
        return ItemOf(party, new PlaceConversion(context.State)) is { } item ? [item] : null;
    }

    public static IReadOnlyList<CallHierarchyIncomingCall>? Incoming(CallHierarchyCallsParams parameters, ReadContext context)
    {
        if (DataOf(parameters) is not { Newsroom: { } newsroom } speaker) return [];
        var places = new PlaceConversion(context.State);
        var calls = new List<CallHierarchyIncomingCall>();
        foreach (var call in QuotingHierarchy.ArticlesQuoting(context.State.Ide, new SpeakerKey(newsroom, speaker.Entry, speaker.Name), context.Cancellation))
        {
            if (ItemOf(call.Other, places) is { } item) calls.Add(new CallHierarchyIncomingCall(item, RangesOf(call, places)));
        }
        return calls;
    }

    public static IReadOnlyList<CallHierarchyOutgoingCall>? Outgoing(CallHierarchyCallsParams parameters, ReadContext context)
    {
        if (DataOf(parameters) is not { Path: { } path }) return [];
        var places = new PlaceConversion(context.State);
        var calls = new List<CallHierarchyOutgoingCall>();
        foreach (var call in QuotingHierarchy.SpeakersIn(context.State.Ide, path))
        {
            if (ItemOf(call.Other, places) is { } item) calls.Add(new CallHierarchyOutgoingCall(item, RangesOf(call, places)));
        }
        return calls;
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with { CallHierarchyProvider = true };

    private static CallHierarchyItem? ItemOf(QuotingParty party, PlaceConversion places)
    {
        if (places.LocationOf(party.Place) is not { } location) return null;
        var data = party.Key is { } key ? new QuotingData(null, key.Newsroom, key.Entry, key.Name) : new QuotingData(party.Place.Path);
        return new CallHierarchyItem(
            party.Name, SymbolConversion.KindOf(party.Kind), location.Uri, location.Range, location.Range, Detail: party.Detail,
            Data: JsonSerializer.SerializeToElement(data, ProtocolJson.Default.QuotingData));
    }

    private static IReadOnlyList<Protocol.Range> RangesOf(QuotingCall call, PlaceConversion places) => [.. places.LocationsOf(call.Statements).Select(static location => location.Range)];

    /// <summary>Null for an item that is none of ours.</summary>
    private static QuotingData? DataOf(CallHierarchyCallsParams parameters) => OwnData.Read(parameters.Item.Data, ProtocolJson.Default.QuotingData);
}
