using System.Collections.Immutable;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules.House;

/// <summary>The speakers that a pattern is about: ids of the registry, or names; everybody where it is empty.</summary>
public sealed record SpeakerSet(ImmutableArray<string> Speakers)
{
    public static SpeakerSet Everybody { get; } = new([]);

    public bool Has(Entity? speaker) => Speakers.IsEmpty
        || (speaker is not null && Speakers.Any(wanted => wanted == speaker.Entry?.Id || wanted.Equals(speaker.Name, StringComparison.OrdinalIgnoreCase)));
}
