using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuoteTracker.Training;

/// <summary>One line of a gold file: an article with its annotated attributions. Offsets are UTF-16 units, end exclusive.</summary>
internal sealed record GoldArticle(string Id, string Text, GoldQuote[] Quotes)
{
    /// <exception cref="InvalidDataException">A line is not a gold article.</exception>
    public static IEnumerable<GoldArticle> ReadAll(IEnumerable<FileInfo> files)
    {
        foreach (var file in files)
        {
            int number = 0;
            foreach (string line in File.ReadLines(file.FullName))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                yield return JsonSerializer.Deserialize(line, GoldJson.Default.GoldArticle) ?? throw new InvalidDataException($"{file.Name}, line {number}: not an article.");
            }
        }
    }
}

internal sealed record GoldQuote(string Type, int[][] Spans, int[]? Cue, GoldSpeaker? Speaker);

internal sealed record GoldSpeaker(int? Start, int? End);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GoldArticle))]
internal sealed partial class GoldJson : JsonSerializerContext;
