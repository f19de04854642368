using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Ide.Articles;

/// <summary>A place in a file that a feature points to.</summary>
/// <param name="Path">A full path.</param>
/// <param name="Text">The text that the spans are in; null for the file as it is on disk.</param>
/// <param name="Span">UTF-16 offsets, end exclusive.</param>
/// <param name="Whole">What <paramref name="Span"/> is the name or the beginning of: an entry, a statement.</param>
public sealed record Destination(string Path, SourceText? Text, TextSpan Span, TextSpan Whole)
{
    public Destination(string path, SourceText? text, TextSpan span)
        : this(path, text, span, span)
    {
    }

    /// <returns>The text that the spans are in; null where the file cannot be read any more.</returns>
    public SourceText? ReadText() => Text ?? ArticleReader.Read(Path).Article?.Text;
}
