using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Rules;

/// <summary>What a loaded cue tells the reader beside the statement, and the plain word for it.</summary>
internal sealed record LoadedSense(string Tells, string Plain);

/// <summary>A loaded word in a cue.</summary>
/// <param name="Start">UTF-16 offset in the cue.</param>
internal sealed record LoadedWord(LoadedSense Sense, int Start, int Length)
{
    public static LoadedWord None { get; } = new(new LoadedSense("", ""), 0, 0);
}

/// <summary>The loaded cue words of one language, of one or two words each.</summary>
internal sealed class LoadedCues
{
    private static readonly Lazy<LoadedCues> LazyEnglish = new(() => new LoadedCues(LanguageData.English.Lines("loaded-cues.txt")));

    private readonly Dictionary<string, LoadedSense> _senses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LoadedSense>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private LoadedCues(IEnumerable<string> lines)
    {
        _lookup = _senses.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines)
        {
            var fields = line.Split('|', StringSplitOptions.TrimEntries);
            var (head, forms) = (fields[0].Split(':')[0], fields[0].Split(':')[1]);
            var sense = new LoadedSense(fields[1], fields[2]);
            // Forms of two words are set apart by commas.
            foreach (var form in forms.Split(head.Contains(' ', StringComparison.Ordinal) ? ',' : ' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append(head))
                _senses[form] = sense;
        }
    }

    public static LoadedCues English => LazyEnglish.Value;

    /// <summary>The first loaded word of a cue.</summary>
    public LoadedWord FindIn(ReadOnlySpan<char> cue)
    {
        int previous = -1;
        for (int at = 0; at < cue.Length;)
        {
            if (!char.IsLetter(cue[at]))
            {
                at++;
                continue;
            }
            int start = at;
            while (at < cue.Length && char.IsLetter(cue[at])) at++;
            if (previous >= 0 && _lookup.TryGetValue(cue[previous..at], out var pair)) return new LoadedWord(pair, previous, at - previous);
            if (_lookup.TryGetValue(cue[start..at], out var sense)) return new LoadedWord(sense, start, at - start);
            previous = start;
        }
        return LoadedWord.None;
    }
}
