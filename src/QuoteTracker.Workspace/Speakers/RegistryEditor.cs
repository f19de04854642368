using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.Speakers;

/// <summary>Adds entries to a registry as small edits of its text: formatting and comments stay as their writer left them.</summary>
public static class RegistryEditor
{
    /// <param name="text">The registry as it stands; empty for one to begin.</param>
    /// <returns>
    /// The edit that appends the speaker in the file's own style under an id that is free; empty where the file is not in a state to be edited
    /// (broken YAML), for an edit to what nobody understands would break more.
    /// </returns>
    public static ImmutableArray<TextChange> Add(SourceText text, SpeakerProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(proposal);
        var (root, faults) = YamlPieces.ReadMapping(text, itemsOf: null);
        if (!faults.IsEmpty || root is { IsFlow: true }) return [];
        var newLine = NewLineOf(text);
        var list = root?[RegistryReader.TopKey];
        var id = SpeakerId.For(proposal, Ids(list));
        switch (list)
        {
            case null:
                return [AtEnd(text, RegistryReader.TopKey + ":" + newLine + EntryText.Block(id, proposal, "  - ", newLine), newLine)];
            case { IsNull: true } or YamlSequence { Items.IsEmpty: true }:
                return Begin(text, list, EntryText.Block(id, proposal, "  - ", newLine), newLine);
            case YamlSequence { IsFlow: true } flow:
                return [new TextChange(new TextSpan(flow.Items[^1].Span.End, 0), ", " + EntryText.Flow(id, proposal))];
            case YamlSequence block:
                return [Append(text, block, id, proposal, newLine)];
            default:
                return [];
        }
    }

    /// <param name="value">A value as it is written, such as <see cref="EntrySpans.Name"/>; UTF-16 offsets, end exclusive.</param>
    /// <returns>The edit that writes other words in its place.</returns>
    public static TextChange Write(TextSpan value, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new TextChange(value, YamlText.Scalar(words));
    }

    private static HashSet<string> Ids(YamlNode? list)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (list is not YamlSequence sequence) return ids;
        foreach (var item in sequence.Items)
        {
            if (item is YamlMapping entry && entry["id"] is YamlScalar id) ids.Add(id.Value);
        }
        return ids;
    }

    /// <summary>Under a key that has no value yet, or an empty list.</summary>
    private static ImmutableArray<TextChange> Begin(SourceText text, YamlNode value, string entry, string newLine)
    {
        var line = text.Lines.GetLineFromPosition(value.Span.End);
        var after = line.End == line.EndIncludingLineBreak
            ? new TextChange(new TextSpan(line.End, 0), newLine + entry)
            : new TextChange(new TextSpan(line.EndIncludingLineBreak, 0), entry);
        if (value.Span.Length == 0) return [after];
        var start = value.Span.Start;
        while (start > 0 && text[start - 1] == ' ') start--;
        return [new TextChange(TextSpan.FromBounds(start, value.Span.End), ""), after];
    }

    private static TextChange Append(SourceText text, YamlSequence list, string id, SpeakerProposal proposal, string newLine)
    {
        var last = list.Items[^1];
        var first = text.Lines.GetLineFromPosition(last.Span.Start);
        var dash = text.ToString(TextSpan.FromBounds(first.Start, last.Span.Start));
        // A dash on a line of its own, or the list's key before it: the usual style then.
        if (dash.Trim() != "-" || dash.Contains('\t', StringComparison.Ordinal))
            dash = new string(' ', Math.Max(0, list.Span.Start - text.Lines.GetLineFromPosition(list.Span.Start).Start)) + "- ";
        var entry = last is YamlMapping { IsFlow: true } ? dash + EntryText.Flow(id, proposal) + newLine : EntryText.Block(id, proposal, dash, newLine);
        var gap = list.Items.Length > 1 && IsBlank(text, first.LineNumber - 1) ? newLine : "";
        var end = EndOfEntry(text, last, indent: dash.Length - dash.TrimStart().Length);
        return end.End < end.EndIncludingLineBreak
            ? new TextChange(new TextSpan(end.EndIncludingLineBreak, 0), gap + entry)
            : new TextChange(new TextSpan(end.End, 0), newLine + gap + WithoutLastBreak(entry, newLine));
    }

    /// <summary>The last line of an entry, with the comments that are indented as part of it.</summary>
    private static TextLine EndOfEntry(SourceText text, YamlNode entry, int indent)
    {
        var end = entry.Span.End;
        // A block scalar's value ends behind its line break.
        while (end > entry.Span.Start && char.IsWhiteSpace(text[end - 1])) end--;
        var number = text.Lines.GetLineFromPosition(end).LineNumber;
        for (var next = number + 1; next < text.Lines.Count; next++)
        {
            var line = text.ToString(text.Lines[next].Span);
            var words = line.TrimStart();
            if (words.Length == 0) continue;
            if (words[0] != '#' || line.Length - words.Length <= indent) break;
            number = next;
        }
        return text.Lines[number];
    }

    private static bool IsBlank(SourceText text, int line) => line >= 0 && string.IsNullOrWhiteSpace(text.ToString(text.Lines[line].Span));

    private static TextChange AtEnd(SourceText text, string addition, string newLine)
    {
        var needsBreak = text.Length > 0 && text[text.Length - 1] is not ('\n' or '\r');
        return new TextChange(new TextSpan(text.Length, 0), (needsBreak ? newLine : "") + addition);
    }

    private static string WithoutLastBreak(string entry, string newLine) => entry[..^newLine.Length];

    private static string NewLineOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
