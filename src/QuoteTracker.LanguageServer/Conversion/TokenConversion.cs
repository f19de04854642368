using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>Tokens as the protocol's numbers: five a token, none over a line's end.</summary>
internal static class TokenConversion
{
    private const int NumbersEach = 5;

    /// <param name="tokens">In text order, not overlapping.</param>
    public static int[] Encode(IEnumerable<CopyToken> tokens, PositionMap positions)
    {
        var data = new List<int>();
        var last = new Position(0, 0);
        foreach (var token in tokens)
        {
            int firstLine = positions.PositionOf(token.Span.Start).Line, lastLine = positions.PositionOf(token.Span.End).Line;
            for (int line = firstLine; line <= lastLine; line++)
            {
                if (token.Span.Overlap(positions.LineSpan(line)) is not { } piece) continue;
                var start = positions.PositionOf(piece.Start);
                int length = positions.Width(piece);
                if (length == 0) continue;
                data.AddRange([start.Line - last.Line, start.Line == last.Line ? start.Character - last.Character : start.Character, length, (int)token.Kind, (int)token.Traits]);
                last = start;
            }
        }
        return [.. data];
    }

    /// <summary>The one stretch of tokens between what is the same before and behind it; none where all is the same.</summary>
    public static IReadOnlyList<SemanticTokensEdit> Changes(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        int head = before.CommonPrefixLength(after);
        if (head == before.Length && head == after.Length) return [];
        head -= head % NumbersEach;
        int tail = 0, most = Math.Min(before.Length, after.Length) - head;
        while (tail < most && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        tail -= tail % NumbersEach;
        return [new SemanticTokensEdit(head, before.Length - head - tail, [.. after[head..^tail]])];
    }
}
