using System.Globalization;
using System.Text.Json;

namespace QuoteTracker.Cli.Extract;

/// <summary>What the caller names an article by; given back as it came.</summary>
/// <param name="IsNumber">It came as a JSON number and not as a string.</param>
public readonly record struct ArticleId(string Text, bool IsNumber);

/// <summary>One line of JSON: an article by value.</summary>
/// <param name="Text">The article.</param>
/// <param name="Date">The day of the article where the line has one (<c>2024-06-20</c>).</param>
public sealed record ArticleLine(ArticleId Id, string Text, DateOnly? Date)
{
    /// <exception cref="JsonException">The line is not a JSON object with an <c>id</c> and a <c>text</c>; the message says what is wrong.</exception>
    public static ArticleLine Parse(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        ArticleId? id = null;
        string? text = null;
        DateOnly? date = null;
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("the line is not a JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("id"u8)) id = ReadId(ref reader);
                else if (reader.ValueTextEquals("text"u8)) text = ReadString(ref reader, "text");
                else if (reader.ValueTextEquals("date"u8)) date = ReadDate(ref reader);
                else reader.Skip();
            }
            // Reads on to the end, so that a second value after the object is an error and not lost.
            while (reader.Read())
            {
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("a string is not valid Unicode", exception);
        }
        return new ArticleLine(id ?? throw new JsonException("\"id\" is missing"), text ?? throw new JsonException("\"text\" is missing"), date);
    }

    private static ArticleId ReadId(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => new ArticleId(reader.GetString()!, IsNumber: false),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => new ArticleId(number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
            _ => throw new JsonException("\"id\" is not a string or a whole number"),
        };
    }

    private static string ReadString(ref Utf8JsonReader reader, string property)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"\"{property}\" is not a string");
    }

    private static DateOnly? ReadDate(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }
        return DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
