using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Formats;

namespace QuoteTracker.Cli.Fixing;

/// <summary>The changes of a file as <c>patch</c> and <c>git apply</c> read them.</summary>
public static class UnifiedDiff
{
    private const int ContextLines = 3;

    private sealed record Hunk(List<DiffBlock> Blocks, int OldStart, int OldEnd)
    {
        /// <summary>How many more lines the new text has before this hunk.</summary>
        public int Shift { get; init; }
    }

    /// <summary>For <c>patch</c>: the lines in the file's own bytes. UTF-16, which no patch can be in, is shown as UTF-8.</summary>
    /// <returns>Empty where the texts are the same.</returns>
    public static byte[] BytesOf(string path, SourceText before, SourceText after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        // The byte order mark stands in the first line, for those who patch.
        var mark = before.Encoding is UTF8Encoding { Preamble.Length: > 0 } ? "\uFEFF" : "";
        var lines = Hunks(mark + before, mark + after);
        return lines.Length == 0 ? [] : [.. Encoding.UTF8.GetBytes(Header(path)), .. Encode(lines, before.Encoding)];
    }

    /// <summary>For a terminal, which the article's control characters must not steer.</summary>
    /// <returns>Empty where the texts are the same.</returns>
    public static string ToShow(string path, SourceText before, SourceText after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var lines = Hunks(before.ToString(), after.ToString());
        return lines.Length == 0 ? "" : string.Join('\n', (Header(path) + lines).Split('\n').Select(Shown));
    }

    private static string Shown(string line) => string.Join('\t', line.TrimEnd('\r').Split('\t').Select(VisibleText.Of));

    private static byte[] Encode(string lines, Encoding? encoding)
    {
        if (encoding is null or UnicodeEncoding) return Encoding.UTF8.GetBytes(lines);
        try
        {
            return encoding.GetBytes(lines);
        }
        catch (EncoderFallbackException)
        {
            // --fix will say that the file's encoding has no such letters.
            return Encoding.UTF8.GetBytes(lines);
        }
    }

    private static string Header(string path)
    {
        // From / on: neither patch nor git applies to a path in full.
        path = path.TrimStart('/');
        return $"--- {NameOf("a/" + path)}\n+++ {NameOf("b/" + path)}\n";
    }

    /// <summary>As git writes names: those with control characters in quotes, and a tab after those with blanks.</summary>
    private static string NameOf(string path)
    {
        if (!path.Any(static c => c < ' ' || c is '"' or '\\' or '\u007F')) return path.Contains(' ', StringComparison.Ordinal) ? path + "\t" : path;
        var name = new StringBuilder("\"");
        foreach (var c in path)
        {
            if (c is '"' or '\\') name.Append('\\').Append(c);
            else if (c is < ' ' or '\u007F') name.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0'));
            else name.Append(c);
        }
        return name.Append('"').ToString();
    }

    /// <returns>Empty where the texts are the same.</returns>
    private static string Hunks(string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, LinesOf);
        var text = new StringBuilder();
        foreach (var hunk in HunksOf(diff)) Append(text, hunk, diff);
        return text.ToString();
    }

    /// <summary>Lines with their ends, so that nothing of them is lost: only <c>\n</c> ends a line for those who read a patch.</summary>
    private static string[] LinesOf(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return [.. lines];
    }

    private static List<Hunk> HunksOf(DiffResult diff)
    {
        var hunks = new List<Hunk>();
        var shift = 0;
        foreach (var block in diff.DiffBlocks)
        {
            var start = Math.Max(0, block.DeleteStartA - ContextLines);
            var end = Math.Min(diff.PiecesOld.Length, block.DeleteStartA + block.DeleteCountA + ContextLines);
            if (hunks is [.., var last] && start <= last.OldEnd)
            {
                last.Blocks.Add(block);
                hunks[^1] = last with { OldEnd = end };
            }
            else
            {
                hunks.Add(new Hunk([block], start, end) { Shift = shift });
            }
            shift += block.InsertCountB - block.DeleteCountA;
        }
        return hunks;
    }

    private static void Append(StringBuilder text, Hunk hunk, DiffResult diff)
    {
        var oldCount = hunk.OldEnd - hunk.OldStart;
        var newCount = oldCount + hunk.Blocks.Sum(block => block.InsertCountB - block.DeleteCountA);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(hunk.OldStart, oldCount)} +{Range(hunk.OldStart + hunk.Shift, newCount)} @@\n");
        var at = hunk.OldStart;
        foreach (var block in hunk.Blocks)
        {
            while (at < block.DeleteStartA) AppendLine(text, ' ', diff.PiecesOld[at++]);
            for (var i = 0; i < block.DeleteCountA; i++) AppendLine(text, '-', diff.PiecesOld[at++]);
            for (var i = 0; i < block.InsertCountB; i++) AppendLine(text, '+', diff.PiecesNew[block.InsertStartB + i]);
        }
        while (at < hunk.OldEnd) AppendLine(text, ' ', diff.PiecesOld[at++]);
    }

    /// <summary>Lines from 1; a range without lines is named by the line before it.</summary>
    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static void AppendLine(StringBuilder text, char sign, string line)
    {
        text.Append(sign).Append(line);
        if (!line.EndsWith('\n')) text.Append("\n\\ No newline at end of file\n");
    }
}
