using System.Globalization;
using System.Text;

namespace QuoteTracker.Benchmarks;

/// <summary>News articles made of our own sentences: the same on every machine and in every run.</summary>
public static class GeneratedArticles
{
    private const int Count = 300, Seed = 20261122;

    private static readonly string[] _firstNames = ["Ada", "Tom", "Ruth", "Owen", "Nadia", "Helen", "Imran", "Joy", "Lionel", "Isla", "Graham", "Winifred"];
    private static readonly string[] _surnames = ["Vaughn", "Ashdown", "Calloway", "Tallis", "Brennick", "Strand", "Qadeer", "Okafor", "Pask", "Drummond", "Ettrick", "Oyelaran"];
    private static readonly string[] _posts = ["the harbour master", "a spokeswoman for the ferry line", "the council leader", "an engineer at the water company", "chair of the audit committee"];
    private static readonly string[] _bodies = ["The borough council", "The ferry line", "The water company", "The safety board", "The seafarers' union"];
    private static readonly string[] _verbs = ["said", "told reporters", "added", "wrote in a letter to the council", "argued", "warned", "explained"];

    private static readonly string[] _spoken =
    [
        "we counted every lifeboat before we counted the money",
        "nobody who has seen the quay in January would sign that paper",
        "the pumps held, the wall held and the road didn't",
        "I'd sooner explain a delay than an accident",
        "there's a hole in the budget the size of a tugboat",
        "the tender was fair, and the leaders' letters will show it",
        "it isn't the tide that worries me, it's the calendar",
    ];

    private static readonly string[] _reported =
    [
        "the new channel would be open before the winter timetable begins",
        "tests had found no trace of oil on the northern shore",
        "the contract would be put out to tender again in June",
        "repairs to the slipway could cost more than the slipway did",
        "members would be asked to vote on the offer next week",
    ];

    private static readonly string[] _plain =
    [
        "The slipway has been shut since a storm in November tore away its lower half.",
        "About 9,000 people cross the sound each day, most of them on their way to work.",
        "The vote was nine to seven, and it came a little before midnight.",
        "Work on the sea wall, which protects some 1,140 homes, is due to begin in September.",
        "A first survey of the channel was lost when the boat that carried it ran aground.",
        "Prices at the fish market have risen by a fifth since the spring.",
    ];

    /// <summary>In the order they were made.</summary>
    public static IReadOnlyList<string> All { get; } = Make();

    private static List<string> Make()
    {
        var random = new Random(Seed);
        var articles = new List<string>(Count);
        for (int i = 0; i < Count; i++) articles.Add(Article(random));
        return articles;
    }

    private static string Article(Random random)
    {
        var text = new StringBuilder();
        string[] people = [Name(random), Name(random), Name(random)];
        text.Append(CultureInfo.InvariantCulture, $"{Surname(people[0])} warns of delay as council weighs harbour plan\n\n");
        int paragraphs = random.Next(10, 30);
        for (int p = 0; p < paragraphs; p++)
        {
            var person = Pick(random, people);
            for (int sentences = random.Next(1, 4); sentences > 0; sentences--) text.Append(Sentence(random, person, isFirst: p < 3)).Append(' ');
            text.Append("\n\n");
        }
        return text.ToString();
    }

    private static string Sentence(Random random, string person, bool isFirst)
    {
        string name = isFirst ? $"{person}, {Pick(random, _posts)}," : Surname(person), verb = Pick(random, _verbs);
        return random.Next(12) switch
        {
            0 => $"“{Capital(Pick(random, _spoken))},” {name} {verb}.",
            1 => $"“{Capital(Pick(random, _spoken))},” {verb.Split(' ')[0]} {name.TrimEnd(',')}. “{Capital(Pick(random, _spoken))}.”",
            2 => $"{name} {verb}: “{Capital(Pick(random, _spoken))}.”",
            3 => $"{name} {verb} that {Pick(random, _reported)}.",
            4 => $"{Pick(random, _bodies)} said in a statement that {Pick(random, _reported)}.",
            5 => $"According to {person}, {Pick(random, _reported)}.",
            6 => $"{Surname(person)} called the plan “{string.Join(' ', Pick(random, _spoken).Split(' ').Take(4))}” and {verb.Split(' ')[0]} that {Pick(random, _reported)}.",
            7 => $"'{Capital(Pick(random, _spoken))},' he said.",
            _ => Pick(random, _plain),
        };
    }

    private static string Name(Random random) => $"{Pick(random, _firstNames)} {Pick(random, _surnames)}";

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
