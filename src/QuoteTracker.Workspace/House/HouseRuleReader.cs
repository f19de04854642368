using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.House;

/// <summary>Reads the rules under <c>house</c>. A rule with a fault is left out whole, and the others count: half a rule would find what nobody meant.</summary>
public static class HouseRuleReader
{
    /// <summary>The key of the configuration that has them.</summary>
    public const string TopKey = "house";

    private const int MaxMessage = 500;

    /// <summary>Every key of a rule, in the order of the documentation.</summary>
    public static ImmutableArray<string> Keys { get; } = ["id", "name", "message", "severity", "find", "fix", "ok", "flag"];

    internal static ImmutableArray<HouseRuleDefinition> Read(YamlSequence list, FaultList faults, IEnumerable<DiagnosticDescriptor> taken)
    {
        var ids = taken.ToDictionary(static rule => rule.Id, static _ => 0, StringComparer.OrdinalIgnoreCase);
        var names = taken.ToDictionary(static rule => rule.Name, static _ => 0, StringComparer.Ordinal);
        var rules = ImmutableArray.CreateBuilder<HouseRuleDefinition>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMapping mapping)
            {
                faults.Add(ToolFaults.InvalidConfigurationValue, item.Span, TopKey, "a list of rules, each with id, name, message and find");
                continue;
            }
            var reading = new Reading(mapping, faults);
            if (reading.Read() is not { } rule) continue;
            if (!IsFree(ids, mapping["id"]!, rule.Id) || !IsFree(names, mapping["name"]!, rule.Name)) continue;
            rules.Add(rule);
        }
        return rules.ToImmutable();

        bool IsFree(Dictionary<string, int> known, YamlNode node, string value)
        {
            if (known.TryAdd(value, faults.LineOf(node.Span))) return true;
            faults.Add(HouseFaults.DuplicateRule, node.Span, value, known[value] == 0 ? "a rule of quotetracker's own" : $"the rule in line {known[value].ToString(CultureInfo.InvariantCulture)}");
            return false;
        }
    }

    private sealed class Reading(YamlMapping mapping, FaultList faults)
    {
        private bool _isFaulty;

        public HouseRuleDefinition? Read()
        {
            foreach (var (key, _) in mapping.Pairs.Where(static pair => !Keys.Contains(pair.Key.Value)))
            {
                var nearest = Spelling.Nearest(key.Value, Keys);
                faults.AddMisspelled(ToolFaults.UnknownConfigurationKey, key.Span, nearest, key.Value, Spelling.Suggestion(nearest));
            }
            foreach (var again in mapping.Pairs.GroupBy(static pair => pair.Key.Value).SelectMany(static same => same.Skip(1)))
                faults.Add(ToolFaults.RepeatedConfigurationKey, again.Key.Span, again.Key.Value);

            var id = Word("id", IsId, "HR and four digits, such as HR0101");
            var name = Word("name", IsName, "a name in small letters with hyphens that states the fault, such as loaded-verb");
            var message = Message();
            var severity = Severity();
            var pattern = Required("find") is { } find ? HousePatternReader.Read(find, faults) : null;
            var fix = Text("fix", isOptional: true);
            if (pattern is not null && fix is not null && !pattern.FindsWords) Fault(mapping["fix"]!, "fix", "left out: only words that cue, phrase or pattern finds have others in their place");
            var (ok, flag) = (Examples("ok"), Examples("flag"));
            if (_isFaulty || id is null || name is null || message is null || pattern is null) return null;
            return new HouseRuleDefinition
            {
                Id = id, Name = name, Message = message, Severity = severity, Pattern = pattern, Replacement = fix, Ok = ok, Flag = flag,
            };
        }

        private static bool IsId(string word) => word.Length == 6 && word.StartsWith("HR", StringComparison.Ordinal) && !word.AsSpan(2).ContainsAnyExceptInRange('0', '9');

        private static bool IsName(string word) => word.Length <= 60 && char.IsAsciiLetterLower(word[0]) && word[^1] != '-'
            && word.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

        private YamlNode? Required(string key)
        {
            if (mapping[key] is { IsNull: false } value) return value;
            _isFaulty = true;
            faults.Add(HouseFaults.IncompleteRule, mapping[key]?.Span ?? FirstWord(mapping), key);
            return null;
        }

        /// <summary>The rule's first line: the whole of it would underline a page.</summary>
        private static TextSpan FirstWord(YamlMapping mapping) => mapping.Pairs.IsEmpty ? mapping.Span : mapping.Pairs[0].Key.Span;

        private string? Word(string key, Func<string, bool> isGood, string expected)
        {
            if (Required(key) is not { } value) return null;
            if (value is YamlScalar { Value: { Length: > 0 } word } && isGood(word)) return word;
            Fault(value, key, expected);
            return null;
        }

        private string? Text(string key, bool isOptional)
        {
            var value = isOptional ? mapping[key] : Required(key);
            if (value is null || value.IsNull) return null;
            if (value is YamlScalar { Value.Length: <= MaxMessage } scalar && !scalar.Value.AsSpan().ContainsAnyInRange('\0', '\x1F')) return scalar.Value;
            Fault(value, key, $"one line of text, of up to {MaxMessage} characters");
            return null;
        }

        private HouseMessage? Message()
        {
            if (Text("message", isOptional: false) is not { } template) return null;
            if (string.IsNullOrWhiteSpace(template))
            {
                Fault(mapping["message"]!, "message", "what is wrong and what to do");
                return null;
            }
            var (message, unknown) = HouseMessage.Parse(template);
            if (unknown is not null) Fault(mapping["message"]!, "message", $"a text with {string.Join(", ", HouseMessage.Names.Select(static name => $"{{{name}}}"))} for what was found; there is no {{{unknown}}}");
            return message;
        }

        private DiagnosticSeverity? Severity()
        {
            var value = mapping["severity"];
            if (value is null || value.IsNull) return DiagnosticSeverity.Warning;
            if (value is YamlScalar scalar && RuleSeverities.TryParse(scalar.Value, out var severity)) return severity;
            Fault(value, "severity", "one of " + string.Join(", ", RuleSeverities.Words));
            return null;
        }

        private ImmutableArray<HouseExample> Examples(string key)
        {
            var value = mapping[key];
            if (value is null || value.IsNull) return [];
            if (value is not YamlSequence sequence || sequence.Items.Any(static item => item is not YamlScalar { Value: var text } || string.IsNullOrWhiteSpace(text)))
            {
                Fault(value, key, "a list of short articles");
                return [];
            }
            return [.. sequence.Items.Select(item => new HouseExample(((YamlScalar)item).Value, faults.LineOf(item.Span)))];
        }

        private void Fault(YamlNode value, string key, string expected)
        {
            _isFaulty = true;
            faults.Add(ToolFaults.InvalidConfigurationValue, value.Span, key, expected);
        }
    }
}
