namespace QuoteTracker.Tests.Incremental;

/// <summary>Somebody who writes in an article: a key, and now and then one taken back, at a cursor that stays for some words.</summary>
internal sealed class Typing(int seed)
{
    private static readonly string[] Paragraphs =
    [
        "Harbour bridge shut as council argues",
        "“We looked at the bill twice,” said Mayor Ada Vaughn, the council leader. “I told them it only grew.”",
        "Tom Okafor and Ida Lund said the ferry would run on Sunday.",
        "The Harbour Defence Force (HDF) has no boats, the mayor said.",
        "“I heard him say ‘we never close’,” Okafor recalled, “and I went home.”",
        "With Nora Quist, the engineer, gone, who would mend it? She had warned that rust does not wait.",
        "Lund, who built the pier, told the HDF that it was tired.",
        "According to the Harbour Board, which owns the quay, the council had been told.",
        "meanwhile deputy mayor Paul Okafor added that his brother “was mistaken”.",
        "They declined to comment, but a senior aide called the plan “a dream.”",
        "In a report the board said it would look again.",
    ];

    private static readonly string[] Sentences =
    [
        " The engineer Ida Lund, 42, a diver, said she had seen it.",
        " He asked them why.",
        " “I was there,” Vaughn said, and the board agreed.",
        " Okafor, the council leader (TCL), who wept, told Nora Quist so.",
        " Quoting the mayor, officials said that it was late and warned of rain",
        " Zed shut the gate and warned of rain.",
        " Ferry officials wept. Vaughn said nothing, and Zed left.",
        " and Tom",
        ", the",
        " Ada",
    ];

    private readonly Random _random = new(seed);
    private int _cursor = -1, _typed;
    private string _sentence = "";

    public string Article() => string.Join("\n\n", Enumerable.Range(0, _random.Next(3, 9)).Select(_ => Pick(Paragraphs)));

    /// <summary>The text after the next key.</summary>
    public string Key(string text)
    {
        if (_cursor < 0 || _typed == _sentence.Length)
        {
            // Between two words, or inside one.
            int at = _random.Next(text.Length + 1);
            _cursor = _random.Next(3) > 0 && text.IndexOf(' ', at) is >= 0 and var blank ? blank : at;
            (_sentence, _typed) = (Pick(Sentences), 0);
        }
        if (_cursor > 0 && _random.Next(12) == 0)
        {
            _cursor--;
            return text.Remove(_cursor, 1);
        }
        return text.Insert(_cursor++, _sentence[_typed++].ToString());
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
