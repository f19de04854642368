using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Workspace.Articles;

/// <summary>Writes a text file back: in its own encoding and line breaks, whole or not at all.</summary>
public static class ArticleWriter
{
    /// <summary>Replaces a file's text. A link is followed inside <paramref name="root"/>, never out of it; permissions stay.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">The text as it was read: if the file has other bytes now, somebody else wrote to it and it is left alone.</param>
    /// <param name="changed">The text to write, in the encoding of <paramref name="read"/>.</param>
    /// <param name="root">The newsroom's root.</param>
    /// <returns>Why the file was left as it was; null where it was written.</returns>
    public static Diagnostic? Replace(string path, SourceText read, SourceText changed, string root)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(changed);
        if (RealPath.LeavesRoot(path, root) is { } fault) return fault;
        try
        {
            var target = RealPath.Of(path)!;
            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(BytesOf(read, read.Encoding)))
                return FileFault.At(path, ToolFaults.NotWritten, "it is not what was read: it has changed since, or some of its bytes are no text");
            if (new FileInfo(target).IsReadOnly) return FileFault.At(path, ToolFaults.NotWritten, "it is marked as read-only");
            WriteWhole(target, BytesOf(changed, read.Encoding), overwrite: true);
            return null;
        }
        catch (EncoderFallbackException)
        {
            return FileFault.At(path, ToolFaults.NotWritten, $"its encoding, {TextDecoder.NameOf(read.Encoding!)}, has no such letters. Save it as UTF-8 first");
        }
        catch (UnauthorizedAccessException)
        {
            return FileFault.At(path, ToolFaults.NotWritten, "you have no permission to write it");
        }
        catch (IOException e)
        {
            return FileFault.At(path, ToolFaults.NotWritten, e.Message);
        }
    }

    /// <summary>Writes a new file in UTF-8.</summary>
    /// <param name="overwrite">Replaces a file of that name that is there already.</param>
    /// <returns>Why it was not written (a file of that name is there already, for one); null where it was.</returns>
    public static Diagnostic? Create(string path, string text, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            WriteWhole(Path.GetFullPath(path), Encoding.UTF8.GetBytes(text), overwrite);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return FileFault.At(path, ToolFaults.NotWritten, "you have no permission to write it");
        }
        catch (IOException e)
        {
            return FileFault.At(path, ToolFaults.NotWritten, e.Message);
        }
    }

    /// <summary>A text as its file has it: in its encoding, with its byte order mark.</summary>
    /// <exception cref="EncoderFallbackException">The encoding has no such letters.</exception>
    public static byte[] BytesOf(SourceText text) => BytesOf(text, text.Encoding);

    private static byte[] BytesOf(SourceText text, Encoding? encoding)
    {
        encoding ??= TextDecoder.Utf8;
        return [.. encoding.Preamble, .. encoding.GetBytes(text.ToString())];
    }

    /// <summary>Through a file beside it, which then takes its name: a reader sees the old text or the new one.</summary>
    /// <exception cref="IOException">It could not be written; what was there is as it was.</exception>
    internal static void WriteWhole(string target, byte[] bytes, bool overwrite)
    {
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            if (overwrite && File.Exists(target) && !OperatingSystem.IsWindows()) File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
