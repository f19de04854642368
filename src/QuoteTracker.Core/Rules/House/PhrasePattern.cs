using System.Buffers;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules.House;

/// <summary>Words in the article, in any case and over any blanks between them.</summary>
public sealed record PhrasePattern : HousePattern
{
    private readonly SearchValues<char> _firsts;

    // By first letter in lower case, the longest first.
    private readonly Dictionary<char, string[][]> _phrases;

    /// <param name="phrases">None blank.</param>
    public PhrasePattern(IEnumerable<string> phrases, CopyPlace place)
    {
        Place = place;
        _phrases = phrases
            .Select(static phrase => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .OrderByDescending(static words => words.Sum(static word => word.Length))
            .GroupBy(static words => char.ToLowerInvariant(words[0][0]))
            .ToDictionary(static group => group.Key, static group => group.ToArray());
        _firsts = SearchValues.Create([.. _phrases.Keys.SelectMany(static first => new[] { first, char.ToUpperInvariant(first) })]);
    }

    public CopyPlace Place { get; }

    public override bool FindsWords => true;

    public override IEnumerable<HouseMatch> FindIn(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var matches = new List<HouseMatch>();
        var marked = new MarkedStretches(model);
        var copy = model.Article.Copy.AsSpan();
        for (int at = 0; at < copy.Length;)
        {
            int found = copy[at..].IndexOfAny(_firsts);
            if (found < 0) break;
            at += found;
            if ((at == 0 || !IsWord(copy[at - 1])) && EndAt(copy, at) is { } end)
            {
                var span = TextSpan.FromBounds(at, end);
                if (marked.IsIn(Place, span)) matches.Add(new HouseMatch(span));
                at = end;
            }
            else at++;
        }
        return matches;
    }

    /// <summary>The end of the longest phrase that begins here; null where none does.</summary>
    private int? EndAt(ReadOnlySpan<char> copy, int start)
    {
        // A capital may be that of two letters (S is that of s and of ſ): it was found for one, and reads as the other.
        if (!_phrases.TryGetValue(char.ToLowerInvariant(copy[start]), out var phrases)) return null;
        foreach (var words in phrases)
        {
            if (EndOf(copy, start, words) is { } end && (end == copy.Length || !IsWord(copy[end]) || !IsWord(copy[end - 1]))) return end;
        }
        return null;
    }

    private static int? EndOf(ReadOnlySpan<char> copy, int at, string[] words)
    {
        bool isFirst = true;
        foreach (var word in words)
        {
            int start = at;
            while (!isFirst && at < copy.Length && char.IsWhiteSpace(copy[at])) at++;
            if ((!isFirst && at == start) || copy.Length - at < word.Length || !IsSame(copy.Slice(at, word.Length), word)) return null;
            (at, isFirst) = (at + word.Length, false);
        }
        return at;
    }

    private static bool IsSame(ReadOnlySpan<char> copy, string word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (Folded(copy[i]) != Folded(word[i])) return false;
        }
        return true;
    }

    /// <summary>A straight apostrophe is as good as a curly one.</summary>
    private static char Folded(char character) => character == '’' ? '\'' : char.ToLowerInvariant(character);

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
