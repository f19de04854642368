using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Text;

/// <summary>Finds the turns of a transcript printed in an article: paragraphs that open with a name in capitals and a colon, one of its neighbours but one at least.</summary>
internal static class TranscriptTurns
{
    private const int LongestName = 32;

    public static bool[] Find(string copy, ImmutableArray<TextSpan> paragraphs)
    {
        var turns = new bool[paragraphs.Length];
        int last = -3;
        for (int p = 0; p < turns.Length; p++)
        {
            if (!OpensWithName(copy.AsSpan(paragraphs[p].Start, paragraphs[p].Length))) continue;
            // An interjection in brackets may stand between two turns.
            if (p - last <= 2) turns[last] = turns[p] = true;
            last = p;
        }
        return turns;
    }

    private static bool OpensWithName(ReadOnlySpan<char> text)
    {
        if (text[0] is '"' or '“') text = text[1..];
        int colon = text[..Math.Min(text.Length, LongestName)].IndexOf(':');
        if (colon < 3 || colon + 2 >= text.Length || !char.IsWhiteSpace(text[colon + 1])) return false;
        return TurnLabel.IsInCapitals(text[..colon], atLeast: 3);
    }
}
