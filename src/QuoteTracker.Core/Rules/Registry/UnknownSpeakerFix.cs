using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Proposes a new entry for the registry. A person decides: the copy alone does not say that the name is right.</summary>
public sealed class UnknownSpeakerFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = [UnknownSpeaker.Descriptor.Id];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        var span = diagnostic.Location.SourceSpan;
        var speaker = model.Attributions
            .Where(attribution => attribution.Source is { } source && source.Contains(span))
            .Select(attribution => attribution.Speaker)
            .FirstOrDefault(speaker => speaker is not null && UnknownSpeaker.IsUnknown(model.Registry, speaker));
        if (speaker is null) return [];

        return
        [
            new Fix($"Add {speaker.Name} to the registry of speakers", "add-speaker", [])
            {
                AddSpeaker = new SpeakerProposal(speaker.Name, speaker.Kind, Title: null),
                IsSafe = false,
            },
        ];
    }
}
