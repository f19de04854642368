using System.Buffers;
using System.Globalization;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Text;

/// <summary>What a line of a transcript opens with: a time, a name and a colon, in the ways that transcripts are written: <c>VAUGHN:</c>, <c>[00:12:31] Ada Vaughn:</c>, <c>Ada Vaughn (00:12):</c>.</summary>
/// <param name="NameStart">Offsets in the line, end exclusive; an empty stretch where it has only a time.</param>
/// <param name="End">Behind the label and the blank after it.</param>
internal readonly record struct TurnLabel(int NameStart, int NameEnd, int End, TimeSpan? Time)
{
    private const int LongestName = 60;

    private static readonly SearchValues<char> Before = SearchValues.Create(" \t\u00A0\uFEFF>*_\"“-•–—\uFFFE");

    private static readonly SearchValues<char> InTimes = SearchValues.Create("0123456789:.,-–> ");

    public bool HasName => NameEnd > NameStart;

    /// <summary>Letters in capitals alone, with what stands between them in names; at least so many.</summary>
    public static bool IsInCapitals(ReadOnlySpan<char> name, int atLeast)
    {
        int letters = 0;
        foreach (char c in name)
        {
            if (char.IsLower(c) || char.IsDigit(c)) return false;
            if (char.IsUpper(c)) letters++;
            else if (c is not (' ' or '.' or '\'' or '’' or '-' or ',')) return false;
        }
        return letters >= atLeast;
    }

    /// <param name="line">Without its line break; markup in it as <see cref="Article.NotCopy"/>.</param>
    public static bool TryRead(ReadOnlySpan<char> line, out TurnLabel label)
    {
        label = default;
        int at = SkipBlanks(line, 0, Before);
        var time = ReadTime(line, ref at);
        int start = SkipBlanks(line, at, Before), end = start;
        while (end < line.Length && end - start <= LongestName && line[end] is var c && (char.IsLetter(c) || c is ' ' or '.' or '\'' or '’' or '-' or ',' or '&' || IsNumbered(line, start, end))) end++;
        int behind = end;
        while (end > start && line[end - 1] is ' ' or ',' or '-') end--;
        if (behind < line.Length && line[behind] == '(' && line[behind..] is var rest && rest.IndexOf(')') is > 1 and < 60 and var role && !char.IsAsciiDigit(rest[1])) behind += role + 1;
        behind = SkipMarkup(line, behind);
        time ??= ReadTime(line, ref behind);
        behind = SkipMarkup(line, behind);
        bool hasColon = behind < line.Length && line[behind] == ':';
        if (hasColon) behind = SkipMarkup(line, behind + 1);
        bool isEnd = behind == line.Length || (behind > 0 && (char.IsWhiteSpace(line[behind - 1]) || line[behind - 1] == Article.NotCopy));
        if (end > start && end - start <= LongestName && isEnd && (hasColon || (time is not null && behind == line.Length)))
        {
            label = new TurnLabel(start, end, behind, time);
            return true;
        }
        if (time is null || ReadOnlyTime(line, out int timeEnd) is not { } alone) return false;
        label = new TurnLabel(timeEnd, timeEnd, timeEnd, alone);
        return true;
    }

    private static TimeSpan? ReadOnlyTime(ReadOnlySpan<char> line, out int end)
    {
        end = SkipBlanks(line, 0, Before);
        return ReadTime(line, ref end);
    }

    /// <summary>Speaker 1.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> line, int start, int at) => char.IsAsciiDigit(line[at]) && at > start + 1 && (line[at - 1] == ' ' || char.IsAsciiDigit(line[at - 1]));

    private static int SkipBlanks(ReadOnlySpan<char> line, int at, SearchValues<char> blanks)
    {
        int skip = line[at..].IndexOfAnyExcept(blanks);
        return skip < 0 ? line.Length : at + skip;
    }

    private static int SkipMarkup(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && (line[at] is Article.NotCopy or '*' or '_' or '\u00A0' || char.IsWhiteSpace(line[at]))) at++;
        return at;
    }

    /// <summary><c>00:12:31</c>, <c>12:31</c> or <c>1:02:03.400</c>, in brackets or not; moves behind it.</summary>
    private static TimeSpan? ReadTime(ReadOnlySpan<char> line, ref int at)
    {
        int start = at;
        bool bracket = start < line.Length && line[start] is '[' or '(';
        if (bracket) start++;
        int end = start;
        while (end < line.Length && (char.IsAsciiDigit(line[end]) || line[end] is ':' or '.')) end++;
        while (end > start && line[end - 1] is ':' or '.') end--;
        if (Parse(line[start..end]) is not { } time) return null;
        if (bracket)
        {
            int close = line[end..].IndexOfAny(']', ')');
            if (close < 0 || line[end..(end + close)].ContainsAnyExcept(InTimes)) return null;
            end += close + 1;
        }
        else if (end < line.Length && !char.IsWhiteSpace(line[end])) return null;
        at = end;
        while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
        return time;
    }

    /// <returns>Null for anything but a time of two or three parts, with minutes and seconds below 60.</returns>
    public static TimeSpan? Parse(ReadOnlySpan<char> written)
    {
        Span<Range> parts = stackalloc Range[4];
        int count = written.Split(parts, ':');
        if (count is not (2 or 3)) return null;
        double seconds = 0;
        for (int i = 0; i < count; i++)
        {
            var part = written[parts[i]];
            bool isLast = i == count - 1;
            int whole = part.IndexOf('.') is >= 0 and var dot ? dot : part.Length;
            if (whole is 0 || whole > (i == 0 ? 4 : 2) || (i > 0 && whole != 2) || (!isLast && whole != part.Length)) return null;
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) || (i > 0 && value >= 60)) return null;
            seconds = seconds * 60 + value;
        }
        return TimeSpan.FromSeconds(seconds);
    }
}
