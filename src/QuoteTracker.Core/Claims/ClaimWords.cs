using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>
/// The words of a text: what has to stay for a check to hold. Letters and digits with the apostrophes inside them, signs that are read aloud (£, %), and
/// question marks; not capitals, spacing, hyphens, other punctuation, or the shape of marks. An edit of these leaves the words what they were.
/// </summary>
public sealed class ClaimWords
{
    private readonly string _text;
    private readonly ImmutableArray<TextSpan> _spans;
    private readonly ulong[] _keys;

    private ClaimWords(string text, ImmutableArray<TextSpan> spans)
    {
        _text = text;
        _spans = spans;
        _keys = new ulong[spans.Length];
        for (int i = 0; i < _keys.Length; i++) _keys[i] = KeyOf(text.AsSpan(spans[i].Start, spans[i].Length));
    }

    /// <param name="text">Words of an article, or its copy: <see cref="Article.NotCopy"/> parts words like a blank.</param>
    public static ClaimWords Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int at = 0; at < text.Length;)
        {
            int end = WordEnd(text, at);
            if (end > at) spans.Add(TextSpan.FromBounds(at, end));
            at = Math.Max(end, at + 1);
        }
        return new ClaimWords(text, spans.ToImmutable());
    }

    public int Count => _spans.Length;

    /// <summary>Where each word stands; UTF-16 offsets, end exclusive.</summary>
    public ImmutableArray<TextSpan> Spans => _spans;

    /// <summary>Equal for equal words.</summary>
    internal ReadOnlySpan<ulong> Keys => _keys;

    /// <summary>A word as it is written.</summary>
    public string this[int index] => _text.Substring(_spans[index].Start, _spans[index].Length);

    /// <summary>The index of the first word that ends behind <paramref name="offset"/>; <see cref="Count"/> where none does.</summary>
    public int FirstFrom(int offset)
    {
        int low = 0, high = _spans.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_spans[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>True where both texts have the same words in the same order.</summary>
    public static bool AreSame(string one, string other) => Of(one).Keys.SequenceEqual(Of(other).Keys);

    /// <summary>The first 16 hexadecimal digits, in lower case, of the SHA-256 of the words in lower case, with a blank between two.</summary>
    public static string Hash(string text)
    {
        var words = Of(text);
        var folded = new StringBuilder(text.Length);
        for (int i = 0; i < words.Count; i++)
        {
            if (i > 0) folded.Append(' ');
            var span = words._spans[i];
            foreach (var character in text.AsSpan(span.Start, span.Length)) folded.Append(Fold(character));
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded.ToString())), 0, 8);
    }

    private static int WordEnd(string text, int at)
    {
        if (IsSpokenSign(text[at])) return at + 1;
        if (!IsLetter(text[at])) return at;
        int end = at + 1;
        while (end < text.Length)
        {
            if (IsLetter(text[end])) end++;
            else if (end + 1 < text.Length && Joins(text[end - 1], text[end], text[end + 1])) end += 2;
            else break;
        }
        return end;
    }

    private static bool IsLetter(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    private static bool IsSpokenSign(char character) =>
        character is '%' or '‰' or '°' or '+' or '=' or '<' or '>' or '&' or '#' or '@' or '?' || char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol;

    /// <summary><c>don't</c>, <c>6.2</c>, <c>1,140</c>, <c>12:31</c> are one word.</summary>
    private static bool Joins(char before, char joint, char after) => joint switch
    {
        '\'' or '’' or 'ʼ' or '‘' => IsLetter(before) && IsLetter(after),
        '.' or ',' or ':' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
        _ => false,
    };

    private static char Fold(char character) => character is '’' or 'ʼ' or '‘' ? '\'' : char.ToLowerInvariant(character);

    /// <summary>FNV-1a over the folded word: 64 bits, so that two words of one article never share a key by chance.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> word)
    {
        ulong key = 14695981039346656037;
        foreach (var character in word) key = (key ^ Fold(character)) * 1099511628211;
        return key;
    }
}
