using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>What a source says about itself; null for what it does not say.</summary>
public sealed record SourceHeading(string? Title = null, DateOnly? Date = null, string? Speaker = null, string? Url = null);

/// <summary>From here on somebody speaks.</summary>
/// <param name="Start">UTF-16 offset in the source's text.</param>
/// <param name="Speaker">As the source names him; null where it does not.</param>
public readonly record struct SourceTurn(int Start, string? Speaker);

/// <summary>A time in a recording.</summary>
/// <param name="Start">UTF-16 offset in the source's text, from which on it holds.</param>
public readonly record struct SourceTime(int Start, TimeSpan Time)
{
    /// <summary>Reads <c>00:12:31</c>, <c>12:31</c> or <c>00:12:31.400</c>; null for anything else.</summary>
    public static TimeSpan? Parse(ReadOnlySpan<char> written) => TurnLabel.Parse(written);
}

/// <summary>A transcript or document, read: its text, which of it is words, who speaks where. Immutable; every offset is in <see cref="Text"/>, as it stands in the file.</summary>
public sealed class SourceDocument
{
    private readonly Lazy<SpokenWord[]> _words;
    private readonly Lazy<ImmutableArray<int>> _lines;

    /// <param name="path">From the newsroom's root, with slashes.</param>
    /// <param name="copy">
    /// The text, UTF-16 unit for unit, with <see cref="Article.NotCopy"/> for what is no words (markup, labels, times), and a line break where a block ends.
    /// </param>
    /// <param name="hash">SHA-256 of the file's bytes, in lower-case hexadecimal digits.</param>
    /// <exception cref="ArgumentException"><paramref name="copy"/> has another length than <paramref name="text"/>.</exception>
    public SourceDocument(
        string path, string text, string copy, string hash, SourceHeading heading, ImmutableArray<SourceTurn> turns, ImmutableArray<SourceTime> times)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(copy);
        if (copy.Length != text.Length) throw new ArgumentException($"The copy has {copy.Length} UTF-16 units, the text {text.Length}.", nameof(copy));
        (Path, Text, Copy, Hash, Heading, Turns, Times) = (path, text, copy, hash, heading, turns, times);
        _words = new(ReadWords);
        _lines = new(() => FindLines(text));
    }

    public string Path { get; }

    public string Text { get; }

    public string Copy { get; }

    public string Hash { get; }

    public SourceHeading Heading { get; }

    /// <summary>In text order; what stands before the first is said by <see cref="SourceHeading.Speaker"/>, if by anybody.</summary>
    public ImmutableArray<SourceTurn> Turns { get; }

    /// <summary>In text order.</summary>
    public ImmutableArray<SourceTime> Times { get; }

    internal ReadOnlySpan<SpokenWord> Words => _words.Value;

    /// <summary>How many spoken words it has.</summary>
    public int WordCount => _words.Value.Length;

    /// <summary>What an index finds a stretch by.</summary>
    /// <param name="from">The first spoken word.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="into">Room for twice the words.</param>
    /// <returns>How many features were written; one may come more than once.</returns>
    public int WriteFeatures(int from, int to, Span<uint> into) => PassageFeatures.Write(Words[from..to], into);

    /// <summary>Who speaks at an offset, as the source names him; null where it does not say.</summary>
    public string? SpeakerAt(int offset)
    {
        int turn = LastAt(Turns, static turn => turn.Start, offset);
        return turn < 0 ? Heading.Speaker : Turns[turn].Speaker ?? Heading.Speaker;
    }

    /// <summary>The number of the turn that an offset is in, -1 before the first.</summary>
    internal int TurnAt(int offset) => LastAt(Turns, static turn => turn.Start, offset);

    /// <summary>Where a person looks for an offset: <c>00:12:31</c>, or <c>line 14</c> where the source has no times.</summary>
    public string LocatorOf(int offset)
    {
        int time = LastAt(Times, static time => time.Start, offset);
        if (time >= 0)
        {
            var at = Times[time].Time;
            return string.Create(CultureInfo.InvariantCulture, $"{(int)at.TotalHours:00}:{at.Minutes:00}:{at.Seconds:00}");
        }
        return string.Create(CultureInfo.InvariantCulture, $"line {LastAt(_lines.Value, static line => line, offset) + 1}");
    }

    /// <summary>A stretch with its place, and whom the source names there.</summary>
    internal SourcePassage PassageAt(TextSpan span, SourceSpeaker? speaker) => new()
    {
        Path = Path,
        Span = span,
        Locator = LocatorOf(span.Start),
        Speaker = speaker,
        Hash = Hash,
        Title = Heading.Title,
        Date = Heading.Date,
        Url = Heading.Url,
    };

    private SpokenWord[] ReadWords()
    {
        var reader = new SpokenWordReader(isSource: true);
        int at = 0;
        foreach (var turn in Turns)
        {
            reader.Read(Copy, at, Math.Max(at, turn.Start), at == 0 ? WordTraits.None : WordTraits.TurnStart);
            at = Math.Max(at, turn.Start);
        }
        reader.Read(Copy, at, Copy.Length, at == 0 ? WordTraits.None : WordTraits.TurnStart);
        var words = reader.TakeWords();
        Disfluencies.Mark(Copy, words);
        return words;
    }

    private static ImmutableArray<int> FindLines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<int>();
        lines.Add(0);
        for (int at = 0; text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var length;)
        {
            at += length + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            lines.Add(at);
        }
        return lines.ToImmutable();
    }

    /// <returns>The last item that starts at or before an offset, -1 where none does.</returns>
    private static int LastAt<T>(ImmutableArray<T> items, Func<T, int> startOf, int offset)
    {
        int low = 0, high = items.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (startOf(items[middle]) <= offset) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }
}
