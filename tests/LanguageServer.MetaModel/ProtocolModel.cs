using System.Collections.Frozen;
using System.Text.Json;

namespace QuoteTracker.ProtocolTesting;

/// <summary>Says what of a JSON value is not as the specification has it.</summary>
public sealed partial class ProtocolModel
{
    private const string File = "metaModel.json";
    private static readonly Lazy<ProtocolModel> LazyInstance = new(() => new ProtocolModel());

    private readonly FrozenDictionary<string, JsonElement> _structures;
    private readonly FrozenDictionary<string, JsonElement> _enumerations;
    private readonly FrozenDictionary<string, JsonElement> _aliases;
    private readonly FrozenDictionary<string, JsonElement> _requests;
    private readonly FrozenDictionary<string, JsonElement> _notifications;

    private ProtocolModel()
    {
        using var stream = typeof(ProtocolModel).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not embedded in the tests.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement.Clone();
        _structures = By("name", root.GetProperty("structures"));
        _enumerations = By("name", root.GetProperty("enumerations"));
        _aliases = By("name", root.GetProperty("typeAliases"));
        _requests = By("method", root.GetProperty("requests"));
        _notifications = By("method", root.GetProperty("notifications"));
    }

    public static ProtocolModel Instance => LazyInstance.Value;

    /// <param name="parameters">Null where the message has none.</param>
    public IEnumerable<string> FaultsOfNotification(string method, JsonElement? parameters) => FaultsOfCall(_notifications, method, parameters);

    public IEnumerable<string> FaultsOfRequest(string method, JsonElement? parameters) => FaultsOfCall(_requests, method, parameters);

    /// <summary>Nothing for a method that the specification does not have: a test's own.</summary>
    public IEnumerable<string> FaultsOfResult(string method, JsonElement result) =>
        _requests.TryGetValue(method, out var request) ? Faults(request.GetProperty("result"), result, method + " result") : [];

    private static FrozenDictionary<string, JsonElement> By(string key, JsonElement list) =>
        list.EnumerateArray().ToFrozenDictionary(item => item.GetProperty(key).GetString()!, StringComparer.Ordinal);

    private List<string> FaultsOfCall(FrozenDictionary<string, JsonElement> calls, string method, JsonElement? parameters)
    {
        // The value of a progress is whatever its token stands for.
        if (method == "$/progress") return parameters is null ? ["$/progress has no params"] : [];
        // Our own, for those who have asked for it.
        if (method.StartsWith("quotetracker/", StringComparison.Ordinal)) return [];
        if (!calls.TryGetValue(method, out var call)) return [$"the server sends {method}, which is not in the specification"];
        if (call.GetProperty("messageDirection").GetString() == "clientToServer") return [$"{method} goes from the client to the server"];
        if (!call.TryGetProperty("params", out var type)) return parameters is null ? [] : [$"{method} has no params"];
        return parameters is { } value ? Faults(type, value, method) : [$"{method} needs params"];
    }

    private List<string> Faults(JsonElement type, JsonElement value, string at) => type.GetProperty("kind").GetString() switch
    {
        "base" => IsBase(type.GetProperty("name").GetString()!, value) ? [] : [$"{at}: {Shown(value)} is no {type.GetProperty("name").GetString()}"],
        "reference" => FaultsOfReference(type.GetProperty("name").GetString()!, value, at),
        "array" => value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().SelectMany((item, i) => Faults(type.GetProperty("element"), item, $"{at}[{i}]"))]
            : [$"{at}: {Shown(value)} is no array"],
        "map" => value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject().SelectMany(pair => Faults(type.GetProperty("value"), pair.Value, $"{at}.{pair.Name}"))]
            : [$"{at}: {Shown(value)} is no map"],
        "or" => type.GetProperty("items").EnumerateArray().Select(item => Faults(item, value, at)).MinBy(faults => faults.Count)!,
        "and" => [.. type.GetProperty("items").EnumerateArray().SelectMany(item => Faults(item, value, at))],
        "tuple" => FaultsOfTuple(type.GetProperty("items"), value, at),
        "stringLiteral" => value.ValueKind == JsonValueKind.String && value.ValueEquals(type.GetProperty("value").GetString())
            ? []
            : [$"{at}: {Shown(value)} is not '{type.GetProperty("value").GetString()}'"],
        "literal" => FaultsOfObject("a literal", [.. type.GetProperty("value").GetProperty("properties").EnumerateArray()], value, at),
        var kind => throw new InvalidOperationException($"The meta model has a new kind of type: {kind}."),
    };

    private List<string> FaultsOfReference(string name, JsonElement value, string at)
    {
        if (name is "LSPAny" or "LSPObject" or "LSPArray") return [];
        if (_structures.TryGetValue(name, out var structure)) return FaultsOfObject(name, PropertiesOf(structure), value, at);
        if (!_enumerations.TryGetValue(name, out var enumeration)) return Faults(_aliases[name].GetProperty("type"), value, at);
        if (enumeration.TryGetProperty("supportsCustomValues", out var open) && open.GetBoolean()) return Faults(enumeration.GetProperty("type"), value, at);
        bool isKnown = enumeration.GetProperty("values").EnumerateArray().Any(item => item.GetProperty("value").GetRawText() == value.GetRawText());
        return isKnown ? [] : [$"{at}: {Shown(value)} is no {name}"];
    }

    private List<JsonElement> PropertiesOf(JsonElement structure)
    {
        var properties = new List<JsonElement>();
        foreach (string part in (string[])["extends", "mixins"])
        {
            if (!structure.TryGetProperty(part, out var bases)) continue;
            foreach (var item in bases.EnumerateArray()) properties.AddRange(PropertiesOf(_structures[item.GetProperty("name").GetString()!]));
        }
        foreach (var own in structure.GetProperty("properties").EnumerateArray())
        {
            // A structure may narrow a property of its base (the kind of a CreateFile).
            properties.RemoveAll(inherited => inherited.GetProperty("name").GetString() == own.GetProperty("name").GetString());
            properties.Add(own);
        }
        return properties;
    }

    private List<string> FaultsOfObject(string name, List<JsonElement> properties, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object) return [$"{at}: {Shown(value)} is no {name}"];
        var faults = new List<string>();
        foreach (var property in properties)
        {
            string key = property.GetProperty("name").GetString()!;
            bool isOptional = property.TryGetProperty("optional", out var optional) && optional.GetBoolean();
            if (value.TryGetProperty(key, out var member)) faults.AddRange(Faults(property.GetProperty("type"), member, $"{at}.{key}"));
            else if (!isOptional) faults.Add($"{at}: {name} needs {key}");
        }
        foreach (var member in value.EnumerateObject())
        {
            if (!properties.Exists(property => property.GetProperty("name").GetString() == member.Name)) faults.Add($"{at}: {name} has no {member.Name}");
        }
        return faults;
    }

    private List<string> FaultsOfTuple(JsonElement types, JsonElement value, string at) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == types.GetArrayLength()
            ? [.. types.EnumerateArray().Zip(value.EnumerateArray()).SelectMany((pair, i) => Faults(pair.First, pair.Second, $"{at}[{i}]"))]
            : [$"{at}: {Shown(value)} is not the tuple"];

    private static bool IsBase(string name, JsonElement value) => name switch
    {
        "string" or "RegExp" => value.ValueKind == JsonValueKind.String,
        "URI" or "DocumentUri" => value.ValueKind == JsonValueKind.String && value.GetString()!.Contains(':', StringComparison.Ordinal),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "uinteger" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= 0,
        "decimal" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException($"The meta model has a new base type: {name}."),
    };

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : value.GetRawText();
}
