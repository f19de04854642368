namespace QuoteTracker.Tests.Incremental;

/// <summary>An article of some paragraphs, and edits of it such as people make and such as nobody would.</summary>
internal sealed class RandomEdits(int seed)
{
    private static readonly string[] Paragraphs =
    [
        "Council shelves the harbour bridge",
        "“We looked at the bill twice,” said Mayor Ada Vaughn. “It only grew.”",
        "Vaughn said the council would “look again” in spring.",
        "According to the Harbour Board, the bridge has carried no lorries since March.",
        "She told the meeting: “Nobody in this room wants a toll.",
        "“And nobody will get one while I am here,” she added.",
        "\"I heard 'never' twice,\" Tom Okafor recalled. \"Then I went home.\"",
        "Officials declined to comment, but a senior aide called the plan “a dream.”",
        "The engineer Ida Lund, 42, warned that rust does not wait.",
        "“The steel is tired”",
        "— Ida Lund",
        "LUND: It will not hold another winter.",
        "VAUGHN: Then we close it.",
        "More Stories",
        "Ferry timetable changes on Sunday",
        "By Nora Quist",
        "The ferry leaves an hour later, the company said, because ‘the tide’ is what it is.",
        "He did not say when.",
        "The 'Old Crossing' opened in the dry summer of '61.",
    ];

    private static readonly string[] Pieces =
        ["\"", "“", "”", "'", "’", "‘", "«", ".", ",", ":", " ", "a", "said ", " he added", "\n", "\n\n", "\r\n", "\u2028", "Vaughn", " the mayor", "\U0001F600", "\uD83D", "<!-- quotetracker: ignore unclosed-quotation: quoted as sung -->"];

    private readonly Random _random = new(seed);

    public string Article() => string.Join('\n', Enumerable.Range(0, _random.Next(4, 12)).Select(_ => Pick(Paragraphs)));

    public string Edit(string text) => _random.Next(12) switch
    {
        0 => Insert(text, Pick(Paragraphs) + "\n", AtLine(text)),
        1 => Insert(text, "\n" + Pick(Paragraphs), AtLine(text)),
        2 => RemoveLine(text),
        3 => Remove(text, _random.Next(text.Length + 1), _random.Next(1, 60)),
        4 => text.IndexOf('\n', _random.Next(text.Length + 1)) is >= 0 and var at ? Remove(text, at, 1) : text,
        5 => text.IndexOfAny(['"', '“', '”', '\''], _random.Next(text.Length + 1)) is >= 0 and var at ? Remove(text, at, 1) : text,
        6 when _random.Next(6) == 0 => Wrapped(text),
        7 when _random.Next(6) == 0 => text.Replace('“', '"').Replace('”', '"'),
        _ => Insert(text, Pick(Pieces), _random.Next(text.Length + 1)),
    };

    /// <summary>Lines of one width, as an agency sends them: whether lines are paragraphs may change for all of the article.</summary>
    private static string Wrapped(string text)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            string line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length + word.Length > 50)
                {
                    lines.Add(line);
                    line = "";
                }
                line += line.Length == 0 ? word : " " + word;
            }
            lines.Add(line);
        }
        return string.Join('\n', lines);
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private int AtLine(string text) => text.LastIndexOf('\n', Math.Max(0, _random.Next(text.Length + 1) - 1)) + 1;

    private string RemoveLine(string text)
    {
        int start = AtLine(text), end = text.IndexOf('\n', start);
        return Remove(text, start, (end < 0 ? text.Length : end + 1) - start);
    }

    private static string Insert(string text, string piece, int at) => text[..at] + piece + text[at..];

    private static string Remove(string text, int at, int count) => text[..at] + text[Math.Min(text.Length, at + count)..];
}
