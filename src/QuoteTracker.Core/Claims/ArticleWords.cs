using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>How well what stands around a place fits what an anchor remembers.</summary>
/// <param name="Near">How many words fit, counted outwards from the place on both sides, without a gap.</param>
/// <param name="Around">How many of the words are in the neighbourhood in any order.</param>
/// <param name="IsTight">On both sides the nearest words fit, so that whatever stands between is what took the place.</param>
internal readonly record struct ContextFit(int Near, int Around, bool IsTight);

/// <summary>The words of an article's copy, for looking up claims.</summary>
internal sealed class ArticleWords
{
    /// <summary>Beyond it the same words are nobody's in particular.</summary>
    private const int MostPlaces = 64;

    private const int TightContext = 3;

    private readonly string _copy;
    private readonly ClaimWords _words;
    private readonly Dictionary<ulong, List<int>> _positions = [];
    private readonly int[] _quoted;
    private readonly ulong[] _quotedKeys;
    private readonly Dictionary<ulong, List<int>> _quotedPositions = [];
    private readonly List<(WordPlace Place, Attribution? Attribution)> _statements = [];

    public ArticleWords(ArticleModel model)
    {
        _copy = model.Article.Copy;
        _words = ClaimWords.Of(_copy);
        Index(_words.Keys, _positions);
        _quoted = [.. model.Regions.Where(static region => region.Depth == 0).SelectMany(region => region.Parts)
            .SelectMany(part => Enumerable.Range(_words.FirstFrom(part.Span.Start), Math.Max(0, EndOf(part.Span) - _words.FirstFrom(part.Span.Start))))
            .Distinct().Order()];
        _quotedKeys = [.. _quoted.Select(index => _words.Keys[index])];
        Index(_quotedKeys, _quotedPositions);
        foreach (var attribution in model.Attributions)
            if (PlaceOf(attribution.Content) is { } place) _statements.Add((place, attribution));
        foreach (var region in model.Regions)
            if (region is { Depth: 0, Attribution: null } && PlaceOf([.. region.Parts.Select(static part => part.Span)]) is { } place) _statements.Add((place, null));
        _statements.Sort(static (a, b) => a.Place.First.CompareTo(b.Place.First));
    }

    /// <summary>Of all words, in text order.</summary>
    public ReadOnlySpan<ulong> Keys => _words.Keys;

    /// <summary>What the article attributes to somebody, and what else stands in marks; in text order.</summary>
    public IEnumerable<WordPlace> Statements => _statements.Select(static statement => statement.Place);

    /// <summary>The places of a claim's very words: in one piece a part, or in marks with anything between the pieces.</summary>
    public List<WordPlace> Find(SoughtClaim sought)
    {
        var found = new List<WordPlace>();
        foreach (var start in Occurrences(_words.Keys, _positions, sought.Parts[0].Keys).Take(MostPlaces))
            if (Follow(start, sought.Parts) is { } place) found.Add(place);
        foreach (var start in Occurrences(_quotedKeys, _quotedPositions, sought.Words.Keys).Take(MostPlaces))
        {
            var place = PlaceOf(_quoted.AsSpan(start, sought.Words.Count));
            if (!found.Exists(other => other.Shared(place) == place.Count && other.Count == place.Count)) found.Add(place);
        }
        return found;
    }

    /// <summary>The place with the words that were put between it and the marks that it began and ended at; the same place where there are none.</summary>
    public WordPlace WithAddedWords(WordPlace place, SoughtClaim sought)
    {
        if (!sought.BeginsAtMark && !sought.EndsAtMark) return place;
        var runs = ImmutableArray.CreateBuilder<(int From, int To)>(place.Runs.Length);
        for (int i = 0; i < place.Runs.Length; i++)
        {
            var (from, to) = place.Runs[i];
            // Inside a split quotation every part has its marks.
            if (i == 0 ? sought.BeginsAtMark : sought.EndsAtMark)
                while (from > 0 && IsQuoted(from) && IsQuoted(from - 1) && !IsMarked(from)) from--;
            if (i == place.Runs.Length - 1 ? sought.EndsAtMark : sought.BeginsAtMark)
                while (to < _words.Count && IsQuoted(to - 1) && IsQuoted(to) && !IsMarked(to)) to++;
            if (runs.Count > 0 && runs[^1].To >= from) runs[^1] = (runs[^1].From, to);
            else runs.Add((from, to));
        }
        var added = new WordPlace(runs.ToImmutable());
        return added.Count == place.Count ? place : added;
    }

    public ContextFit ContextAt(WordPlace place, SoughtClaim sought)
    {
        int before = 0, after = 0;
        ReadOnlySpan<ulong> prefix = sought.Prefix.Keys, suffix = sought.Suffix.Keys;
        while (before < prefix.Length && before < place.First && prefix[^(before + 1)] == _words.Keys[place.First - before - 1]) before++;
        while (after < suffix.Length && place.End + after < _words.Count && suffix[after] == _words.Keys[place.End + after]) after++;
        var around = Shared(prefix, Math.Max(0, place.First - (3 * prefix.Length)), place.First) + Shared(suffix, place.End, Math.Min(_words.Count, place.End + (3 * suffix.Length)));
        return new ContextFit(before + after, around, before >= Math.Min(TightContext, prefix.Length) && after >= Math.Min(TightContext, suffix.Length) && before + after >= TightContext);
    }

    /// <summary>The words between those that stood on either side of a claim; null where they do not stand there any more.</summary>
    public WordPlace? BetweenContext(SoughtClaim sought)
    {
        if (sought.Prefix.Count < TightContext || sought.Suffix.Count < TightContext) return null;
        var suffix = sought.Suffix.Keys[..TightContext];
        foreach (var start in Occurrences(_words.Keys, _positions, sought.Prefix.Keys[^TightContext..]).Take(MostPlaces))
        {
            int from = start + TightContext, limit = Math.Min(_words.Count - TightContext, from + (2 * sought.Words.Count) + 20);
            for (int to = from; to <= limit; to++)
                if (_words.Keys.Slice(to, TightContext).SequenceEqual(suffix)) return to > from ? new WordPlace([(from, to)]) : null;
        }
        return null;
    }

    /// <summary>The share of words in common and in order, 0 to 1.</summary>
    /// <param name="atLeast">Below it 0 may be given.</param>
    public double Likeness(WordPlace place, SoughtClaim sought, double atLeast)
    {
        var keys = KeysOf(place);
        var total = (double)(keys.Length + sought.Words.Count);
        if (2 * Shared(sought.Words.Keys, keys) / total < atLeast) return 0;
        return 2 * WordChange.CommonWords(sought.Words.Keys, keys) / total;
    }

    /// <summary>The attribution whose content has these words and no others.</summary>
    public Attribution? WholeOf(WordPlace place) =>
        _statements.FirstOrDefault(statement => statement.Attribution is not null && statement.Place.Count == place.Count && statement.Place.Shared(place) == place.Count).Attribution;

    /// <summary>The attribution that has most of these words, or whose words these mostly are.</summary>
    public Attribution? MostOf(WordPlace place) => _statements
        .Where(statement => statement.Attribution is not null)
        .Select(statement => (statement.Attribution, statement.Place.Count, Shared: statement.Place.Shared(place)))
        .Where(statement => 2 * statement.Shared >= Math.Min(place.Count, statement.Count) && statement.Shared > 0)
        .OrderByDescending(static statement => statement.Shared)
        .FirstOrDefault().Attribution;

    public ImmutableArray<TextSpan> SpansOf(WordPlace place) =>
        [.. place.Runs.Select(run => TextSpan.FromBounds(_words.Spans[run.From].Start, _words.Spans[run.To - 1].End))];

    private bool IsQuoted(int word) => Array.BinarySearch(_quoted, word) >= 0;

    /// <summary>A mark, or the end of a paragraph, stands between a word and the one before it.</summary>
    private bool IsMarked(int word)
    {
        var gap = _copy.AsSpan(_words.Spans[word - 1].End, _words.Spans[word].Start - _words.Spans[word - 1].End);
        foreach (var character in gap)
            if (ClaimAnchors.IsMark(character)) return true;
        return gap.Count('\n') > 1;
    }

    private static void Index(ReadOnlySpan<ulong> keys, Dictionary<ulong, List<int>> positions)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            if (!positions.TryGetValue(keys[i], out var list)) positions[keys[i]] = list = [];
            list.Add(i);
        }
    }

    /// <summary>Where <paramref name="part"/> stands, looked for by its rarest word.</summary>
    private static List<int> Occurrences(ReadOnlySpan<ulong> keys, Dictionary<ulong, List<int>> positions, ReadOnlySpan<ulong> part)
    {
        List<int>? rarest = null;
        int offset = 0;
        for (int i = 0; i < part.Length; i++)
        {
            if (!positions.TryGetValue(part[i], out var list)) return [];
            if (rarest is null || list.Count < rarest.Count) (rarest, offset) = (list, i);
        }
        var found = new List<int>();
        foreach (var position in rarest ?? [])
        {
            int start = position - offset;
            if (start < 0 || start + part.Length > keys.Length || !keys.Slice(start, part.Length).SequenceEqual(part)) continue;
            found.Add(start);
            if (found.Count == MostPlaces) break;
        }
        return found;
    }

    /// <summary>The parts of a split quotation from its first part on, each at its next occurrence.</summary>
    private WordPlace? Follow(int start, ImmutableArray<ClaimWords> parts)
    {
        var runs = ImmutableArray.CreateBuilder<(int, int)>(parts.Length);
        runs.Add((start, start + parts[0].Count));
        int at = start + parts[0].Count;
        foreach (var part in parts.Skip(1))
        {
            int limit = Math.Min(_words.Count - part.Count, at + WordPlace.MostBetween), next = at;
            while (next <= limit && !_words.Keys.Slice(next, part.Count).SequenceEqual(part.Keys)) next++;
            if (next > limit) return null;
            if (next == at) runs[^1] = (runs[^1].Item1, next + part.Count);
            else runs.Add((next, next + part.Count));
            at = next + part.Count;
        }
        return new WordPlace(runs.ToImmutable());
    }

    private WordPlace? PlaceOf(ImmutableArray<TextSpan> spans)
    {
        var runs = ImmutableArray.CreateBuilder<(int, int)>(spans.Length);
        foreach (var span in spans)
        {
            var (from, to) = (_words.FirstFrom(span.Start), EndOf(span));
            if (from < to) runs.Add((from, to));
        }
        return runs.Count == 0 ? null : new WordPlace(runs.ToImmutable());
    }

    private static WordPlace PlaceOf(ReadOnlySpan<int> indices)
    {
        var runs = ImmutableArray.CreateBuilder<(int From, int To)>();
        foreach (var index in indices)
        {
            if (runs.Count > 0 && runs[^1].To == index) runs[^1] = (runs[^1].From, index + 1);
            else runs.Add((index, index + 1));
        }
        return new WordPlace(runs.ToImmutable());
    }

    /// <summary>Behind the last word that starts in a span.</summary>
    private int EndOf(TextSpan span)
    {
        int end = _words.FirstFrom(span.End);
        return end < _words.Count && _words.Spans[end].Start < span.End ? end + 1 : end;
    }

    private ulong[] KeysOf(WordPlace place)
    {
        var keys = new List<ulong>(place.Count);
        foreach (var (from, to) in place.Runs) keys.AddRange(_words.Keys[from..to]);
        return [.. keys];
    }

    private int Shared(ReadOnlySpan<ulong> some, int from, int to) => Shared(some, _words.Keys[from..to]);

    /// <summary>How many words both have, in any order.</summary>
    private static int Shared(ReadOnlySpan<ulong> some, ReadOnlySpan<ulong> others)
    {
        var left = new Dictionary<ulong, int>();
        foreach (var key in others) left[key] = left.GetValueOrDefault(key) + 1;
        int shared = 0;
        foreach (var key in some)
        {
            if (!left.TryGetValue(key, out var count) || count == 0) continue;
            left[key] = count - 1;
            shared++;
        }
        return shared;
    }
}
