using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Text;

/// <summary>Lines that stand around the articles of a page saved from the web. They are data: <c>Resources/en/page-furniture.txt</c>.</summary>
internal sealed class PageFurniture
{
    /// <summary>No line of furniture is longer, in UTF-16 units.</summary>
    public const int LongestLine = 60;

    /// <summary>Saving a page glues the label of a picture or a button to the line: this much of it.</summary>
    private const int LongestGluedLabel = 12;

    private const char AnyWords = '*';

    private static readonly Lazy<PageFurniture> _lazyEnglish = new(() => new PageFurniture(LanguageData.English.Lines("page-furniture.txt")));

    private readonly List<string> _moreStories = [];
    private readonly List<string> _comments = [];
    private readonly List<string> _promotions = [];
    private readonly List<string> _ages = [];
    private readonly List<string> _bylines = [];

    private PageFurniture(IEnumerable<string> lines)
    {
        var current = _moreStories;
        foreach (string line in lines)
        {
            current = line switch
            {
                "[more-stories]" => _moreStories,
                "[comments]" => _comments,
                "[promotion]" => _promotions,
                "[age]" => _ages,
                "[byline]" => _bylines,
                _ => Listed(current, line),
            };
        }
    }

    public static PageFurniture English => _lazyEnglish.Value;

    /// <summary>A heading over other articles.</summary>
    public bool IsMoreStories(ReadOnlySpan<char> line) => IsAny(_moreStories, line);

    /// <summary>Where readers' comments begin.</summary>
    public bool IsComments(ReadOnlySpan<char> line) => IsAny(_comments, line);

    public bool IsPromotion(ReadOnlySpan<char> line) => IsAny(_promotions, line);

    /// <summary>A longer text that asks for the same: it says one of those lines among its words.</summary>
    public bool Promotes(ReadOnlySpan<char> text)
    {
        foreach (string line in _promotions)
        {
            var words = line.AsSpan().TrimEnd(AnyWords).TrimEnd(' ');
            if (words.Contains(' ') && !words.Contains(AnyWords) && text.Contains(words, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>A line that ends with how old a story is: <c>34 minutes ago</c>, behind an outlet's name or glued to it.</summary>
    public bool IsAge(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine) return false;
        foreach (string age in _ages)
        {
            if (line.EndsWith(age, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary><c>By</c> and the names of two words or more.</summary>
    public bool IsByline(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || EndsSentence(line)) return false;
        foreach (string by in _bylines)
        {
            if (!line.StartsWith(by, StringComparison.OrdinalIgnoreCase) || line.Length <= by.Length || line[by.Length] != ' ') continue;
            int capitals = 0, words = 0;
            foreach (var range in line[(by.Length + 1)..].Split(' '))
            {
                var word = line[(by.Length + 1)..][range];
                if (word.IsEmpty) continue;
                words++;
                if (char.IsUpper(word[0])) capitals++;
            }
            return capitals >= 2 && capitals * 3 >= words * 2;
        }
        return false;
    }

    /// <summary>Whether the line ends as a sentence does, marks and brackets behind it aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var text = line.TrimEnd("\"'”’»)]|  ");
        return !text.IsEmpty && text[^1] is '.' or '!' or '?' or '…';
    }

    private static List<string> Listed(List<string> section, string line)
    {
        section.Add(line);
        return section;
    }

    private static bool IsAny(List<string> patterns, ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine) return false;
        foreach (string pattern in patterns)
        {
            if (Matches(pattern, line)) return true;
        }
        return false;
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> line)
    {
        int any = pattern.IndexOf(AnyWords);
        if (any >= 0)
        {
            var head = pattern[..any];
            var tail = pattern[(any + 1)..];
            return line.Length > head.Length + tail.Length
                && line.StartsWith(head, StringComparison.OrdinalIgnoreCase)
                && line.EndsWith(tail, StringComparison.OrdinalIgnoreCase)
                && !EndsSentence(line);
        }
        if (!line.StartsWith(pattern, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = line[pattern.Length..].TrimStart(" \t .:…!(0123456789)|›»>");
        // A label is glued on without a space; with one, the line goes on with words of its own.
        return rest.IsEmpty || (rest.Length <= LongestGluedLabel && rest.Length == line.Length - pattern.Length && !rest.Contains(' ') && pattern.Contains(' '));
    }
}
