using System.Text.Json;
using System.Text.Json.Nodes;

namespace QuoteTracker.ProtocolTesting;

public sealed partial class ProtocolModel
{
    /// <summary>Types that hold themselves end here.</summary>
    private const int MaxDepth = 12;

    /// <returns>Params that the specification allows for the method; the same for the same state of <paramref name="random"/>.</returns>
    public JsonNode? AnyParams(string method, Random random)
    {
        var call = _requests.TryGetValue(method, out var request) ? request : _notifications[method];
        return Any(call.GetProperty("params"), random, 0);
    }

    private JsonNode? Any(JsonElement type, Random random, int depth) => type.GetProperty("kind").GetString() switch
    {
        "base" => AnyBase(type.GetProperty("name").GetString()!, random),
        "reference" => AnyReference(type.GetProperty("name").GetString()!, random, depth),
        "array" => new JsonArray([.. Enumerable.Range(0, depth > MaxDepth ? 0 : random.Next(3)).Select(_ => Any(type.GetProperty("element"), random, depth + 1))]),
        "map" => new JsonObject([.. Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create($"file:///{i}", Any(type.GetProperty("value"), random, depth + 1)))]),
        "or" => Any(OneOf(type.GetProperty("items"), random), random, depth),
        "stringLiteral" => type.GetProperty("value").GetString(),
        "literal" => AnyObject([.. type.GetProperty("value").GetProperty("properties").EnumerateArray()], random, depth),
        "tuple" => new JsonArray([.. type.GetProperty("items").EnumerateArray().Select(item => Any(item, random, depth + 1))]),
        var kind => throw new InvalidOperationException($"Nothing of kind {kind} can be made."),
    };

    private JsonNode? AnyReference(string name, Random random, int depth)
    {
        if (name is "LSPAny" or "LSPObject") return new JsonObject { ["any"] = random.Next(3) };
        if (_structures.TryGetValue(name, out var structure)) return AnyObject(PropertiesOf(structure), random, depth);
        if (_enumerations.TryGetValue(name, out var enumeration)) return JsonNode.Parse(OneOf(enumeration.GetProperty("values"), random).GetProperty("value").GetRawText());
        return Any(_aliases[name].GetProperty("type"), random, depth);
    }

    private JsonObject AnyObject(List<JsonElement> properties, Random random, int depth)
    {
        var made = new JsonObject();
        foreach (var property in properties)
        {
            bool isOptional = property.TryGetProperty("optional", out var optional) && optional.GetBoolean();
            if (!isOptional || (depth <= MaxDepth && random.Next(2) == 0))
                made[property.GetProperty("name").GetString()!] = Any(property.GetProperty("type"), random, depth + 1);
        }
        return made;
    }

    private static JsonNode? AnyBase(string name, Random random) => name switch
    {
        "string" or "RegExp" => new[] { "", "a", "“é🙂”\n" }[random.Next(3)],
        "URI" or "DocumentUri" => "file:///a%20b.txt",
        "boolean" => random.Next(2) == 0,
        "integer" => random.Next(-2, int.MaxValue),
        "uinteger" => random.Next(),
        "decimal" => 0.5,
        _ => null,
    };

    private static JsonElement OneOf(JsonElement list, Random random) => list[random.Next(list.GetArrayLength())];
}
