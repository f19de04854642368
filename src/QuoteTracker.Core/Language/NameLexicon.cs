namespace QuoteTracker.Core.Language;

/// <summary>The gender a name or a title tells.</summary>
internal enum Gender : byte
{
    Unknown,
    Masculine,
    Feminine,

    /// <summary>Borne by men and by women.</summary>
    Either,
}

/// <summary>
/// What words are in names: <c>names.txt</c>, and <c>first-names.txt</c> with <c>m</c>, <c>f</c> or <c>e</c> on a line of its own before the names of
/// that gender.
/// </summary>
internal sealed class NameLexicon
{
    private readonly WordTable _classes = new(32768);
    private readonly WordTable _months = new(64);

    public NameLexicon(LanguageData language)
    {
        var given = NameClass.None;
        foreach (string line in language.Lines("first-names.txt"))
        {
            if (line.Length == 1) given = NameClass.Given | GenderClass(line[0]);
            else Add(line, given);
        }
        string heading = "";
        uint month = 0;
        foreach (string line in language.Lines("names.txt"))
        {
            if (line[0] == '[') heading = line[1..^1];
            else if (heading == "month")
            {
                month++;
                foreach (var range in line.AsSpan().Split(' ')) _months.Or(WordHash.Of(line.AsSpan(range)), month);
            }
            else Add(line, ClassNamed(heading));
        }
    }

    public NameClass ClassOf(uint word) => (NameClass)_classes.Find(word);

    public bool Is(uint word, NameClass any) => (ClassOf(word) & any) != 0;

    public Gender GenderOf(uint given) => (ClassOf(given) & (NameClass.Masculine | NameClass.Feminine)) switch
    {
        NameClass.Masculine => Gender.Masculine,
        NameClass.Feminine => Gender.Feminine,
        NameClass.None => Gender.Unknown,
        _ => Gender.Either,
    };

    /// <summary>1 to 12, 0 for another word.</summary>
    public int MonthOf(uint word) => (int)_months.Find(word);

    private void Add(string line, NameClass value)
    {
        foreach (var range in line.AsSpan().Split(' ')) _classes.Or(WordHash.Of(line.AsSpan(range)), (uint)value);
    }

    private static NameClass GenderClass(char letter) => letter switch
    {
        'm' => NameClass.Masculine,
        'f' => NameClass.Feminine,
        _ => NameClass.Masculine | NameClass.Feminine,
    };

    private static NameClass ClassNamed(string heading) => heading switch
    {
        "particle" => NameClass.Particle,
        "suffix" => NameClass.Suffix,
        "party" => NameClass.Party,
        "portfolio" => NameClass.Portfolio,
        "rank" => NameClass.Rank,
        "reporting" => NameClass.Reporting,
        "someone" => NameClass.Someone,
        "contraction" => NameClass.Contraction,
        "office" => NameClass.Office,
        "body" => NameClass.Body,
        "opener" => NameClass.Opener,
        "locality" => NameClass.Locality,
        "informed" => NameClass.Informed,
        "place" => NameClass.Place,
        "place-part" => NameClass.PlacePart,
        "demonym" => NameClass.Demonym,
        _ => throw new InvalidOperationException($"names.txt: no name class is called [{heading}]."),
    };
}
