using System.Text;

namespace QuoteTracker.Benchmarks.Sources;

/// <summary>A newsroom with many transcripts, made of the sentences of those in the tests: the same each time.</summary>
internal sealed class GeneratedSources
{
    private const int BytesEach = 5 * 1024;

    private static readonly string[] Speakers = ["VAUGHN", "DELACROIX", "OYELOWO", "MARCHETTI", "HASSAN", "LINDGREN", "TULLY", "MAKEPEACE"];

    private readonly List<string> _sentences;
    private readonly Random _random = new(20260301);

    private GeneratedSources(IEnumerable<string> transcripts) => _sentences = [.. transcripts.SelectMany(SentencesOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Sentences that stand in some of the sources, to be looked for.</summary>
    public List<string> Samples { get; } = [];

    /// <param name="folder">Gets <c>sources/</c>.</param>
    /// <param name="transcripts">The folder of the tests' transcripts.</param>
    public static GeneratedSources Write(string folder, int count, string transcripts)
    {
        var sources = new GeneratedSources(Directory.GetFiles(transcripts).Where(path => Path.GetExtension(path) is ".txt" or ".md").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        for (int i = 0; i < count; i++)
        {
            var path = Path.Combine(folder, "sources", $"{i / 1000:00}", $"{i:00000}.txt");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, sources.Transcript(i));
        }
        return sources;
    }

    private string Transcript(int number)
    {
        var text = new StringBuilder();
        while (text.Length < BytesEach)
        {
            text.Append(Speakers[_random.Next(Speakers.Length)]).Append(": ");
            for (int left = _random.Next(1, 6); left > 0; left--)
            {
                // Two sentences in one, so that most of what is said is said in few places.
                var said = Blend(_sentences[_random.Next(_sentences.Count)], _sentences[_random.Next(_sentences.Count)]);
                text.Append(said).Append(' ');
                if (number % 7 == 0 && Samples.Count < 2000) Samples.Add(said);
            }
            text.Append("\n\n");
        }
        return text.ToString();
    }

    private string Blend(string one, string other)
    {
        var (first, second) = (one.Split(' '), other.Split(' '));
        return string.Join(' ', first.Take(_random.Next(first.Length / 2, first.Length + 1)).Concat(second.Skip(_random.Next(0, second.Length / 2 + 1))));
    }

    private static IEnumerable<string> SentencesOf(string transcript) => transcript.Split('\n')
        .Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0)..])
        .SelectMany(line => line.Split(". "))
        .Select(sentence => sentence.Trim().TrimEnd('.') + ".")
        .Where(sentence => sentence.Split(' ').Length is > 5 and < 40);
}
