using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace QuoteTracker.Tests.Workspace;

/// <summary>Checks a YAML document against the part of JSON Schema that our schemas use; any other keyword is refused.</summary>
internal sealed class SchemaWalk(JsonObject schema)
{
    /// <summary>Where the document breaks the schema.</summary>
    public List<string> Faults { get; } = [];

    public static IReadOnlyList<string> Check(JsonObject schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var walk = new SchemaWalk(schema);
        walk.Check(schema, stream.Documents.Count == 0 ? null : JsonOf(stream.Documents[0].RootNode), "");
        return walk.Faults;
    }

    /// <summary>As YAML 1.2 reads it.</summary>
    private static JsonNode? JsonOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, JsonOf(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(JsonOf)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(node.ToString()),
    };

    private void Check(JsonObject rule, JsonNode? value, string path)
    {
        foreach (var (keyword, argument) in rule)
        {
            var isGood = keyword switch
            {
                "$schema" or "$defs" or "title" or "description" or "default" => true,
                "$ref" => Follow(argument!, value, path),
                "type" => (argument is JsonArray many ? many.Select(type => type!.GetValue<string>()) : [argument!.GetValue<string>()]).Contains(TypeOf(value)),
                "enum" => argument!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)),
                "pattern" => value is not JsonValue text || TypeOf(value) != "string" || Regex.IsMatch(text.GetValue<string>(), argument!.GetValue<string>(), RegexOptions.ECMAScript),
                "minimum" => TypeOf(value) is not "number" and not "integer" || value!.GetValue<double>() >= argument!.GetValue<double>(),
                "maximum" => TypeOf(value) is not "number" and not "integer" || value!.GetValue<double>() <= argument!.GetValue<double>(),
                "maxLength" => TypeOf(value) != "string" || value!.GetValue<string>().Length <= argument!.GetValue<int>(),
                "required" => value is not JsonObject owner || argument!.AsArray().All(key => owner.ContainsKey(key!.GetValue<string>())),
                "anyOf" => argument!.AsArray().Any(option => Follows(option!.AsObject(), value)),
                "items" => CheckAll(argument!.AsObject(), value as JsonArray, path),
                "properties" => CheckProperties(argument!.AsObject(), value as JsonObject, path),
                "additionalProperties" => CheckOthers(rule, argument!, value as JsonObject, path),
                _ => throw new NotSupportedException($"This test does not know the keyword '{keyword}'."),
            };
            if (!isGood) Faults.Add($"{path}: {keyword}");
        }
    }

    private bool Follows(JsonObject rule, JsonNode? value)
    {
        var walk = new SchemaWalk(schema);
        walk.Check(rule, value, "");
        return walk.Faults.Count == 0;
    }

    private bool Follow(JsonNode reference, JsonNode? value, string path)
    {
        var target = schema;
        foreach (var step in reference.GetValue<string>().Split('/').Skip(1)) target = target[step]!.AsObject();
        Check(target, value, path);
        return true;
    }

    private bool CheckAll(JsonObject rule, JsonArray? items, string path)
    {
        for (var i = 0; i < (items?.Count ?? 0); i++) Check(rule, items![i], $"{path}/{i}");
        return true;
    }

    private bool CheckProperties(JsonObject rules, JsonObject? owner, string path)
    {
        foreach (var (key, rule) in rules)
        {
            if (owner?.ContainsKey(key) == true) Check(rule!.AsObject(), owner[key], $"{path}/{key}");
        }
        return true;
    }

    private bool CheckOthers(JsonObject rule, JsonNode others, JsonObject? owner, string path)
    {
        var known = rule["properties"]?.AsObject();
        foreach (var (key, value) in owner ?? [])
        {
            if (known?.ContainsKey(key) == true) continue;
            if (others is not JsonObject other) return false;
            Check(other, value, $"{path}/{key}");
        }
        return true;
    }

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => double.IsInteger(value.GetValue<double>()) ? "integer" : "number",
            _ => "boolean",
        },
    };
}
