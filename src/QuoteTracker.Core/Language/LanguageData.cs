using System.Reflection;

namespace QuoteTracker.Core.Language;

/// <summary>What is language and not method: the lexicons of one language, read once from <c>Resources/&lt;code&gt;</c>.</summary>
internal sealed class LanguageData
{
    private static readonly Lazy<LanguageData> LazyEnglish = new(() => new LanguageData("en"));

    private readonly string _code;
    private readonly WordTable _classes;
    private readonly WordTable _stems;
    private readonly WordTable _abbreviations;
    private readonly WordTable _speechVerbs;
    private readonly Lazy<NameLexicon> _names;

    private LanguageData(string code)
    {
        _code = code;
        _classes = ReadClasses();
        _abbreviations = ReadAbbreviations();
        _stems = ReadIrregularVerbs();
        _speechVerbs = ReadSpeechVerbs();
        _names = new(() => new NameLexicon(this));
    }

    public static LanguageData English => LazyEnglish.Value;

    /// <summary>What words are in names.</summary>
    public NameLexicon Names => _names.Value;

    public WordClass ClassOf(uint word) => (WordClass)_classes.Find(word);

    public bool IsAbbreviation(uint word) => _abbreviations.Find(word) != 0;

    public bool IsSpeechVerb(uint stem) => _speechVerbs.Find(stem) != 0;

    /// <summary>The stem's hash: that of the base form for an irregular verb.</summary>
    public uint StemOf(ReadOnlySpan<char> word, uint hash)
    {
        uint known = _stems.Find(hash);
        return known != 0 ? known : Stemmer.Stem(word, hash);
    }

    /// <summary>The lines of a resource without comments and blank ones.</summary>
    public IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{_code}/{file}")
            ?? throw new InvalidOperationException($"The resource {_code}/{file} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    private WordTable ReadClasses()
    {
        var table = new WordTable(4096);
        var current = WordClass.None;
        foreach (string line in Lines("words.txt"))
        {
            if (line[0] == '[') current = ClassNamed(line[1..^1]);
            else foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) table.Or(WordHash.Of(word), (uint)current);
        }
        return table;
    }

    private WordTable ReadAbbreviations()
    {
        var table = new WordTable(512);
        foreach (string line in Lines("abbreviations.txt"))
            foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) table.Or(WordHash.Of(word), 1);
        return table;
    }

    private WordTable ReadSpeechVerbs()
    {
        var table = new WordTable(512);
        foreach (string line in Lines("speech-verbs.txt"))
            foreach (string verb in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) table.Or(StemOf(verb, WordHash.Of(verb)), 1);
        return table;
    }

    private WordTable ReadIrregularVerbs()
    {
        var table = new WordTable(512);
        foreach (string line in Lines("irregular-verbs.txt"))
        {
            int space = line.IndexOf(' ');
            string stem = line[(space + 1)..];
            table.Or(WordHash.Of(line.AsSpan(0, space)), Stemmer.Stem(stem, WordHash.Of(stem)));
        }
        return table;
    }

    private static WordClass ClassNamed(string heading) => heading switch
    {
        "auxiliary" => WordClass.Auxiliary,
        "modal" => WordClass.Modal,
        "negation" => WordClass.Negation,
        "adverb" => WordClass.Adverb,
        "subject-pronoun" => WordClass.SubjectPronoun,
        "object-pronoun" => WordClass.ObjectPronoun,
        "masculine" => WordClass.Masculine,
        "feminine" => WordClass.Feminine,
        "plural-pronoun" => WordClass.PluralPronoun,
        "neuter" => WordClass.Neuter,
        "first-person" => WordClass.FirstPerson,
        "second-person" => WordClass.SecondPerson,
        "possessive" => WordClass.Possessive,
        "determiner" => WordClass.Determiner,
        "indefinite" => WordClass.Indefinite,
        "preposition" => WordClass.Preposition,
        "coordinator" => WordClass.Coordinator,
        "subordinator" => WordClass.Subordinator,
        "relative" => WordClass.Relative,
        "that" => WordClass.That,
        "wh" => WordClass.Wh,
        "day" or "month" => WordClass.Calendar,
        "time" => WordClass.Time,
        "title" => WordClass.Title,
        "person-noun" => WordClass.PersonNoun,
        "organisation-noun" => WordClass.OrganisationNoun,
        "organisation-suffix" => WordClass.OrganisationSuffix,
        "document-noun" => WordClass.DocumentNoun,
        "anonymous-noun" => WordClass.AnonymousNoun,
        "cue-noun" => WordClass.CueNoun,
        "feminine-noun" => WordClass.FeminineNoun,
        "masculine-noun" => WordClass.MasculineNoun,
        _ => throw new InvalidOperationException($"words.txt: no word class is named [{heading}]."),
    };
}
