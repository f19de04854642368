using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Workspace.Articles;

/// <summary>A file's text as it stands there, or why there is none.</summary>
/// <param name="Text">Keeps its encoding and its line breaks; null where the file could not be read.</param>
/// <param name="Diagnostic">What is to say about reading it; null for nothing.</param>
internal readonly record struct FileText(SourceText? Text, Diagnostic? Diagnostic);

/// <summary>Reads text files in any of the encodings that newsrooms use. Whatever goes wrong is a diagnostic, never an exception.</summary>
internal static class FileReader
{
    public static FileText Read(string path, int maxBytes)
    {
        var (bytes, fault) = ReadBytes(path, maxBytes);
        return bytes is null ? new FileText(null, fault) : Decode(path, bytes);
    }

    /// <returns>The bytes, or why there are none.</returns>
    public static (byte[]? Bytes, Diagnostic? Fault) ReadBytes(string path, int maxBytes)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return (null, Directory.Exists(path)
                    ? FileFault.At(path, ToolFaults.UnreadableFile, "it is a folder")
                    : FileFault.At(path, ToolFaults.MissingPath, path));
            }
            // Never opened: a pipe or a device tells no length either, and would not end.
            if (file.Length == 0) return ([], null);
            return file.Length > maxBytes ? (null, TooLarge(path, file.Length, maxBytes).Diagnostic) : (File.ReadAllBytes(path), null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, FileFault.At(path, ToolFaults.UnreadableFile, "you have no permission to read it"));
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return (null, FileFault.At(path, ToolFaults.UnreadableFile, e.Message));
        }
    }

    public static FileText TooLarge(string path, long length, int maxBytes) =>
        new(null, FileFault.At(path, ToolFaults.TooLarge, Megabytes(length), Megabytes(maxBytes)));

    public static FileText Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return new FileText(SourceText.From("", TextDecoder.Utf8), FileFault.At(path, ToolFaults.EmptyFile));
        var signature = FileSignature.Describe(bytes);
        var decoded = signature is null ? TextDecoder.Decode(bytes) : null;
        if (decoded is null) return new FileText(null, FileFault.At(path, ToolFaults.NotText, signature ?? "a binary file"));
        var text = SourceText.From(decoded.Text, decoded.Encoding);
        return new FileText(text, decoded.How switch
        {
            DecodedAs.Guessed => FileFault.At(path, ToolFaults.GuessedEncoding, TextDecoder.NameOf(decoded.Encoding)),
            DecodedAs.Damaged => DamageIn(path, text, decoded.Text),
            _ => null,
        });
    }

    private static Diagnostic DamageIn(string path, SourceText text, string decoded)
    {
        var span = new TextSpan(decoded.IndexOf('\uFFFD', StringComparison.Ordinal), 1);
        return Diagnostic.Create(ToolFaults.DamagedText, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)));
    }

    private static string Megabytes(long bytes) => (bytes / (1024.0 * 1024.0)).ToString("0.#", CultureInfo.InvariantCulture);
}
