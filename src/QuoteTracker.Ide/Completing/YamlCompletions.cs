using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.House;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Ide.Completing;

/// <summary>Keys and values of the newsroom's two YAML files. A file that is being typed is often broken, so its lines tell, not its tree.</summary>
internal static class YamlCompletions
{
    private static readonly ImmutableArray<string> _pronouns = ["he/him", "she/her", "they/them"];

    public static ImmutableArray<Completion> InConfiguration(OpenFile file, int offset)
    {
        var place = YamlPlace.At(file.Text, offset);
        return (place.Parents, place.Key) switch
        {
            ([], null) => Keys(place, ConfigurationReader.Keys),
            ([], "language") => Values(place, Configuration.Languages),
            (["rules"], null) => [.. file.Tools.AllRules.SelectMany(static rule => rule.SupportedDiagnostics).Where(rule => !place.Siblings.Contains(rule.Name)).Select(rule => RuleCompletion.Of(rule, place.Span, rule.Name + ": "))],
            ([HouseRuleReader.TopKey], null) => Keys(place, HouseRuleReader.Keys),
            ([HouseRuleReader.TopKey, "find"], null) => Keys(place, HousePatternReader.Kinds.Concat(HousePatternReader.Limits.Select(static limit => limit.Key))),
            ([HouseRuleReader.TopKey, "find"], "in") => Values(place, HousePatternReader.Places),
            ([HouseRuleReader.TopKey, "find"], "source") => Values(place, HousePatternReader.SourceKinds),
            ([HouseRuleReader.TopKey, "find"], "first-reference") => Values(place, HousePatternReader.Needs),
            ([HouseRuleReader.TopKey, "find"], "quotation") => Values(place, HousePatternReader.QuotationKinds),
            ([HouseRuleReader.TopKey, "find"], "speaker") => [.. file.Newsroom.Registry.Entries.Select(entry => new Completion(entry.Id, CompletionKind.Value, place.Span, entry.Id) { Detail = entry.Name })],
            ([HouseRuleReader.TopKey], "severity") => Values(place, RuleSeverities.Words),
            (["rules"], _) => Values(place, RuleSeverities.Words),
            _ => [],
        };
    }

    public static ImmutableArray<Completion> InRegistry(SourceText text, int offset)
    {
        var place = YamlPlace.At(text, offset);
        return (place.Parents, place.Key) switch
        {
            ([], null) => Keys(place, [RegistryReader.TopKey]),
            ([RegistryReader.TopKey], null) => Keys(place, RegistryReader.EntryKeys),
            ([RegistryReader.TopKey], "kind") => Values(place, RegistryReader.Kinds),
            ([RegistryReader.TopKey], "pronouns") => Values(place, _pronouns),
            ([RegistryReader.TopKey, "roles"], null) => Keys(place, RegistryReader.RoleKeys),
            ([RegistryReader.TopKey, "roles"], "until") => Values(place, ["null"]),
            _ => [],
        };
    }

    private static ImmutableArray<Completion> Keys(YamlPlace place, IEnumerable<string> keys) =>
        [.. keys.Where(key => !place.Siblings.Contains(key)).Select(key => new Completion(key, CompletionKind.Key, place.Span, key + ": "))];

    private static ImmutableArray<Completion> Values(YamlPlace place, IEnumerable<string> values) =>
        [.. values.Select(value => new Completion(value, CompletionKind.Value, place.Span, value))];
}
