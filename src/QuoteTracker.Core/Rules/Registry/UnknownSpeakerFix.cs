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
        var mention = model.Mentions.FirstOrDefault(mention => mention.Span == diagnostic.Location.SourceSpan && mention.Entity >= 0);
        if (mention is null) return [];
        var speaker = model.Entities[mention.Entity];
        if (!UnknownSpeaker.IsUnknown(model.Registry, speaker)) return [];

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
