using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Workspace.Articles;

/// <summary>An article read from disk, or why there is none.</summary>
/// <param name="Article">Null where the file could not be read; then <paramref name="Diagnostics"/> says why.</param>
/// <param name="Diagnostics">Of the file and its front matter: rules have not run.</param>
public sealed record ArticleReading(Article? Article, FrontMatter FrontMatter, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads articles: bytes to text, and which of the text is copy. Never throws for what is in a file.</summary>
public static class ArticleReader
{
    /// <summary>16 MB: a long novel has one.</summary>
    public const int DefaultMaxBytes = 16 * 1024 * 1024;

    /// <param name="path">The file; it names the article and the place of diagnostics as given.</param>
    /// <param name="maxBytes">A larger file is not read.</param>
    public static ArticleReading Read(string path, int maxBytes = DefaultMaxBytes) => FromFile(path, FileReader.Read(path, maxBytes));

    /// <summary>Reads what is not in a file, such as standard input.</summary>
    /// <param name="path">Names the article; its extension says whether it is Markdown.</param>
    /// <param name="maxBytes">More is not read.</param>
    public static ArticleReading FromBytes(string path, ReadOnlySpan<byte> bytes, int maxBytes = DefaultMaxBytes) =>
        FromFile(path, bytes.Length > maxBytes ? FileReader.TooLarge(path, bytes.Length, maxBytes) : FileReader.Decode(path, bytes));

    /// <summary>Reads a text that is in memory, such as an editor's.</summary>
    /// <param name="path">Names the article; its extension says whether it is Markdown.</param>
    public static ArticleReading FromText(string path, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(source);
        var text = source.ToString();
        var (frontMatter, diagnostics) = FrontMatter.Read(path, source, text);
        var body = frontMatter.Span.End;
        string copy;
        if (IsMarkdown(path))
        {
            copy = MarkdownCopy.Of(text, body, out var isTangled);
            if (isTangled) diagnostics = diagnostics.Add(FileFault.At(path, Core.Rules.ToolFaults.TangledMarkdown));
        }
        else
            copy = body == 0 ? text : WithoutHead(text, body);
        return new ArticleReading(new Article(path, source, copy, frontMatter.Date), frontMatter, diagnostics);
    }

    private static ArticleReading FromFile(string path, FileText file)
    {
        if (file.Text is null) return new ArticleReading(null, FrontMatter.None, [file.Diagnostic!]);
        var reading = FromText(path, file.Text);
        return file.Diagnostic is { } diagnostic ? reading with { Diagnostics = reading.Diagnostics.Insert(0, diagnostic) } : reading;
    }

    private static bool IsMarkdown(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with what stands before <paramref name="body"/> as no copy; its line breaks stay.</summary>
    private static string WithoutHead(string text, int body) => string.Create(text.Length, (text, body), static (copy, state) =>
    {
        state.text.CopyTo(copy);
        foreach (ref var unit in copy[..state.body])
        {
            if (unit is not ('\r' or '\n')) unit = Article.NotCopy;
        }
    });
}
