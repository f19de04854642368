using QuoteTracker.Core.Language;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Text;

/// <summary>Cuts a paragraph into tokens. Quotation marks are those that pairing found; what it left is an apostrophe and stays in its word.</summary>
internal static class Tokenizer
{
    /// <summary>A paragraph has no more than <see cref="Token.Region"/> can number; the marks of those behind are read as marks of no region.</summary>
    private const int MostParts = short.MaxValue;

    /// <param name="text">The paragraph.</param>
    /// <param name="parts">The regions' parts in it, by start; a nested one after the one around it.</param>
    /// <param name="buffer">Takes the tokens; grown as needed.</param>
    /// <returns>The number of tokens.</returns>
    public static int Tokenize(ReadOnlySpan<char> text, ReadOnlySpan<LocalPart> parts, LanguageData language, ref Token[] buffer)
    {
        if (parts.Length > MostParts) parts = parts[..MostParts];
        int count = 0, at = 0, mark = 0;
        Span<(int Start, int Length, bool Open)> marks = parts.Length <= 64 ? stackalloc (int, int, bool)[parts.Length * 2] : new (int, int, bool)[parts.Length * 2];
        int markCount = CollectMarks(parts, marks);
        bool space = true;
        while (at < text.Length)
        {
            char c = text[at];
            if (c is ' ' or '\u00A0' or '\t' or Article.NotCopy || (c > 127 && char.IsWhiteSpace(c)) || c < ' ')
            {
                at++;
                space = true;
                continue;
            }
            if (count + 1 >= buffer.Length) Array.Resize(ref buffer, Math.Max(256, buffer.Length * 2));
            while (mark < markCount && marks[mark].Start < at) mark++;
            int limit = mark < markCount ? marks[mark].Start : text.Length;
            ref var token = ref buffer[count++];
            token = default;
            token.Start = at;
            token.Region = -1;
            if (space) token.Flags |= TokenFlags.SpaceBefore;
            space = false;
            if (mark < markCount && marks[mark].Start == at)
            {
                token.End = at + marks[mark].Length;
                token.Flags |= marks[mark].Open ? TokenFlags.OpenMark : TokenFlags.CloseMark;
                token.Shape = token.Word = marks[mark].Open ? OpenMarkWord : CloseMarkWord;
                token.Stem = token.Word + (uint)FamilyOf(c, marks[mark].Length);
                mark++;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) Word(text, limit, ref token, language);
            else if (c is '\'' or '’' && IsClitic(text, at, limit, ref token)) Finish(text, ref token, language);
            else Punctuation(text, limit, ref token);
            at = token.End;
        }
        MarkRegions(parts, buffer.AsSpan(0, count));
        return count;
    }

    public static readonly uint OpenMarkWord = WordHash.Of("“"), CloseMarkWord = WordHash.Of("”");

    private static MarkFamily FamilyOf(char mark, int length) =>
        MarkGlyphs.Family(length > 1 ? MarkGlyphs.Twin(MarkGlyphs.Of(mark)) : MarkGlyphs.Of(mark));

    private static int CollectMarks(ReadOnlySpan<LocalPart> parts, Span<(int Start, int Length, bool Open)> marks)
    {
        int n = 0;
        foreach (var part in parts)
        {
            if (part.OpenMark.Length > 0) marks[n++] = (part.OpenMark.Start, part.OpenMark.Length, true);
            if (part.CloseMark.Length > 0) marks[n++] = (part.CloseMark.Start, part.CloseMark.Length, false);
        }
        InsertionSort.Sort(marks[..n], static (a, b) => a.Start.CompareTo(b.Start));
        return n;
    }

    private static void Word(ReadOnlySpan<char> text, int limit, ref Token token, LanguageData language)
    {
        int start = token.Start, at = start;
        bool stops = false;
        while (at < limit)
        {
            while (at < limit && char.IsAsciiLetterLower(text[at])) at++;
            if (at == limit || text[at] == ' ') break;
            char c = text[at];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\u0301' or '\u0300' or '\u0308' or '\u0327' or '\u00AD' or Article.NotCopy)
            {
                at++;
                continue;
            }
            bool inside = at + 1 < limit && (char.IsLetterOrDigit(text[at + 1]) || char.IsSurrogate(text[at + 1]));
            if (c is '\'' or '’')
            {
                if (!inside || EndsAsClitic(text, at, limit)) break;
                at++;
            }
            else if (c == '-' && inside) at++;
            else if (c == '.')
            {
                if (inside && (at - start == 1 || text[at - 2] == '.' || char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]))) at++;
                else if (IsAbbreviation(text[start..at], language))
                {
                    at++;
                    stops = true;
                    break;
                }
                else break;
            }
            else if (c == ',' && inside && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])) at++;
            else break;
        }
        token.End = at;
        if (stops) token.Flags |= TokenFlags.Abbreviation;
        Finish(text, ref token, language);
    }

    /// <summary><c>U.S.</c>, an initial, or a word that the language's list has.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> word, LanguageData language)
    {
        if (word.Length == 1) return char.IsUpper(word[0]) && word[0] != 'I';
        if (word.Length <= 8 && word[^2] == '.') return true;
        return word.Length <= 6 && language.IsAbbreviation(WordHash.Of(word));
    }

    /// <summary>At an apostrophe: <c>'s</c> or <c>'S</c> and the word ends behind it.</summary>
    private static bool EndsAsClitic(ReadOnlySpan<char> text, int at, int limit) =>
        at + 1 < limit && text[at + 1] is 's' or 'S' && (at + 2 >= limit || !char.IsLetterOrDigit(text[at + 2]));

    private static bool IsClitic(ReadOnlySpan<char> text, int at, int limit, ref Token token)
    {
        if (!EndsAsClitic(text, at, limit) || token.Is(TokenFlags.SpaceBefore)) return false;
        token.End = at + 2;
        token.Flags |= TokenFlags.Clitic;
        return true;
    }

    private static void Finish(ReadOnlySpan<char> text, ref Token token, LanguageData language)
    {
        var word = text[token.Start..token.End];
        char first = word[0];
        if (char.IsAsciiDigit(first) || char.IsDigit(first)) token.Flags |= TokenFlags.Number;
        else token.Flags |= TokenFlags.Word;
        if (char.IsUpper(first))
        {
            token.Flags |= TokenFlags.Capital;
            if (word.Length > 1 && char.IsUpper(word[1]) && word.IndexOfAnyInRange('a', 'z') < 0) token.Flags |= TokenFlags.AllCapitals;
            int hyphen = word.LastIndexOf('-');
            if (hyphen > 0 && hyphen + 1 < word.Length && char.IsLower(word[hyphen + 1])) token.Flags |= TokenFlags.Compound;
        }
        token.Word = WordHash.Of(token.Is(TokenFlags.Abbreviation) && word[^1] == '.' ? word[..^1] : word);
        token.Class = language.ClassOf(token.Word);
        if (token.Class == WordClass.None && word.EndsWith("ly") && word.Length > 4) token.Class = WordClass.Adverb;
        token.Stem = token.Is(TokenFlags.Word) ? language.StemOf(word, token.Word) : token.Word;
        token.Shape = token.Class != WordClass.None ? (uint)token.Class * 0x2545F491u : 16u + (uint)(token.Flags & ShapeFlags) * 16u + Ending(word);
    }

    private const TokenFlags ShapeFlags = TokenFlags.Word | TokenFlags.Number | TokenFlags.Capital | TokenFlags.AllCapitals | TokenFlags.Abbreviation;

    private static uint Ending(ReadOnlySpan<char> word) => word switch
    {
        [.., 'e', 'd'] => 1,
        [.., 'i', 'n', 'g'] => 2,
        [.., 's', 's'] => 3,
        [.., 's'] => 4,
        [.., 'i', 'o', 'n'] => 5,
        [.., 'e' or 'o', 'r'] => 6,
        [.., 'n', 't'] => 7,
        [.., 'a', 'l'] or [.., 'i', 'c'] => 8,
        _ => 0,
    };

    private static void Punctuation(ReadOnlySpan<char> text, int limit, ref Token token)
    {
        int start = token.Start, end = start + 1;
        char c = text[start];
        if (c is '.' or '-' or '!' or '?')
        {
            while (end < limit && text[end] == c) end++;
        }
        token.End = end;
        token.Flags |= TokenFlags.Punctuation;
        bool dash = c is '—' or '–' or '―' || (c == '-' && (end - start > 1 || token.Is(TokenFlags.SpaceBefore)));
        if (dash) token.Flags |= TokenFlags.Dash;
        else if (c is '.' or '?' or '!' or '…') token.Flags |= TokenFlags.Terminal;
        else if (c == ',') token.Flags |= TokenFlags.Comma;
        token.Shape = token.Word = token.Stem = dash ? DashWord : WordHash.Of(text.Slice(start, 1));
    }

    public static readonly uint DashWord = WordHash.Of("—");

    private static void MarkRegions(ReadOnlySpan<LocalPart> parts, Span<Token> tokens)
    {
        int at = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Depth != 0) continue;
            while (at < tokens.Length && tokens[at].Start < parts[i].Span.Start) at++;
            for (; at < tokens.Length && tokens[at].Start < parts[i].Span.End; at++)
            {
                tokens[at].Region = (short)i;
                tokens[at].Flags |= TokenFlags.InMarks;
            }
        }
    }
}
