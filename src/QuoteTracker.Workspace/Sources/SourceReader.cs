using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Workspace.Sources;

/// <summary>A source read from disk, or why there is none.</summary>
/// <param name="Document">Null where the file could not be read; then <paramref name="Diagnostics"/> says why.</param>
public sealed record SourceReading(SourceDocument? Document, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads sources of all formats by their extension. Never throws for what is in a file, and opens nothing but that file.</summary>
public static class SourceReader
{
    /// <summary>32 MB: a year of a parliament's debates.</summary>
    public const int DefaultMaxBytes = 32 * 1024 * 1024;

    private static readonly string[] Extensions = [".txt", ".md", ".markdown", ".vtt", ".srt", ".html", ".htm"];

    /// <summary>What a format's reader found.</summary>
    /// <param name="Copy">As of <see cref="SourceDocument"/>.</param>
    internal sealed record Content(
        char[] Copy, SourceHeading Heading, ImmutableArray<SourceTurn> Turns, ImmutableArray<SourceTime> Times, ImmutableArray<Diagnostic> Diagnostics);

    /// <summary>True for a file whose extension says that it is a source.</summary>
    public static bool CanRead(string path) => Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <param name="path">The file; it names the place of diagnostics.</param>
    /// <param name="relativePath">From the newsroom's root, with slashes.</param>
    /// <param name="maxBytes">A larger file is not read.</param>
    public static SourceReading Read(string path, string relativePath, int maxBytes = DefaultMaxBytes)
    {
        var (bytes, fault) = FileReader.ReadBytes(path, maxBytes);
        return bytes is null ? new SourceReading(null, [fault!]) : FromBytes(path, relativePath, bytes);
    }

    /// <summary>Reads what an editor has in memory.</summary>
    public static SourceReading FromText(string path, string relativePath, SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromText(path, relativePath, text, Convert.ToHexStringLower(SHA256.HashData(ArticleWriter.BytesOf(text))), null);
    }

    internal static SourceReading FromBytes(string path, string relativePath, byte[] bytes)
    {
        var file = FileReader.Decode(path, bytes);
        return file.Text is null
            ? new SourceReading(null, [file.Diagnostic!])
            : FromText(path, relativePath, file.Text, Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Diagnostic);
    }

    private static SourceReading FromText(string path, string relativePath, SourceText source, string hash, Diagnostic? fault)
    {
        var text = source.ToString();
        var content = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".vtt" or ".srt" => Subtitles.Read(path, source, text),
            ".html" or ".htm" => HtmlSource.Read(text),
            ".md" or ".markdown" => ReadProse(path, source, text, isMarkdown: true),
            _ => ReadProse(path, source, text, isMarkdown: false),
        };
        var document = new SourceDocument(relativePath, text, new string(content.Copy), hash, content.Heading, content.Turns, content.Times);
        return new SourceReading(document, fault is null ? content.Diagnostics : content.Diagnostics.Insert(0, fault));
    }

    private static Content ReadProse(string path, SourceText source, string text, bool isMarkdown)
    {
        var (frontMatter, diagnostics) = FrontMatter.Read(path, source, text);
        int body = frontMatter.Span.End;
        var copy = (isMarkdown ? MarkdownCopy.Of(text, body, out _) : text).ToCharArray();
        foreach (ref var unit in copy.AsSpan(0, body))
        {
            if (unit is not ('\r' or '\n')) unit = Article.NotCopy;
        }
        if (isMarkdown) KeepLines(text, copy, body);
        var (turns, times) = SourceTurns.TakeLabels(copy);
        return new Content(copy, HeadingOf(frontMatter), turns, times, diagnostics);
    }

    /// <summary>In Markdown a single line break is a blank of the copy; in a transcript it may begin a turn.</summary>
    private static void KeepLines(string text, char[] copy, int body)
    {
        for (int i = body; i < copy.Length; i++)
        {
            if (text[i] is '\r' or '\n') copy[i] = text[i];
        }
    }

    internal static SourceHeading HeadingOf(FrontMatter frontMatter) => new(frontMatter.Title, frontMatter.Date, frontMatter.Speaker, frontMatter.Url);
}
