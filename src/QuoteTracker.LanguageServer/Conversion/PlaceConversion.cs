using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide.Articles;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>Places in files, open or not, as the protocol has them. For one answer: each file's lines are found once.</summary>
internal sealed class PlaceConversion(ServerState state)
{
    private readonly Dictionary<string, (string Uri, PositionMap Positions)?> _files = new(StringComparer.Ordinal);

    /// <returns>Null where the file cannot be read any more.</returns>
    public Location? LocationOf(Destination place) => FileOf(place) is var (uri, positions) ? new Location(uri, RangeOf(positions, place.Span)) : null;

    /// <summary>Those that can still be read.</summary>
    public IReadOnlyList<Location> LocationsOf(IEnumerable<Destination> places) => [.. places.Select(LocationOf).OfType<Location>()];

    /// <param name="origin">Where the link is, in the client's own document.</param>
    public LocationLink? LinkTo(Destination place, Protocol.Range origin) => FileOf(place) is var (uri, positions)
        ? new LocationLink(uri, RangeOf(positions, place.Whole), RangeOf(positions, place.Span), origin)
        : null;

    private static Protocol.Range RangeOf(PositionMap positions, TextSpan span) => positions.RangeOf(span);

    private (string Uri, PositionMap Positions)? FileOf(Destination place)
    {
        if (_files.TryGetValue(place.Path, out var known)) return known;
        return _files[place.Path] = Find(place);
    }

    private (string Uri, PositionMap Positions)? Find(Destination place)
    {
        foreach (var document in state.Documents.All)
        {
            if (document.Path == place.Path) return (document.Uri, document.Positions);
        }
        return place.ReadText() is { } text ? (DocumentUri.Of(place.Path), new PositionMap(text, state.Client.Encoding)) : null;
    }
}
