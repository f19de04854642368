using System.Collections.Frozen;
using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Checking;

/// <summary>What part a word has in a number.</summary>
internal enum NumeralKind : byte
{
    None,

    /// <summary>One to nine, and zero.</summary>
    Unit,
    Teen,
    Ten,
    Hundred,

    /// <summary>Thousand and more.</summary>
    Scale,

    /// <summary>Written in digits.</summary>
    Digits,
}

/// <param name="First">The key that the word is read as; that of its first word where it stands for two.</param>
/// <param name="Second">The key of the second word, 0 for none: <c>gonna</c>, <c>cannot</c>.</param>
/// <param name="Value">Of a numeral.</param>
internal readonly record struct WordForm(uint First, uint Second, WordTraits Traits, NumeralKind Numeral, double Value, bool IsOrdinal);

/// <summary>English words that are written in more than one way, or that a quotation may leave out. After the spoken-language chapters of style guides; written for this project.</summary>
internal static class WordForms
{
    /// <summary>Written as one word, spoken as two.</summary>
    private static readonly (string Written, string First, string Second)[] Pairs =
    [
        ("cannot", "can", "not"), ("gonna", "going", "to"), ("wanna", "want", "to"), ("gotta", "got", "to"), ("kinda", "kind", "of"), ("sorta", "sort", "of"),
        ("lotta", "lot", "of"), ("outta", "out", "of"), ("hafta", "have", "to"), ("alright", "all", "right"), ("gimme", "give", "me"), ("lemme", "let", "me"),
        ("dunno", "don't", "know"), ("shoulda", "should", "have"), ("coulda", "could", "have"), ("woulda", "would", "have"),
    ];

    /// <summary>Two ways to write one word.</summary>
    private static readonly (string Written, string Read)[] Aliases =
    [
        ("ok", "okay"), ("'em", "them"), ("'cause", "because"), ("cos", "because"), ("coz", "because"), ("'til", "until"), ("till", "until"), ("'bout", "about"),
        ("ya", "you"), ("yer", "your"), ("an'", "and"), ("o'", "of"), ("mister", "mr"), ("doctor", "dr"), ("versus", "vs"),
        ("dollars", "dollar"), ("pounds", "pound"), ("euros", "euro"),
        ("twenties", "20s"), ("thirties", "30s"), ("forties", "40s"), ("fifties", "50s"), ("sixties", "60s"), ("seventies", "70s"), ("eighties", "80s"), ("nineties", "90s"),
    ];

    // Below the tables that it is built from.
    private static readonly FrozenDictionary<uint, WordForm> Forms = Build();

    public static bool TryGet(uint word, out WordForm form) => Forms.TryGetValue(word, out form);

    private static FrozenDictionary<uint, WordForm> Build()
    {
        var forms = new Dictionary<uint, WordForm>();
        foreach (var filler in "uh um uhm umm er erm ah eh hmm hm mm mhm huh uhh ehm".Split(' ')) Add(filler, filler, traits: WordTraits.Skippable);
        foreach (var word in ("a an the i you he she it we they me him her us them my your his its our their this that these those of to in on at for by with from as "
            + "and or but if so is are was were be been am do does did has have had will would can could not no there what which who then than just 's 'd").Split(' '))
            Add(word, word, traits: WordTraits.Light);
        foreach (var word in "not no never nobody nothing none nor neither without".Split(' '))
            Add(word, word, traits: WordTraits.Negation | (forms.TryGetValue(WordHash.Of(word), out var known) ? known.Traits : WordTraits.None));
        foreach (var (written, first, second) in Pairs) Add(written, first, second);
        foreach (var (written, read) in Aliases) Add(written, read);
        AddNumerals("zero nought one two three four five six seven eight nine", NumeralKind.Unit, [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        AddNumerals("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", NumeralKind.Teen, [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
        AddNumerals("twenty thirty forty fourty fifty sixty seventy eighty ninety", NumeralKind.Ten, [20, 30, 40, 40, 50, 60, 70, 80, 90]);
        AddNumerals("hundred", NumeralKind.Hundred, [100]);
        AddNumerals("thousand million billion trillion", NumeralKind.Scale, [1e3, 1e6, 1e9, 1e12]);
        AddNumerals("first third fourth fifth sixth seventh eighth ninth", NumeralKind.Unit, [1, 3, 4, 5, 6, 7, 8, 9], isOrdinal: true);
        AddNumerals("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", NumeralKind.Teen, [10, 11, 12, 13, 14, 15, 16, 17, 18, 19], isOrdinal: true);
        AddNumerals("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", NumeralKind.Ten, [20, 30, 40, 50, 60, 70, 80, 90], isOrdinal: true);
        AddNumerals("second hundredth thousandth millionth", NumeralKind.Unit, [2, 100, 1000, 1e6], isOrdinal: true);
        return forms.ToFrozenDictionary();

        void Add(string written, string first, string? second = null, WordTraits traits = WordTraits.None) =>
            forms[WordHash.Of(written)] = new WordForm(WordHash.Of(first), second is null ? 0 : WordHash.Of(second), traits, NumeralKind.None, 0, false);

        void AddNumerals(string words, NumeralKind kind, double[] values, bool isOrdinal = false)
        {
            foreach (var (word, value) in words.Split(' ').Zip(values)) forms[WordHash.Of(word)] = new WordForm(WordHash.Of(word), 0, WordTraits.None, kind, value, isOrdinal);
        }
    }
}
