using System.Collections.Immutable;
using System.Globalization;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.House;

/// <summary>Reads what a house rule looks for: one of <see cref="Kinds"/>, and what narrows it down.</summary>
public static class HousePatternReader
{
    private const int MaxPhrase = 200;

    private const int MaxLimit = 100;

    private const string What = "find";

    /// <summary>What may be looked for: exactly one of these.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["cue", "phrase", "pattern", "source", "first-reference", "partial-quotes"];

    /// <summary>What narrows it down, and what it goes with.</summary>
    public static ImmutableArray<(string Key, ImmutableArray<string> With)> Limits { get; } =
    [
        ("in", ["phrase", "pattern"]),
        ("speaker", ["cue", "source", "first-reference"]),
        ("quotation", ["cue", "source"]),
    ];

    public static ImmutableArray<string> Places { get; } = ["copy", "quotation", "anywhere"];

    public static ImmutableArray<string> QuotationKinds { get; } = ["direct", "mixed", "indirect"];

    public static ImmutableArray<string> SourceKinds { get; } = ["anonymous", "person", "organisation", "document"];

    public static ImmutableArray<string> Needs { get; } = ["title", "role"];

    /// <returns>Null where it has a fault, which is then among <paramref name="faults"/>.</returns>
    internal static HousePattern? Read(YamlNode find, FaultList faults)
    {
        if (find is not YamlMapping mapping || mapping.Pairs.Count(static pair => Kinds.Contains(pair.Key.Value)) != 1)
        {
            faults.Add(ToolFaults.InvalidConfigurationValue, find.Span, What, "one of " + string.Join(", ", Kinds));
            return null;
        }
        return new Reading(mapping, faults).Read();
    }

    private sealed class Reading(YamlMapping mapping, FaultList faults)
    {
        private bool _isFaulty;

        public HousePattern? Read()
        {
            var (kind, value) = mapping.Pairs.First(static pair => Kinds.Contains(pair.Key.Value));
            CheckKeys(kind.Value);
            var place = (CopyPlace)(OneOf("in", Places) ?? 0);
            var quotations = Several("quotation", mapping["quotation"], QuotationKinds).Select(static index => (AttributionKind)index).ToImmutableArray();
            var speakers = mapping["speaker"] is { IsNull: false } names ? new SpeakerSet(Texts("speaker", names)) : SpeakerSet.Everybody;
            HousePattern? pattern = kind.Value switch
            {
                "cue" => Texts("cue", value) is { IsEmpty: false } cues ? new CuePattern(cues, speakers, quotations) : null,
                "phrase" => Texts("phrase", value) is { IsEmpty: false } phrases ? new PhrasePattern(phrases, place) : null,
                "pattern" => Expression(value, place),
                "source" => Several("source", value, SourceKinds).Select(static index => (SourceKind)index).ToImmutableArray() is { IsEmpty: false } sources
                    ? new SourcePattern(sources, speakers, quotations) : null,
                "first-reference" => OneOf("first-reference", Needs) is { } need ? new FirstReferencePattern((ReferenceNeed)need, speakers) : null,
                _ => Limit(value) is { } limit ? new PartialQuotesPattern(limit) : null,
            };
            if (pattern is null && !_isFaulty) Fault(kind.Value, value, "given something to look for");
            return _isFaulty ? null : pattern;
        }

        private void CheckKeys(string kind)
        {
            foreach (var (key, _) in mapping.Pairs)
            {
                if (key.Value == kind) continue;
                var fits = Limits.Where(limit => limit.With.Contains(kind)).Select(static limit => limit.Key);
                if (fits.Contains(key.Value)) continue;
                _isFaulty = true;
                faults.Add(ToolFaults.UnknownConfigurationKey, key.Span, key.Value, fits.Any() ? $" With '{kind}' goes {string.Join(" and ", fits)}." : $" Nothing goes with '{kind}'.");
            }
        }

        /// <summary>A text or a list of texts, each of them short and with single blanks.</summary>
        private ImmutableArray<string> Texts(string key, YamlNode value)
        {
            IEnumerable<YamlNode> items = value is YamlSequence sequence ? sequence.Items : [value];
            var texts = ImmutableArray.CreateBuilder<string>();
            foreach (var item in items)
            {
                if (item is YamlScalar { IsNull: false, Value: { Length: > 0 and <= MaxPhrase } text } && !string.IsNullOrWhiteSpace(text) && !text.AsSpan().ContainsAnyInRange('\0', '\x1F'))
                    texts.Add(text);
                else Fault(key, item, $"words, or a list of them, of up to {MaxPhrase} characters each");
            }
            return texts.ToImmutable();
        }

        private RegexPattern? Expression(YamlNode value, CopyPlace place)
        {
            if (value is not YamlScalar { Value.Length: > 0 } scalar)
            {
                Fault("pattern", value, "a regular expression");
                return null;
            }
            var (pattern, fault) = RegexPattern.Parse(scalar.Value, place);
            if (fault is not null) Fault("pattern", value, $"a regular expression: {fault}");
            return pattern;
        }

        private int? Limit(YamlNode value)
        {
            if (value is YamlScalar scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit is >= 1 and <= MaxLimit) return limit;
            Fault("partial-quotes", value, $"how many may stand in a row, from 1 to {MaxLimit}");
            return null;
        }

        private int? OneOf(string key, ImmutableArray<string> words)
        {
            if (mapping[key] is not { IsNull: false } value) return null;
            if (value is YamlScalar scalar && words.IndexOf(scalar.Value) is >= 0 and var index) return index;
            Fault(key, value, "one of " + string.Join(", ", words));
            return null;
        }

        private IEnumerable<int> Several(string key, YamlNode? value, ImmutableArray<string> words)
        {
            if (value is null || value.IsNull) return [];
            ImmutableArray<YamlNode> items = value is YamlSequence sequence ? sequence.Items : [value];
            var indices = items.Select(item => item is YamlScalar scalar ? words.IndexOf(scalar.Value) : -1).ToList();
            if (indices.Contains(-1)) Fault(key, value, "one or more of " + string.Join(", ", words));
            return indices.Where(static index => index >= 0);
        }

        private void Fault(string key, YamlNode value, string expected)
        {
            _isFaulty = true;
            faults.Add(ToolFaults.InvalidConfigurationValue, value.Span, key, expected);
        }
    }
}
