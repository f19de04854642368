using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.Speakers;

/// <summary>Reads <c>speakers.yaml</c>: valid entries count, each fault is reported at its place and costs the least part it stands in.</summary>
public static class RegistryReader
{
    /// <summary>The keys of an entry, in the order of the documentation.</summary>
    public static ImmutableArray<string> EntryKeys { get; } = ["id", "name", "kind", "aliases", "pronouns", "roles", "links", "note"];

    /// <summary>The keys of a role.</summary>
    public static ImmutableArray<string> RoleKeys { get; } = ["title", "of", "from", "until"];

    /// <summary>What <c>kind</c> may be.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["person", "organisation", "document"];

    /// <summary>The one key at the file's top.</summary>
    public const string TopKey = "speakers";

    // Longer than any name, and short enough that nothing downstream has to care.
    private const int MaxWords = 500;
    private const int MaxNote = 10_000;

    /// <param name="path">Names the file in diagnostics; nothing is opened.</param>
    public static RegistryDocument Read(string path, SourceText text)
    {
        var (root, yamlFaults) = YamlPieces.ReadMapping(text, TopKey);
        var reading = new Reading(new FaultList(path, text));
        foreach (var fault in yamlFaults) reading.Faults.Add(RegistryFaults.Malformed, fault.Span, fault.Message);
        if (root is not null) reading.ReadRoot(root);
        return new RegistryDocument(path, text, new Registry(reading.Entries.ToImmutable()), reading.Spans.ToImmutable(), reading.Faults.ToImmutable());
    }

    private sealed class Reading(FaultList faults)
    {
        private readonly Dictionary<string, TextSpan> _ids = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _idsByName = new(StringComparer.OrdinalIgnoreCase);

        public FaultList Faults { get; } = faults;

        public ImmutableArray<RegistryEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<RegistryEntry>();

        public ImmutableArray<EntrySpans>.Builder Spans { get; } = ImmutableArray.CreateBuilder<EntrySpans>();

        public void ReadRoot(YamlMapping root)
        {
            foreach (var (key, value) in Known(root, [TopKey]))
            {
                if (value.IsNull) continue;
                if (value is not YamlSequence list)
                {
                    Faults.Add(RegistryFaults.Malformed, value.Span, $"'{key.Value}' should be a list of entries, each after a dash");
                    continue;
                }
                foreach (var item in list.Items)
                {
                    if (item is YamlMapping entry) ReadEntry(entry);
                    else if (!item.IsNull) Faults.Add(RegistryFaults.Malformed, item.Span, "an entry has keys of its own: id, name and so on");
                }
            }
        }

        /// <summary>The pairs with a known key that stands there the first time.</summary>
        private IEnumerable<YamlPair> Known(YamlMapping mapping, ImmutableArray<string> keys)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var pair in mapping.Pairs)
            {
                if (!keys.Contains(pair.Key.Value))
                {
                    var nearest = Spelling.Nearest(pair.Key.Value, keys);
                    Faults.AddMisspelled(RegistryFaults.UnknownKey, pair.Key.Span, nearest, pair.Key.Value, Spelling.Suggestion(nearest));
                }
                else if (!seen.Add(pair.Key.Value))
                    Faults.Add(RegistryFaults.RepeatedKey, pair.Key.Span, pair.Key.Value);
                else
                    yield return pair;
            }
        }

        private void ReadEntry(YamlMapping mapping)
        {
            YamlScalar? id = null, name = null;
            var kind = EntityKind.Person;
            string? pronouns = null, note = null;
            var aliases = ImmutableArray<YamlScalar>.Empty;
            var links = ImmutableArray<YamlScalar>.Empty;
            var roles = (Roles: ImmutableArray<Role>.Empty, Spans: ImmutableArray<TextSpan>.Empty);
            foreach (var (key, value) in Known(mapping, EntryKeys))
            {
                if (value.IsNull) continue;
                switch (key.Value)
                {
                    case "id": id = Id(key, value); break;
                    case "name": name = Words(key, value); break;
                    case "kind": kind = Kind(key, value); break;
                    case "aliases": aliases = List(key, value, "a list of names", static _ => true); break;
                    case "pronouns": pronouns = Words(key, value)?.Value.Trim(); break;
                    case "roles": roles = ReadRoles(key, value); break;
                    case "links": links = List(key, value, "a list of addresses that begin with https:// or http://", IsWebAddress); break;
                    case "note": note = Words(key, value, MaxNote)?.Value; break;
                }
            }

            if (id is null || name is null)
            {
                var called = id is not null ? $"The entry '{id.Value}'" : name is not null ? $"The entry of '{name.Value}'" : "This entry";
                Faults.Add(RegistryFaults.MissingKey, (id ?? name)?.Span ?? FirstLineOf(mapping), id is null ? "id" : "name", called);
            }
            else if (!_ids.TryAdd(id.Value, id.Span))
                Faults.Add(RegistryFaults.DuplicateId, id.Span, id.Value, Faults.LineOf(_ids[id.Value]));
            else
            {
                foreach (var word in aliases.Prepend(name)) NoteName(word, id.Value);
                Entries.Add(new RegistryEntry
                {
                    Id = id.Value,
                    Name = name.Value.Trim(),
                    Kind = kind,
                    Aliases = [.. aliases.Select(alias => alias.Value.Trim())],
                    Pronouns = pronouns,
                    Roles = roles.Roles,
                    Links = [.. links.Select(link => link.Value.Trim())],
                    Note = note,
                    Location = Faults.LocationOf(name.Span),
                });
                Spans.Add(new EntrySpans(id.Span, mapping.Span, name.Span, [.. aliases.Select(alias => alias.Span)], roles.Spans, [.. links.Select(link => link.Span)]));
            }
        }

        private static TextSpan FirstLineOf(YamlMapping mapping) => mapping.Pairs.IsEmpty ? mapping.Span : mapping.Pairs[0].Key.Span;

        private void NoteName(YamlScalar word, string id)
        {
            if (!_idsByName.TryAdd(word.Value.Trim(), id) && _idsByName[word.Value.Trim()] != id)
                Faults.Add(RegistryFaults.SharedAlias, word.Span, word.Value.Trim(), _idsByName[word.Value.Trim()]);
        }

        private void Invalid(YamlScalar key, YamlNode value, string expected) => Faults.Add(RegistryFaults.InvalidValue, value.Span, key.Value, expected);

        private YamlScalar? Id(YamlScalar key, YamlNode value)
        {
            if (value is YamlScalar { Value: { Length: > 0 and <= MaxWords } id } scalar && !id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return scalar;
            Invalid(key, value, "one word");
            return null;
        }

        private YamlScalar? Words(YamlScalar key, YamlNode value, int limit = MaxWords)
        {
            if (value is not YamlScalar scalar || string.IsNullOrWhiteSpace(scalar.Value)) Invalid(key, value, "words");
            else if (scalar.Value.Length > limit) Invalid(key, value, string.Create(CultureInfo.InvariantCulture, $"at most {limit} characters long"));
            else return scalar;
            return null;
        }

        private EntityKind Kind(YamlScalar key, YamlNode value)
        {
            if (value is not YamlScalar scalar)
            {
                Invalid(key, value, "person, organisation or document");
                return EntityKind.Unknown;
            }
            switch (scalar.Value)
            {
                case "person": return EntityKind.Person;
                case "organisation": return EntityKind.Organisation;
                case "document": return EntityKind.Document;
                default:
                    Faults.Add(RegistryFaults.UnknownKind, scalar.Span, scalar.Value);
                    return EntityKind.Unknown;
            }
        }

        private ImmutableArray<YamlScalar> List(YamlScalar key, YamlNode value, string expected, Func<string, bool> isValid)
        {
            if (value is not YamlSequence sequence)
            {
                Invalid(key, value, expected);
                return [];
            }
            var words = ImmutableArray.CreateBuilder<YamlScalar>(sequence.Items.Length);
            foreach (var item in sequence.Items)
            {
                if (item is YamlScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Value) && scalar.Value.Length <= MaxWords && isValid(scalar.Value))
                    words.Add(scalar);
                else
                    Invalid(key, item, expected);
            }
            return words.ToImmutable();
        }

        private static bool IsWebAddress(string word) =>
            Uri.TryCreate(word.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

        private (ImmutableArray<Role>, ImmutableArray<TextSpan>) ReadRoles(YamlScalar key, YamlNode value)
        {
            const string Expected = "a list of roles, each { title: …, of: …, from: …, until: … }";
            if (value is not YamlSequence sequence)
            {
                Invalid(key, value, Expected);
                return ([], []);
            }
            var roles = ImmutableArray.CreateBuilder<Role>();
            var spans = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var item in sequence.Items)
            {
                if (item is not YamlMapping mapping) Invalid(key, item, Expected);
                else if (ReadRole(mapping) is { } role)
                {
                    roles.Add(role);
                    spans.Add(mapping.Span);
                }
            }
            return (roles.ToImmutable(), spans.ToImmutable());
        }

        private Role? ReadRole(YamlMapping mapping)
        {
            YamlScalar? title = null, of = null;
            YamlNode? from = null, until = null;
            foreach (var (key, value) in Known(mapping, RoleKeys))
            {
                if (value.IsNull) continue;
                switch (key.Value)
                {
                    case "title": title = Words(key, value); break;
                    case "of": of = Words(key, value); break;
                    case "from": from = value; break;
                    case "until": until = value; break;
                }
            }
            if (title is null)
            {
                Faults.Add(RegistryFaults.MissingKey, FirstLineOf(mapping), "title", "This role");
                return null;
            }
            // Both are read, so that both faults show at once.
            var isFromGood = TryDate(from, out var first);
            var isUntilGood = TryDate(until, out var last);
            if (!isFromGood || !isUntilGood) return null;
            if (last < first)
            {
                Faults.Add(RegistryFaults.EndsBeforeItBegins, until!.Span, Iso(first!.Value), Iso(last!.Value));
                return null;
            }
            return new Role(title.Value.Trim(), of?.Value.Trim(), first, last);
        }

        private bool TryDate(YamlNode? node, out DateOnly? date)
        {
            date = null;
            if (node is null) return true;
            if (node is YamlScalar scalar && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                date = day;
                return true;
            }
            Faults.Add(RegistryFaults.InvalidDate, node.Span, node is YamlScalar { Value: var written } ? written : "This");
            return false;
        }

        private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
