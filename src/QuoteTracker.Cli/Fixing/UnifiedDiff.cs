using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

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

    /// <returns>Empty where the texts are the same.</returns>
    public static string Of(string path, string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, LinesOf);
        if (diff.DiffBlocks.Count == 0) return "";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"--- a/{path}\n+++ b/{path}\n");
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
