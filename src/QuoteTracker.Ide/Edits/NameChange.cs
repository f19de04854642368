using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Edits;

/// <summary>A speaker's name and what becomes of it: in full, and of a person the surname and the given name alone.</summary>
public sealed class NameChange
{
    private readonly ImmutableArray<(string[] From, string[] To)> _whole;
    private readonly ImmutableArray<(string[] From, string[] To)> _parts;

    /// <param name="isPerson">False for a name that has no parts.</param>
    public NameChange(string from, string to, bool isPerson)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        _whole = [(WordsOf(from), WordsOf(to))];
        if (!isPerson)
        {
            _parts = [];
            return;
        }
        var (before, after) = (PersonName.Parse(from), PersonName.Parse(to));
        string afterGiven = after.Given.Length > 0 ? after.Given : after.Surname;
        var parts = ImmutableArray.CreateBuilder<(string[], string[])>();
        if (before.Given.Length > 0)
        {
            // Without middle names: `Ada M. Vaughn` is also `Ada Vaughn`.
            string[] given = WordsOf(before.Given), newGiven = WordsOf(afterGiven);
            if (given.Length > 1) _whole = _whole.Add(([given[0], .. WordsOf(before.Surname)], after.Given.Length > 0 ? [newGiven[0], .. WordsOf(after.Surname)] : newGiven));
            parts.Add((WordsOf(before.Surname), WordsOf(after.Surname)));
            parts.Add((given, newGiven));
            if (given.Length > 1) parts.Add(([given[0]], [newGiven[0]]));
        }
        _parts = parts.ToImmutable();
    }

    /// <summary>The changes that a mention needs; empty where it names the speaker in other words, which stay.</summary>
    /// <param name="mention">UTF-16 offsets, end exclusive.</param>
    public ImmutableArray<TextChange> In(SourceText text, TextSpan mention)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = WordsIn(text, mention);
        foreach (var (from, to) in _whole)
        {
            if (Find(words, from, 0) is >= 0 and var at) return [.. Write(words, at, from, to)];
        }
        var changes = new List<TextChange>();
        var taken = new HashSet<int>();
        foreach (var (from, to) in _parts)
        {
            for (int at = 0; (at = Find(words, from, at)) >= 0; at += from.Length)
            {
                if (Enumerable.Range(at, from.Length).Any(taken.Contains)) continue;
                changes.AddRange(Write(words, at, from, to));
                taken.UnionWith(Enumerable.Range(at, from.Length));
            }
        }
        return [.. changes.OrderBy(static change => change.Span)];
    }

    /// <summary>The same for a name on its own, such as an alias.</summary>
    public string In(string name)
    {
        var text = SourceText.From(name);
        return text.WithChanges(In(text, new TextSpan(0, text.Length))).ToString();
    }

    private static string[] WordsOf(string name) => name.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);

    private static int Find(List<(TextSpan Span, string Text)> words, string[] name, int from)
    {
        for (int at = from; name.Length > 0 && at + name.Length <= words.Count; at++)
        {
            bool same = true;
            for (int i = 0; i < name.Length && same; i++) same = IsSame(words[at + i].Text, name[i]);
            if (same) return at;
        }
        return -1;
    }

    /// <summary>The same word, also all in capitals (<c>VAUGHN</c> in a headline).</summary>
    private static bool IsSame(string word, string name) => IsSpelled(word, name) || (IsCapitals(word) && Bare(word).Equals(Bare(name), StringComparison.OrdinalIgnoreCase));

    private static bool IsSpelled(string word, string name) => Bare(word) == Bare(name);

    private static bool IsCapitals(string word) => word.Count(char.IsUpper) > 1 && !word.Any(char.IsLower);

    private static string Bare(string word) => word.Trim('.', ',');

    /// <summary>Word by word where there are as many, so that a line break between them stays.</summary>
    private static IEnumerable<TextChange> Write(List<(TextSpan Span, string Text)> words, int at, string[] from, string[] to)
    {
        bool isShouted = Enumerable.Range(0, from.Length).Any(i => !IsSpelled(words[at + i].Text, from[i]));
        string[] written = isShouted ? [.. to.Select(static word => word.ToUpperInvariant())] : to;
        if (from.Length != to.Length)
        {
            yield return new TextChange(TextSpan.FromBounds(words[at].Span.Start, words[at + from.Length - 1].Span.End), string.Join(' ', written));
            yield break;
        }
        for (int i = 0; i < from.Length; i++)
        {
            if (Bare(written[i]) != Bare(words[at + i].Text)) yield return new TextChange(words[at + i].Span, written[i]);
        }
    }

    /// <summary>Letters and digits with the hyphens, apostrophes and stops inside; the ending of a genitive is no part of the name.</summary>
    private static List<(TextSpan Span, string Text)> WordsIn(SourceText text, TextSpan span)
    {
        var words = new List<(TextSpan, string)>();
        for (int at = span.Start; at < span.End;)
        {
            int end = at;
            while (end < span.End && (IsLetter(text[end]) || (end > at && (text[end] == '.' || IsJoint(text, end, span.End))))) end++;
            if (end == at)
            {
                at++;
                continue;
            }
            string word = text.ToString(TextSpan.FromBounds(at, end));
            if (word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
            words.Add((new TextSpan(at, word.Length), word));
            at = end;
        }
        return words;
    }

    private static bool IsJoint(SourceText text, int at, int end) => text[at] is '-' or '\'' or '’' && at + 1 < end && IsLetter(text[at + 1]);

    private static bool IsLetter(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
