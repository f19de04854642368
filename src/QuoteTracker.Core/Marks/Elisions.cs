using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Marks;

/// <summary>Words that are written with an apostrophe for what they lost. They are data: <c>Resources/en/elisions.txt</c>.</summary>
internal sealed class Elisions
{
    private static readonly Lazy<Elisions> _lazyEnglish = new(() => new Elisions(LanguageData.English.Lines("elisions.txt")));

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _start = NewSet();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _end = NewSet();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _whole = NewSet();

    private Elisions(IEnumerable<string> lines)
    {
        var current = _start;
        foreach (string line in lines)
        {
            if (line[0] == '[') current = line == "[start]" ? _start : line == "[end]" ? _end : _whole;
            else current.Set.UnionWith(line.Split(' '));
        }
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NewSet() =>
        new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Elisions English => _lazyEnglish.Value;

    /// <param name="word">The word after the mark: <c>em</c>, <c>tis</c>.</param>
    public bool IsClippedAtStart(ReadOnlySpan<char> word) => _start.Contains(word);

    /// <param name="word">The word before the mark: <c>goin</c>, <c>ol</c>.</param>
    public bool IsClippedAtEnd(ReadOnlySpan<char> word) =>
        (word.Length >= 4 && word.EndsWith("in", StringComparison.OrdinalIgnoreCase) && !_whole.Contains(word)) || _end.Contains(word);
}
