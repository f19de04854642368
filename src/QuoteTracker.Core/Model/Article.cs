using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Model;

/// <summary>One article as the engine reads it: the text as it stands in the file, and which of it is copy.</summary>
public sealed class Article
{
    /// <summary>Stands in <see cref="Copy"/> for a character that is not copy (front matter, code, a link's target, a comment that suppresses a rule). A Unicode noncharacter, so no text has it.</summary>
    public const char NotCopy = '\uFFFE';

    private Lazy<LineStarts> _lines;

    /// <summary>An article whose whole text is copy.</summary>
    public Article(string path, string text, DateOnly? date = null)
        : this(path, SourceText.From(text), text, date)
    {
    }

    /// <param name="path">Names the article in diagnostics; the engine opens no file.</param>
    /// <param name="text">The text as it stands in the file.</param>
    /// <param name="copy">
    /// The same text, UTF-16 unit for unit, with <see cref="NotCopy"/> for what is not copy, and a space for a line break inside a paragraph where
    /// the format says so (Markdown).
    /// </param>
    /// <param name="date">The day the article is dated, if known: roles in the registry are those held on it.</param>
    /// <exception cref="ArgumentException"><paramref name="copy"/> has another length than <paramref name="text"/>.</exception>
    public Article(string path, SourceText text, string copy, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(copy);
        if (copy.Length != text.Length)
            throw new ArgumentException($"The copy has {copy.Length} UTF-16 units, the text {text.Length}.", nameof(copy));
        Path = path;
        Text = text;
        _lines = new Lazy<LineStarts>(() => LineStarts.OfSource(text.ToString()));
        Copy = SuppressionComment.WithoutComments(copy);
        Date = date;
    }

    /// <summary>Its name in diagnostics, mostly where the file is.</summary>
    public string Path { get; }

    /// <summary>As it stands in the file; all offsets are in it.</summary>
    public SourceText Text { get; }

    /// <summary>The text unit for unit, with <see cref="NotCopy"/> for what nobody reads as prose.</summary>
    public string Copy { get; }

    /// <summary>The day that the article itself gives; null where it gives none.</summary>
    public DateOnly? Date { get; }

    /// <summary>Nothing of the text is left out of the copy; so it holds no comment either.</summary>
    internal bool IsAllCopy => ReferenceEquals(Copy, Text.ToString());

    /// <summary>Has the lines found from those of the article before an edit, where they are known: which is quicker, and finds the same.</summary>
    /// <param name="same">How much of the two copies is the same.</param>
    internal void FindLinesFrom(Article before, SameEnds same)
    {
        // Where something is no copy, more of the text may have changed than of the copy.
        if (!before._lines.IsValueCreated || !before.IsAllCopy || !IsAllCopy) return;
        var lines = before._lines.Value;
        var edit = TextSpan.FromBounds(same.First, before.Copy.Length - same.Last);
        _lines = new Lazy<LineStarts>(() => lines.After(Copy, edit, Copy.Length - same.First - same.Last));
    }

    /// <summary>A place in the article as a diagnostic has it.</summary>
    /// <param name="span">UTF-16 offsets, end exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not inside the text.</exception>
    public Location LocationOf(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Copy.Length, nameof(span));
        return Location.Create(Path, span, _lines.Value.PositionsOf(span));
    }
}
