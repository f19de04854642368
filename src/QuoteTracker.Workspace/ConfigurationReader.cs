using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.House;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace;

/// <summary>Reads <c>quotetracker.yaml</c>: what is valid in it counts, each fault is reported at its place.</summary>
public static class ConfigurationReader
{
    /// <summary>Every key of the file, in the order of the documentation.</summary>
    public static ImmutableArray<string> Keys { get; } =
        ["articles", "exclude", "language", "registry", "sources", "ledger", "house-rules", HouseRuleReader.TopKey, "rules"];

    /// <param name="path">Names the file in diagnostics; nothing is opened.</param>
    /// <param name="rules">The rules that may be configured; a descriptor's title is the rule's name.</param>
    /// <param name="codeRuleNames">The names of the rules in C# that patterns lead to; asked once. Null for none.</param>
    public static ConfigurationDocument Read(
        string path, SourceText text, IEnumerable<DiagnosticDescriptor> rules, Func<ImmutableArray<string>, IEnumerable<string>>? codeRuleNames = null)
    {
        var (root, yamlFaults) = YamlPieces.ReadMapping(text, itemsOf: HouseRuleReader.TopKey);
        var reading = new Reading(new FaultList(path, text), rules);
        foreach (var fault in yamlFaults) reading.Faults.Add(ToolFaults.MalformedConfiguration, fault.Span, fault.Message);
        reading.ReadRoot(root, codeRuleNames);
        return new ConfigurationDocument(path, text, reading.Result, reading.RegistrySpan, reading.Faults.ToImmutable());
    }

    private sealed class Reading(FaultList faults, IEnumerable<DiagnosticDescriptor> rules)
    {
        public FaultList Faults { get; } = faults;

        public Configuration Result { get; private set; } = Configuration.Default;

        public TextSpan? RegistrySpan { get; private set; }

        /// <param name="root">Null for an empty file.</param>
        public void ReadRoot(YamlMapping? root, Func<ImmutableArray<string>, IEnumerable<string>>? codeRuleNames)
        {
            YamlPair? severities = null;
            foreach (var (key, value) in root is null ? [] : Distinct(root))
            {
                // An unknown key is a fault even without a value.
                if (value.IsNull && Keys.Contains(key.Value)) continue;
                switch (key.Value)
                {
                    case "articles": Result = Result with { Articles = Patterns(key, value) ?? Result.Articles }; break;
                    case "exclude": Result = Result with { Exclude = Patterns(key, value) ?? Result.Exclude }; break;
                    case "sources": Result = Result with { Sources = Patterns(key, value) ?? Result.Sources }; break;
                    case "house-rules": Result = Result with { HouseRules = Patterns(key, value) ?? Result.HouseRules }; break;
                    case "ledger": Result = Result with { Ledger = FilePath(key, value) ?? Result.Ledger }; break;
                    case "language": ReadLanguage(key, value); break;
                    case "registry": ReadRegistry(key, value); break;
                    case HouseRuleReader.TopKey: ReadHouse(key, value); break;
                    // Last, for they may name the rules under 'house'.
                    case "rules": severities = new YamlPair(key, value); break;
                    default:
                        var nearest = Spelling.Nearest(key.Value, Keys);
                        Faults.AddMisspelled(ToolFaults.UnknownConfigurationKey, key.Span, nearest, key.Value, Spelling.Suggestion(nearest));
                        break;
                }
            }
            IEnumerable<string> inCode = codeRuleNames?.Invoke(Result.HouseRules) ?? [];
            if (severities is { } given) ReadRules(given.Key, given.Value, inCode);
        }

        private IEnumerable<YamlPair> Distinct(YamlMapping mapping)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var pair in mapping.Pairs)
            {
                if (seen.Add(pair.Key.Value)) yield return pair;
                else Faults.Add(ToolFaults.RepeatedConfigurationKey, pair.Key.Span, pair.Key.Value);
            }
        }

        private void Invalid(YamlScalar key, YamlNode value, string expected) =>
            Faults.Add(ToolFaults.InvalidConfigurationValue, value.Span, key.Value, expected);

        private void ReadLanguage(YamlScalar key, YamlNode value)
        {
            if (value is YamlScalar scalar && Configuration.Languages.Contains(scalar.Value)) Result = Result with { Language = scalar.Value };
            else Invalid(key, value, $"a language that the tool reads: {string.Join(", ", Configuration.Languages)}");
        }

        private void ReadRegistry(YamlScalar key, YamlNode value)
        {
            if (FilePath(key, value) is not { } path) return;
            Result = Result with { Registry = path };
            RegistrySpan = value.Span;
        }

        private string? FilePath(YamlScalar key, YamlNode value)
        {
            if (value is not YamlScalar { Value: var path } || string.IsNullOrWhiteSpace(path) || path.AsSpan().ContainsAnyInRange('\0', '\x1F'))
                Invalid(key, value, "the path of a file");
            else if (FilePattern.LeavesRoot(path))
                Faults.Add(ToolFaults.PathOutsideRoot, value.Span, path);
            else
                return path.Replace('\\', '/');
            return null;
        }

        /// <returns>The valid ones; null where the value is no list at all.</returns>
        private ImmutableArray<string>? Patterns(YamlScalar key, YamlNode value)
        {
            if (value is not YamlSequence sequence)
            {
                Invalid(key, value, "a list of file patterns, such as [\"**/*.txt\"]");
                return null;
            }
            var patterns = ImmutableArray.CreateBuilder<string>(sequence.Items.Length);
            foreach (var item in sequence.Items)
            {
                if (item.IsNull || item is not YamlScalar { Value: var pattern })
                    Invalid(key, item, "a list of file patterns, such as [\"**/*.txt\"]");
                else if (FilePattern.LeavesRoot(pattern))
                    Faults.Add(ToolFaults.PathOutsideRoot, item.Span, pattern);
                else if (FilePattern.Fault(pattern) is { } fault)
                    Faults.Add(ToolFaults.InvalidPattern, item.Span, pattern, fault);
                else
                    patterns.Add(pattern);
            }
            // A list that was meant and is all wrong is not the list left empty: that would check nothing and say so nowhere.
            return patterns.Count == 0 && sequence.Items.Length > 0 ? null : patterns.ToImmutable();
        }

        private void ReadHouse(YamlScalar key, YamlNode value)
        {
            if (value is YamlSequence list) Result = Result with { House = HouseRuleReader.Read(list, Faults, rules) };
            else Invalid(key, value, "a list of rules, each with id, name, message and find");
        }

        private void ReadRules(YamlScalar key, YamlNode value, IEnumerable<string> inCode)
        {
            if (value is not YamlMapping mapping)
            {
                Invalid(key, value, "a list of lines 'rule-name: severity'");
                return;
            }
            var idsByName = rules.GroupBy(rule => rule.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
            foreach (var own in Result.House) idsByName[own.Name] = own.Id;
            foreach (var own in inCode) idsByName.TryAdd(own, "");
            var severities = new Dictionary<string, DiagnosticSeverity?>(StringComparer.Ordinal);
            foreach (var (name, severity) in Distinct(mapping))
            {
                if (!idsByName.ContainsKey(name.Value))
                {
                    var byId = idsByName.FirstOrDefault(pair => string.Equals(pair.Value, name.Value, StringComparison.OrdinalIgnoreCase)).Key;
                    var instead = byId ?? Spelling.Nearest(name.Value, idsByName.Keys);
                    Faults.AddMisspelled(ToolFaults.UnknownRuleName, name.Span, instead, name.Value, byId is null ? Spelling.Suggestion(instead) : $" Write its name, '{byId}'.");
                }
                else if (severity is YamlScalar scalar && RuleSeverities.TryParse(scalar.Value, out var weight))
                    severities[name.Value] = weight;
                else
                {
                    var meant = severity is YamlScalar { Value: var word } ? Spelling.Nearest(word, RuleSeverities.Words) : null;
                    Faults.AddMisspelled(ToolFaults.InvalidConfigurationValue, severity.Span, meant, name.Value, "one of " + string.Join(", ", RuleSeverities.Words));
                }
            }
            Result = Result with { Severities = new RuleSeverities(severities) };
        }
    }
}
