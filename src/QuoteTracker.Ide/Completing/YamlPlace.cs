using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Completing;

/// <summary>Where in a YAML file somebody types, as far as lines and indents tell.</summary>
/// <param name="Parents">The keys above, the outermost first.</param>
/// <param name="Key">The key whose value is typed; null where a key is.</param>
/// <param name="Siblings">The keys that stand beside it already.</param>
/// <param name="Span">The word that is typed; UTF-16 offsets, end exclusive.</param>
internal sealed record YamlPlace(List<string> Parents, string? Key, HashSet<string> Siblings, TextSpan Span)
{
    public static YamlPlace At(SourceText text, int offset)
    {
        var line = text.Lines.GetLineFromPosition(offset);
        string whole = text.ToString(TextSpan.FromBounds(line.Start, offset));
        int brace = OpenBrace(whole), bracket = OpenBracket(whole);
        // Inside a list it is the list's key that tells.
        string typed = bracket > brace ? whole[..bracket] : whole;
        int item = Indent(typed).Item;
        var siblings = new HashSet<string>(StringComparer.Ordinal);
        var parents = new List<string>();
        string piece;
        if (brace >= 0)
        {
            foreach (string pair in text.ToString(TextSpan.FromBounds(line.Start + brace + 1, line.End)).Split(',', '}')) AddKey(pair, siblings);
            piece = typed[(Math.Max(brace, typed.LastIndexOf(',')) + 1)..];
            // What the brace is the value of, on this line or above.
            if (KeyOf(typed[item..brace]) is { } own) parents.Add(own);
        }
        else
        {
            piece = typed[item..];
            AddSiblings(text, line.LineNumber, item, siblings);
        }
        parents.InsertRange(0, Above(text, line.LineNumber, item));
        string? key = KeyOf(piece);
        string word = typed != whole ? whole[(Math.Max(bracket, whole.LastIndexOf(',')) + 1)..].TrimStart() : key is null ? piece.TrimStart() : piece[(piece.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart();
        if (key is null) siblings.Remove(word);
        return new YamlPlace(parents, key, siblings, TextSpan.FromBounds(offset - word.Length, offset));
    }

    /// <summary>Where the list begins that is open at the end of what was typed; -1 where none is.</summary>
    private static int OpenBracket(string typed) => typed.LastIndexOf('[') is var open && typed.LastIndexOf(']') < open ? open : -1;

    /// <summary>The keys that hold what begins at the column <paramref name="limit"/>, the outermost first.</summary>
    private static List<string> Above(SourceText text, int from, int limit)
    {
        var parents = new List<string>();
        for (int number = from - 1; number >= 0 && limit > 0; number--)
        {
            string line = text.ToString(text.Lines[number].Span);
            if (IsEmpty(line)) continue;
            var (indent, item) = Indent(line);
            if (item < limit && KeyOf(line[item..]) is { } key)
            {
                // A key with a value of its own is a sibling further out, not a parent.
                if (line[item..].TrimEnd().EndsWith(':')) parents.Insert(0, key);
                limit = item;
            }
            else if (indent < limit && item > indent) limit = indent + 1;
        }
        return parents;
    }

    /// <summary>The keys of the same mapping, above and below: an item begins with its dash.</summary>
    private static void AddSiblings(SourceText text, int from, int column, HashSet<string> siblings)
    {
        for (int number = from; number > 0 && !BeginsItem(text, number, column); number--)
        {
            if (!AddIfBeside(text, number - 1, column, siblings)) break;
        }
        for (int number = from + 1; number < text.Lines.Count && !BeginsItem(text, number, column); number++)
        {
            if (!AddIfBeside(text, number, column, siblings)) break;
        }
    }

    private static bool BeginsItem(SourceText text, int number, int column) =>
        Indent(text.ToString(text.Lines[number].Span)) is var (indent, item) && item > indent && item <= column;

    /// <returns>False where the mapping has ended.</returns>
    private static bool AddIfBeside(SourceText text, int number, int column, HashSet<string> siblings)
    {
        string line = text.ToString(text.Lines[number].Span);
        if (IsEmpty(line)) return true;
        int item = Indent(line).Item;
        if (item == column) AddKey(line[item..], siblings);
        return item >= column;
    }

    private static void AddKey(string pair, HashSet<string> keys)
    {
        if (KeyOf(pair) is { } key) keys.Add(key);
    }

    /// <returns>The indent, and where behind dashes the words begin.</returns>
    private static (int Indent, int Item) Indent(string line)
    {
        int indent = 0;
        while (indent < line.Length && line[indent] == ' ') indent++;
        int item = indent;
        while (item < line.Length && line[item] == '-' && (item + 1 == line.Length || line[item + 1] == ' '))
        {
            item++;
            while (item < line.Length && line[item] == ' ') item++;
        }
        return (indent, item);
    }

    private static bool IsEmpty(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];

    private static string? KeyOf(string words)
    {
        words = words.TrimStart(' ', '-', '[');
        int colon = words.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || (colon + 1 < words.Length && words[colon + 1] is not (' ' or '\t'))) return null;
        string key = words[..colon].Trim();
        return key.Any(static c => char.IsWhiteSpace(c) || c is '{' or '"') ? null : key;
    }

    private static int OpenBrace(string typed)
    {
        int depth = 0;
        for (int at = typed.Length - 1; at >= 0; at--)
        {
            if (typed[at] == '}') depth++;
            else if (typed[at] == '{' && depth-- == 0) return at;
        }
        return -1;
    }
}
