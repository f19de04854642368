using System.Globalization;
using System.Text.Json;

namespace QuoteTracker.Benchmarks;

/// <summary>
/// Writes the generated articles out, each many times over with a line of its own, so that the whole command can be measured: <c>all.txt</c> for <c>wc -w</c>,
/// <c>all.jsonl</c> for <c>extract --stdin-jsonl</c>, and a file each below <c>files</c> for <c>lint</c>.
/// </summary>
public static class ArticleFiles
{
    private const int Times = 30;

    /// <param name="folder">Is made where it is not there.</param>
    /// <returns>The exit code.</returns>
    public static int Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var text = File.CreateText(Path.Combine(folder, "all.txt"));
        using var lines = File.Create(Path.Combine(folder, "all.jsonl"));
        for (int copy = 0; copy < Times; copy++)
        {
            var files = Directory.CreateDirectory(Path.Combine(folder, "files", copy.ToString(CultureInfo.InvariantCulture))).FullName;
            for (int number = 0; number < GeneratedArticles.All.Count; number++)
            {
                string article = string.Create(CultureInfo.InvariantCulture, $"{GeneratedArticles.All[number]}Copy {copy}.\n\n");
                text.Write(article);
                File.WriteAllText(Path.Combine(files, string.Create(CultureInfo.InvariantCulture, $"{number}.txt")), article);
                using (var writer = new Utf8JsonWriter(lines))
                {
                    writer.WriteStartObject();
                    writer.WriteString("id"u8, string.Create(CultureInfo.InvariantCulture, $"{copy}-{number}"));
                    writer.WriteString("text"u8, article);
                    writer.WriteEndObject();
                }
                lines.WriteByte((byte)'\n');
            }
        }
        return 0;
    }
}
