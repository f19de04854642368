using System.Text;

namespace QuoteTracker.Benchmarks.Server;

/// <summary>A newsroom of any size, the same each time.</summary>
internal static class GeneratedNewsroom
{
    private static readonly string[] FirstNames = ["Ada", "Tom", "Ida", "Nora", "Ravi", "Lena", "Oskar", "Mina", "Paulo", "Greta", "Hugo", "Selma"];
    private static readonly string[] Surnames = ["Vaughn", "Okafor", "Lund", "Quist", "Marchetti", "Dahl", "Petrov", "Ostrander", "Kimura", "Bell", "Farouk", "Novak"];
    private static readonly string[] Offices = ["Mayor", "Councillor", "Engineer", "Judge", "Professor", "Captain"];
    private static readonly string[] Subjects = ["the bridge", "the ferry", "the harbour wall", "the winter budget", "the school roof", "the tram line", "the old mill"];
    private static readonly string[] Claims =
    [
        "will cost more than anyone on this council has been willing to say in public",
        "was inspected in March and found to be sound in every part that matters",
        "should have been closed years ago, and everybody who works there knows it",
        "is the only thing that keeps the north side of the town alive in winter",
        "has been promised to us three times, by three different governments",
        "cannot wait until the next election, whatever the polls may tell them",
    ];

    private static readonly string[] Cues = ["said", "added", "told reporters", "warned", "argued", "recalled"];

    private static readonly string[] Plain =
    [
        "Work on the site stopped last autumn after divers found cracks below the waterline, and it has not begun again.",
        "About forty people came to the meeting, most of them from the streets that lie closest to the water.",
        "The plans hang in the library until the end of the month, and letters may be sent to the clerk.",
        "Nobody from the firm that drew them up was there to answer what the residents wanted to know.",
    ];

    /// <summary>Writes the configuration, the registry and the articles.</summary>
    public static void Write(string folder, int articles)
    {
        File.WriteAllText(Path.Combine(folder, "quotetracker.yaml"), "articles: [\"**/*.txt\"]\nregistry: speakers.yaml\nsources: [\"sources/**\"]\n");
        var registry = new StringBuilder("speakers:\n");
        for (int k = 0; k < FirstNames.Length; k++) registry.Append("  - id: ").Append(Surnames[k].ToLowerInvariant()).Append("\n    name: ").Append(NameOf(k)).Append('\n');
        File.WriteAllText(Path.Combine(folder, "speakers.yaml"), registry.ToString());
        for (int k = 0; k < articles; k++)
        {
            var month = Directory.CreateDirectory(Path.Combine(folder, $"2026-{(k % 12) + 1:00}"));
            File.WriteAllText(Path.Combine(month.FullName, $"story-{k:0000}.txt"), Article(k, words: 300, quotations: 9));
        }
    }

    /// <summary>Writes an empty ledger, and transcripts in which the speakers say what the articles quote, and more.</summary>
    public static void WriteRecords(string folder, int transcripts)
    {
        File.WriteAllText(Path.Combine(folder, "claims.jsonl"), "");
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources"));
        for (int k = 0; k < transcripts; k++)
        {
            var random = new Random(k);
            var text = new StringBuilder("WEBVTT\n\n");
            for (int cue = 0; cue < 60; cue++)
            {
                string subject = Subjects[random.Next(Subjects.Length)], claim = Claims[random.Next(Claims.Length)];
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"00:{cue:00}:00.000 --> 00:{cue:00}:30.000\n<v {NameOf(random.Next(FirstNames.Length))}>{subject} {claim}. {Plain[random.Next(Plain.Length)]}\n\n");
            }
            File.WriteAllText(Path.Combine(sources.FullName, $"meeting-{k:000}.vtt"), text.ToString());
        }
    }

    /// <summary>An article of so many words and quotations, nearly.</summary>
    public static string Article(int seed, int words, int quotations)
    {
        var random = new Random(seed);
        var text = new StringBuilder().Append("Council argues over ").Append(Subjects[random.Next(Subjects.Length)]).Append(" again\n\n");
        int written = 6, quoted = 0;
        while (quoted < quotations || written < words)
        {
            bool isQuotation = (long)written * quotations >= (long)quoted * words && quoted < quotations;
            string paragraph = isQuotation ? Quotation(random, quoted++) : Plain[random.Next(Plain.Length)];
            text.Append(paragraph).Append("\n\n");
            written += paragraph.Count(static c => c == ' ') + 1;
        }
        return text.ToString();
    }

    private static string Quotation(Random random, int number)
    {
        int who = random.Next(FirstNames.Length);
        string subject = Subjects[random.Next(Subjects.Length)], claim = Claims[random.Next(Claims.Length)], cue = Cues[random.Next(Cues.Length)];
        string name = number < FirstNames.Length ? $"{Offices[who % Offices.Length]} {NameOf(who)}" : Surnames[who];
        string capital = char.ToUpperInvariant(subject[0]) + subject[1..];
        return random.Next(8) switch
        {
            0 => $"“{capital} {claim},” {name} {cue}. “I have told them so, and I will tell them again on Monday.”",
            1 => $"{name} {cue} that {subject} “{claim}”.",
            2 => $"\"{capital} {claim},\" {name} {cue} on Tuesday.",
            3 => $"According to {name}, {subject} {claim}.",
            4 => $"{name} {cue}: “{capital} {claim}.”",
            5 => $"“{capital},” {name} {cue}, “{claim}.”",
            6 => $"“{capital} {claim},” he {cue}.",
            _ => $"“{capital} {claim}.”",
        };
    }

    private static string NameOf(int k) => $"{FirstNames[k]} {Surnames[k]}";
}
