using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Checking;

/// <summary>
/// Marks what a quotation may leave out of a transcript without a sign: set-off asides (<c>you know</c>), stutters (<c>I, I</c>), and what the speaker
/// took back at once (<c>we will — we have</c>). Fillers are marked as they are read.
/// </summary>
internal static class Disfluencies
{
    private const int LongestRestart = 4, LongestFalseStart = 3;

    private static readonly uint[] Doubled = KeysOf("very really so too much many long far big more again yes now bye hear old poor good knock please order blah");

    private static readonly uint[][] Asides = [.. "you know|i mean|well|like|right|okay|look|you see|sorry".Split('|').Select(KeysOf)];

    private static readonly uint[][] Repairs = [.. "i mean|sorry|rather|or rather|no".Split('|').Select(KeysOf)];

    private static uint[] KeysOf(string words) => [.. words.Split(' ').Select(word => WordHash.Of(word))];

    /// <param name="copy">What the words were read from.</param>
    public static void Mark(ReadOnlySpan<char> copy, Span<SpokenWord> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            MarkAside(words, i);
            MarkRepeat(words, i);
            if (!words[i].Is(WordTraits.AfterDash) || i == 0) continue;
            if (IsFragment(copy, words[i - 1], words[i])) Skip(words.Slice(i - 1, 1));
            else MarkFalseStart(words, i);
        }
    }

    /// <summary>Between two commas, dashes or ends of a sentence.</summary>
    private static void MarkAside(Span<SpokenWord> words, int at)
    {
        if (!IsSetOff(words, at)) return;
        foreach (var aside in Asides)
        {
            if (StandsAt(words, at, aside) && IsSetOff(words, at + aside.Length)) Skip(words.Slice(at, aside.Length));
        }
    }

    private static bool IsSetOff(ReadOnlySpan<SpokenWord> words, int at) =>
        at >= words.Length || words[at].Is(WordTraits.AfterComma | WordTraits.AfterDash | WordTraits.SentenceStart | WordTraits.TurnStart)
        || (at > 0 && words[at - 1].Is(WordTraits.Skippable) && at - 1 < words.Length);

    private static bool StandsAt(ReadOnlySpan<SpokenWord> words, int at, uint[] keys)
    {
        if (at + keys.Length > words.Length) return false;
        for (int i = 0; i < keys.Length; i++)
        {
            if (words[at + i].Key != keys[i]) return false;
        }
        return true;
    }

    /// <summary>The same words twice, the first of them light: an emphatic <c>never, never</c> is no stutter.</summary>
    private static void MarkRepeat(Span<SpokenWord> words, int at)
    {
        bool isLight = words[at].Is(WordTraits.Light);
        for (int length = 1; length <= (isLight ? LongestRestart : 1); length++)
        {
            int again = AfterFillers(words, at + length);
            if (again + length > words.Length) return;
            if (words[again].Is(WordTraits.SentenceStart | WordTraits.TurnStart)) continue;
            int same = 0;
            while (same < length && words[at + same].Key == words[again + same].Key) same++;
            if (same < length) continue;
            if (isLight || IsSlip(words[at], words[at + 1])) Skip(words.Slice(at, length));
            return;
        }
    }

    /// <summary>The same word at once, with no comma between, unless it is one that people double.</summary>
    private static bool IsSlip(in SpokenWord word, in SpokenWord next) =>
        !next.Is(WordTraits.AfterComma) && !word.Is(WordTraits.Negation | WordTraits.Number) && !Doubled.Contains(word.Key);

    /// <summary>Before a dash: a few words that begin again behind it, or are taken back, or the first letters of the next word.</summary>
    private static void MarkFalseStart(Span<SpokenWord> words, int dash)
    {
        int next = AfterFillers(words, dash);
        int repair = 0;
        foreach (var keys in Repairs)
        {
            if (StandsAt(words, next, keys) && IsSetOff(words, next + keys.Length)) repair = Math.Max(repair, keys.Length);
        }
        for (int length = 1; length <= LongestFalseStart && dash - length >= 0; length++)
        {
            int start = dash - length;
            if (words[start].Is(WordTraits.Negation)) return;
            bool isTakenBack = repair > 0 && IsSetOff(words, start);
            bool beginsAgain = next < words.Length && words[start].Key == words[next].Key;
            if (isTakenBack || beginsAgain)
            {
                Skip(words.Slice(start, length));
                if (isTakenBack) Skip(words.Slice(next, repair));
                return;
            }
            if (words[start].Is(WordTraits.SentenceStart | WordTraits.TurnStart)) return;
        }
    }

    /// <summary><c>Pro— problem</c>.</summary>
    private static bool IsFragment(ReadOnlySpan<char> copy, in SpokenWord word, in SpokenWord next)
    {
        var part = copy[word.Start..word.End];
        var whole = copy[next.Start..next.End];
        return part.Length < whole.Length && whole.StartsWith(part, StringComparison.OrdinalIgnoreCase);
    }

    private static int AfterFillers(ReadOnlySpan<SpokenWord> words, int at)
    {
        while (at < words.Length && words[at].Is(WordTraits.Skippable)) at++;
        return at;
    }

    private static void Skip(Span<SpokenWord> words)
    {
        foreach (ref var word in words) word.Traits |= WordTraits.Skippable;
    }
}
