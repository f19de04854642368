using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Reading;

/// <summary>How a line of a hover is shown.</summary>
public enum HoverStyle
{
    Heading,
    Plain,

    /// <summary>Words of the article.</summary>
    Quote,

    /// <summary>Words of a source, some of them <see cref="HoverLine.Marked"/>.</summary>
    Passage,

    /// <summary>An address on the web.</summary>
    Link,

    /// <summary>A page of ours, in Markdown.</summary>
    Page,
}

/// <param name="Words">Without any markup, whoever wrote it; a <see cref="HoverStyle.Page"/> is Markdown.</param>
public readonly record struct HoverLine(HoverStyle Style, string Words)
{
    /// <summary>The words that stand out of a <see cref="HoverStyle.Passage"/>; in text order, not overlapping, UTF-16 offsets in <see cref="Words"/>.</summary>
    public ImmutableArray<TextSpan> Marked { get; init; } = [];
}

/// <summary>What is shown beside a place.</summary>
/// <param name="Span">What it is about; UTF-16 offsets, end exclusive.</param>
public sealed record HoverCard(TextSpan Span, ImmutableArray<HoverLine> Lines)
{
    // Whatever Markdown or HTML could take for markup: articles and registries come from strangers.
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_[]<>|~&$@");
    private static readonly SearchValues<char> AtLineStart = SearchValues.Create("#+-=>");

    public string ToMarkdown() => string.Join("\n\n", Lines.Select(static line => line.Style switch
    {
        HoverStyle.Heading => $"**{Escape(line.Words)}**",
        HoverStyle.Quote => $"> {Escape(line.Words)}",
        HoverStyle.Passage => "> " + Marked(line, "**", Escape),
        HoverStyle.Link => Uri.TryCreate(line.Words, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? $"<{uri.AbsoluteUri}>" : Escape(line.Words),
        HoverStyle.Page => line.Words,
        _ => Escape(line.Words),
    }));

    public string ToPlainText() => string.Join('\n', Lines.Select(static line => line.Style switch
    {
        HoverStyle.Page => line.Words,
        HoverStyle.Passage => Marked(line, "*", static words => words),
        _ => Excerpt.OneLine(line.Words),
    }));

    private static string Marked(HoverLine line, string sign, Func<string, string> shown)
    {
        var words = new StringBuilder();
        int from = 0;
        foreach (var span in line.Marked)
        {
            words.Append(Piece(from, span.Start)).Append(sign).Append(Piece(span.Start, span.End)).Append(sign);
            from = span.End;
        }
        return words.Append(Piece(from, line.Words.Length)).ToString();

        // The blanks at a piece's ends are trimmed by what shows it.
        string Piece(int start, int end)
        {
            string piece = line.Words[start..end], bare = piece.Trim(' ');
            if (bare.Length == 0) return piece;
            int before = piece.IndexOf(bare, StringComparison.Ordinal);
            return piece[..before] + shown(bare) + piece[(before + bare.Length)..];
        }
    }

    /// <summary>The words on one line, shown by Markdown as they are.</summary>
    public static string Escape(string words)
    {
        var line = Excerpt.OneLine(words);
        var escaped = new StringBuilder(line.Length + 16);
        for (int i = 0; i < line.Length; i++)
        {
            if (IsMarkup(line, i)) escaped.Append('\\');
            escaped.Append(line[i]);
        }
        return escaped.ToString();
    }

    private static bool IsMarkup(string line, int at)
    {
        char c = line[at];
        if (at == 0 && AtLineStart.Contains(c)) return true;
        var before = line.AsSpan(0, at);
        return c switch
        {
            // An address would become a link.
            ':' => line.AsSpan(at + 1).StartsWith("//"),
            '.' => before.EndsWith("www", StringComparison.OrdinalIgnoreCase) || IsNumber(before),
            ')' => IsNumber(before),
            _ => Markup.Contains(c),
        };
    }

    /// <summary>At a line's start that would be an item of a list.</summary>
    private static bool IsNumber(ReadOnlySpan<char> start) => !start.IsEmpty && start.IndexOfAnyExceptInRange('0', '9') < 0;
}
