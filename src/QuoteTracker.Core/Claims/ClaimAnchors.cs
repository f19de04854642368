using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>Makes anchors of words in an article.</summary>
public static class ClaimAnchors
{
    /// <summary>UTF-16 units of text on either side: some eight words.</summary>
    private const int Context = 48;

    /// <summary>Where the same words stand in the article again, so that what is around them must tell them apart.</summary>
    private const int WideContext = 240;

    // Without the two that are apostrophes as well.
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„‟‘‚‛`´«»‹›");

    /// <param name="content">The parts of a statement, as <see cref="Attribution.Content"/> has them; at least one.</param>
    public static ClaimAnchor Of(Article article, ImmutableArray<TextSpan> content)
    {
        ArgumentNullException.ThrowIfNull(article);
        var copy = article.Copy;
        var parts = content.Select(span => WithoutMarks(copy, span)).ToList();
        var exact = string.Join('\n', parts.Select(part => Flat(copy.AsSpan(part.Start, part.Length))));
        var first = copy.AsSpan(parts[0].Start, parts[0].Length);
        var width = copy.AsSpan(parts[0].End).IndexOf(first, StringComparison.OrdinalIgnoreCase) >= 0
            || copy.AsSpan(0, parts[0].Start).IndexOf(first, StringComparison.OrdinalIgnoreCase) >= 0 ? WideContext : Context;
        return new ClaimAnchor(Before(copy, parts[0].Start, width), exact, After(copy, parts[^1].End, width)) { Hash = ClaimWords.Hash(exact) };
    }

    /// <summary>The words of a statement as an anchor has them: its parts without their outer marks, each on a line.</summary>
    internal static string WordsOf(Article article, ImmutableArray<TextSpan> content) =>
        string.Join('\n', content.Select(span => WithoutMarks(article.Copy, span)).Select(span => Flat(article.Copy.AsSpan(span.Start, span.Length))));

    /// <summary>Without blanks at its ends, and without the marks around it; marks of a fragment inside it stay.</summary>
    private static TextSpan WithoutMarks(string copy, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && IsBlank(copy[start])) start++;
        while (end > start && IsBlank(copy[end - 1])) end--;
        bool opens = start < end && IsMark(copy[start]), closes = end > start && IsMark(copy[end - 1]);
        // A paragraph of a running quotation has the first mark alone.
        if (opens && (closes || !copy.AsSpan(start + 1, end - start - 1).ContainsAny(Marks)))
        {
            while (start < end && IsMark(copy[start])) start++;
            while (closes && end > start && IsMark(copy[end - 1])) end--;
        }
        return start < end ? TextSpan.FromBounds(start, end) : span;
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || character == Article.NotCopy;

    /// <summary>True for a quotation mark of any shape, and for what may be one.</summary>
    internal static bool IsMark(char character) => Marks.Contains(character) || character is '\'' or '’';

    private static string Before(string copy, int at, int width)
    {
        var start = Math.Max(0, at - width);
        while (start > 0 && start < at && !char.IsWhiteSpace(copy[start - 1])) start++;
        return Flat(copy.AsSpan(start, at - start)).TrimStart();
    }

    private static string After(string copy, int at, int width)
    {
        var end = Math.Min(copy.Length, at + width);
        while (end < copy.Length && end > at && !char.IsWhiteSpace(copy[end])) end--;
        return Flat(copy.AsSpan(at, end - at)).TrimEnd();
    }

    /// <summary>Without what is not copy, each run of blanks as one blank.</summary>
    private static string Flat(ReadOnlySpan<char> copy)
    {
        var flat = new StringBuilder(copy.Length);
        foreach (var character in copy)
        {
            if (character == Article.NotCopy) continue;
            if (!char.IsWhiteSpace(character)) flat.Append(character);
            else if (flat.Length == 0 || flat[^1] != ' ') flat.Append(' ');
        }
        return flat.ToString();
    }
}
