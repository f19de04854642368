using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Workspace.Yaml;

/// <summary>
/// Reads a file that is a mapping at its top. Where YAML gives up, the file is read again key by key, and under <c>itemsOf</c> item by item, so that a fault
/// costs the key or the item that it stands in.
/// </summary>
internal static class YamlPieces
{
    /// <param name="itemsOf">The key whose value is a list of items that are apart from each other; null for none.</param>
    public static (YamlMapping? Root, ImmutableArray<YamlFault> Faults) ReadMapping(SourceText text, string? itemsOf)
    {
        var whole = new TextSpan(0, text.Length);
        var (root, faults) = YamlFile.Parse(text, whole);
        if (faults.IsEmpty)
        {
            if (root is null || root.IsNull) return (null, []);
            return root is YamlMapping mapping ? (mapping, []) : (null, [new YamlFault(root.Span, "it should begin with a key and a colon")]);
        }

        var pairs = ImmutableArray.CreateBuilder<YamlPair>();
        var found = ImmutableArray.CreateBuilder<YamlFault>();
        foreach (var piece in Split(text, whole, IsKey))
        {
            var (node, pieceFaults) = YamlFile.Parse(text, piece);
            if (!pieceFaults.IsEmpty && itemsOf is not null && BeginsWithKey(text, piece, itemsOf))
                pairs.Add(ReadItems(text, piece, itemsOf, found));
            else
            {
                found.AddRange(pieceFaults);
                if (node is YamlMapping mapping) pairs.AddRange(mapping.Pairs);
                else if (node is { IsNull: false }) found.Add(new YamlFault(node.Span, "it should be a key and a colon"));
            }
        }
        // The faults of a whole that its pieces do not have (a second document) still stand.
        return (new YamlMapping(whole, pairs.ToImmutable(), IsFlow: false), found.Count == 0 ? faults : found.ToImmutable());
    }

    private static YamlPair ReadItems(SourceText text, TextSpan piece, string key, ImmutableArray<YamlFault>.Builder faults)
    {
        var name = new YamlScalar(new TextSpan(piece.Start, key.Length), key, IsPlain: true);
        var list = TextSpan.FromBounds(NextLine(text, piece.Start), piece.End);
        var indent = -1;
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        foreach (var part in Split(text, list, line => IsItem(line, ref indent)))
        {
            var (node, partFaults) = YamlFile.Parse(text, part);
            faults.AddRange(partFaults);
            if (node is YamlSequence sequence) items.AddRange(sequence.Items);
        }
        return new YamlPair(name, new YamlSequence(list, items.ToImmutable(), IsFlow: false));
    }

    private delegate bool LineTest(ReadOnlySpan<char> line);

    private static bool IsKey(ReadOnlySpan<char> line) => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('#' or '-' or ']' or '}');

    private static bool IsItem(ReadOnlySpan<char> line, ref int indent)
    {
        var dash = line.IndexOfAnyExcept(' ');
        if (dash < 0 || line[dash] != '-' || (dash + 1 < line.Length && line[dash + 1] != ' ')) return false;
        if (indent < 0) indent = dash;
        return dash == indent;
    }

    private static bool BeginsWithKey(SourceText text, TextSpan piece, string key)
    {
        var line = text.ToString(TextSpan.FromBounds(piece.Start, text.Lines.GetLineFromPosition(piece.Start).End)).AsSpan();
        return line.StartsWith(key, StringComparison.Ordinal) && line[key.Length..].TrimStart() is [':', .. var rest]
            && rest.TrimStart() is [] or ['#', ..];
    }

    /// <summary>The stretches from each line that begins a piece to the next one; what stands before the first is its part.</summary>
    private static List<TextSpan> Split(SourceText text, TextSpan span, LineTest begins)
    {
        var pieces = new List<TextSpan>();
        int start = span.Start, position = span.Start;
        var inPiece = false;
        while (position < span.End)
        {
            var line = text.Lines.GetLineFromPosition(position);
            if (begins(text.ToString(line.Span)))
            {
                if (inPiece)
                {
                    pieces.Add(TextSpan.FromBounds(start, line.Start));
                    start = line.Start;
                }
                inPiece = true;
            }
            position = line.EndIncludingLineBreak;
        }
        if (start < span.End) pieces.Add(TextSpan.FromBounds(start, span.End));
        return pieces;
    }

    private static int NextLine(SourceText text, int position) => text.Lines.GetLineFromPosition(position).EndIncludingLineBreak;
}
