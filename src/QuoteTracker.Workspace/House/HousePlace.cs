using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.House;

/// <summary>Words of the configuration.</summary>
/// <param name="Span">As they are written; UTF-16 offsets, end exclusive.</param>
public sealed record WrittenWords(string Words, TextSpan Span);

/// <summary>Where a rule under <c>house</c> stands.</summary>
/// <param name="Span">All of it; UTF-16 offsets, end exclusive.</param>
/// <param name="Speakers">By id or by name.</param>
public sealed record HousePlace(WrittenWords Name, TextSpan Span, ImmutableArray<WrittenWords> Speakers)
{
    /// <summary>The rules of a configuration that have a name, in the order of the file.</summary>
    public static ImmutableArray<HousePlace> In(SourceText configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (root, _) = YamlPieces.ReadMapping(configuration, itemsOf: HouseRuleReader.TopKey);
        var rules = root?[HouseRuleReader.TopKey] is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];
        return [.. rules
            .Where(static rule => rule["name"] is YamlScalar { IsNull: false })
            .Select(static rule => new HousePlace(Written((YamlScalar)rule["name"]!), rule.Span, SpeakersOf(rule)))];
    }

    private static ImmutableArray<WrittenWords> SpeakersOf(YamlMapping rule)
    {
        var speakers = (rule["find"] as YamlMapping)?["speaker"];
        return [.. (speakers is YamlSequence several ? several.Items : speakers is null ? [] : [speakers]).OfType<YamlScalar>().Where(static speaker => !speaker.IsNull).Select(Written)];
    }

    private static WrittenWords Written(YamlScalar scalar) => new(scalar.Value, scalar.Span);
}
