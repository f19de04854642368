using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Data that we gave a client to hand back; it may hand back anything.</summary>
internal static class OwnData
{
    /// <returns>Null for what is none of ours.</returns>
    public static T? Read<T>(JsonElement? data, JsonTypeInfo<T> type)
        where T : class
    {
        if (data is not { ValueKind: JsonValueKind.Object } element) return null;
        try
        {
            return element.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
