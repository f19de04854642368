using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Writes the word as the registry has it. A person decides: two people may well have names this near.</summary>
public sealed class MisspelledSpeakerFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = [MisspelledSpeaker.Descriptor.Id];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        var mention = model.Mentions.FirstOrDefault(mention => mention.Span == diagnostic.Location.SourceSpan);
        if (mention is null || MisspelledSpeaker.FaultIn(model, mention) is not var (span, match)) return [];
        return [new Fix($"Write {match.Known}", "correct-speaker-name", [new TextChange(span, match.Right)]) { IsSafe = false }];
    }
}
