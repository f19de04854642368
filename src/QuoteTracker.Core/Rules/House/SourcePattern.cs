using System.Collections.Immutable;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules.House;

/// <summary>What kind of source something is attributed to.</summary>
public enum SourceKind
{
    /// <summary>Unnamed on purpose.</summary>
    Anonymous,

    Person,

    Organisation,

    Document,
}

/// <summary>A source of a kind that somebody has to approve: each source once in a story.</summary>
/// <param name="Kinds">At least one.</param>
/// <param name="Of">The kinds of quotation it is about; empty for all.</param>
public sealed record SourcePattern(ImmutableArray<SourceKind> Kinds, SpeakerSet Speakers, ImmutableArray<AttributionKind> Of) : HousePattern
{
    public override IEnumerable<HouseMatch> FindIn(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var met = new HashSet<(int Story, Entity Speaker)>();
        foreach (var attribution in model.Attributions)
        {
            if (attribution.Confidence < Attribution.ShownFrom || (!Of.IsEmpty && !Of.Contains(attribution.Kind)) || !Speakers.Has(attribution.Speaker)) continue;
            if (attribution.Source is not { } source || KindOf(attribution) is not { } kind || !Kinds.Contains(kind)) continue;
            if (attribution.Speaker is { } speaker && !met.Add((model.StoryIndexAt(source.Start), speaker))) continue;
            yield return new HouseMatch(source, attribution.Speaker?.Name ?? "", RoleOf(attribution.Speaker, model.Date));
        }
    }

    /// <summary>Null where nothing tells.</summary>
    private static SourceKind? KindOf(Attribution attribution) => attribution.IsAnonymous || attribution.Speaker?.IsAnonymous == true
        ? SourceKind.Anonymous
        : attribution.Speaker?.Kind switch
        {
            EntityKind.Person => SourceKind.Person,
            EntityKind.Organisation => SourceKind.Organisation,
            EntityKind.Document => SourceKind.Document,
            _ => null,
        };
}
