using System.Buffers;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Checking;

/// <summary>
/// Reads copy into spoken words: hyphens, apostrophes and capitals away, contractions apart, numbers by their value. Copy between two letters that is
/// <see cref="Article.NotCopy"/> (markup, the rest of a character reference) does not part them.
/// </summary>
/// <param name="isSource">
/// Words in square brackets are a transcriber's remark and left out where they are known for one, and fillers are skippable; in a quotation the
/// brackets are the editor's.
/// </param>
internal sealed class SpokenWordReader(bool isSource)
{
    private static readonly uint Not = WordHash.Of("not"), Am = WordHash.Of("am"), Are = WordHash.Of("are"), Have = WordHash.Of("have"), Will = WordHash.Of("will"),
        Can = WordHash.Of("can"), Shall = WordHash.Of("shall"), Ca = WordHash.Of("ca"), Wo = WordHash.Of("wo"), Sha = WordHash.Of("sha"), And = WordHash.Of("and"),
        Percent = WordHash.Of("percent"), Per = WordHash.Of("per"), Cent = WordHash.Of("cent"), Dollar = WordHash.Of("dollar"), Pound = WordHash.Of("pound"), Euro = WordHash.Of("euro");

    /// <summary>What the letters of <c>we're</c>, <c>she'll</c> and their like are without the apostrophe: other words.</summary>
    private static readonly uint[] OtherWords = [.. "were well wed ill id shell hell shed".Split(' ').Select(word => WordHash.Of(word))];

    private SpokenWord[] _words = ArrayPool<SpokenWord>.Shared.Rent(256);
    private readonly List<Numeral> _numerals = [];
    private int _count;
    private WordTraits _next = WordTraits.SentenceStart;
    private int _bracketEnd = -1;

    /// <summary>The words that were read. The last that is asked of a reader: its room goes to another.</summary>
    public SpokenWord[] TakeWords()
    {
        var words = _words.AsSpan(0, _count).ToArray();
        ArrayPool<SpokenWord>.Shared.Return(_words);
        (_words, _count) = ([], 0);
        return words;
    }

    /// <summary>True where an ellipsis stands behind the last word.</summary>
    public bool EndsWithEllipsis => (_next & WordTraits.AfterEllipsis) != 0;

    /// <summary>Reads a stretch and appends its words.</summary>
    /// <param name="first">Traits that the next word has for where it stands.</param>
    public void Read(ReadOnlySpan<char> copy, int start, int end, WordTraits first)
    {
        _next |= first;
        int from = _count;
        for (int at = start; at < end;)
            at = copy[at] == ' ' ? at + 1 : char.IsLetterOrDigit(copy[at]) ? Word(copy, at, end) : Between(copy, at, end);
        _count = Numerals.Join(_words, copy, from, _count, _numerals);
        _numerals.Clear();
        JoinLetters(copy, from);
    }

    private void JoinLetters(ReadOnlySpan<char> copy, int from)
    {
        for (int i = from; i < _count; i++)
        {
            ref var word = ref _words[i];
            var written = copy[word.Start..word.End];
            uint before = i > 0 ? _words[i - 1].Letters : SpokenHash.Empty;
            word.Joined = SpokenHash.Letters(before, written);
            // A sign (%, £) has none: it must not join with anything.
            if (word.Joined == before) word.Joined = ~word.Key;
            else if (written[0] is '\'' or '’' && OtherWords.Contains(word.Joined)) word.Joined = ~word.Joined;
        }
    }

    /// <summary>What is no word: a mark, a sign, white space.</summary>
    private int Between(ReadOnlySpan<char> copy, int at, int end)
    {
        char c = copy[at];
        switch (c)
        {
            case '.' or '…':
                return Stops(copy, at, end);
            case '?' or '!':
                _next |= WordTraits.SentenceStart;
                break;
            case ',' or ';' or ':' or '(' or ')':
                _next |= WordTraits.AfterComma;
                break;
            case '—' or '–' or '―':
                _next |= WordTraits.AfterDash;
                break;
            case '-':
                if (at + 1 >= end || at == 0 || copy[at + 1] == '-' || char.IsWhiteSpace(copy[at + 1]) || char.IsWhiteSpace(copy[at - 1])) _next |= WordTraits.AfterDash;
                break;
            case '[':
                return Bracket(copy, at, end);
            case '&':
                Add(at, at + 1, And, And);
                break;
            case '%':
                Add(at, at + 1, Percent, Percent);
                break;
            case '$' or '£' or '€' when at + 1 < end && char.IsAsciiDigit(copy[at + 1]):
                return Money(copy, at, end);
            case '\'' or '’' when at + 2 < end && char.IsLetter(copy[at + 1]) && (at == 0 || !char.IsLetterOrDigit(copy[at - 1])):
                return Elision(copy, at, end);
        }
        return at + 1;
    }

    /// <summary>A full stop, or an ellipsis in any writing: <c>…</c>, <c>...</c>, <c>. . .</c></summary>
    private int Stops(ReadOnlySpan<char> copy, int at, int end)
    {
        int stops = 0, last = at;
        for (int next = at; next < end; next++)
        {
            if (copy[next] == '…') stops += 3;
            else if (copy[next] == '.') stops++;
            else if (copy[next] is ' ' or '\u00A0' && next + 1 < end && copy[next + 1] == '.') continue;
            else break;
            last = next;
        }
        if (stops >= 3) _next |= isSource ? WordTraits.AfterDash : WordTraits.AfterEllipsis;
        if (stops is 1 or > 3) _next |= WordTraits.SentenceStart;
        return last + 1;
    }

    private int Bracket(ReadOnlySpan<char> copy, int at, int end)
    {
        int length = copy[at..Math.Min(end, at + 160)].IndexOf(']');
        if (length < 0) return at + 1;
        var inside = copy[(at + 1)..(at + length)].Trim();
        if (inside is "…" or "..." or ". . ." or "....")
        {
            _next |= WordTraits.AfterEllipsis;
            return at + length + 1;
        }
        if (inside.Equals("sic", StringComparison.OrdinalIgnoreCase)) return at + length + 1;
        if (isSource && TranscriberRemark.Is(inside)) return at + length + 1;
        // [W]e: a capital made or taken away.
        if (inside.Length == 1 && at + length + 1 < end && char.IsLetter(copy[at + length + 1])) return Word(copy, at + 1, end);
        _bracketEnd = at + length;
        return at + 1;
    }

    /// <summary><c>£18m</c>, <c>$5 million</c>: the unit is spoken behind the number.</summary>
    private int Money(ReadOnlySpan<char> copy, int at, int end)
    {
        var unit = copy[at] == '$' ? Dollar : copy[at] == '£' ? Pound : Euro;
        int next = Word(copy, at + 1, end);
        int scale = next;
        while (scale < end && copy[scale] is ' ' or '\u00A0' or '-') scale++;
        int scaleEnd = scale;
        while (scaleEnd < end && char.IsAsciiLetter(copy[scaleEnd])) scaleEnd++;
        if (WordForms.TryGet(SpokenHash.Of(copy[scale..scaleEnd]), out var form) && form.Numeral == NumeralKind.Scale) next = Word(copy, scale, end);
        Add(at, at + 1, unit, unit);
        return next;
    }

    /// <summary><c>'em</c>, <c>'cause</c>.</summary>
    private int Elision(ReadOnlySpan<char> copy, int at, int end)
    {
        int next = at + 1;
        while (next < end && char.IsLetter(copy[next])) next++;
        if (!WordForms.TryGet(SpokenHash.Of(copy[at..next]), out var form) || form.First is 0) return at + 1;
        if (form.First == SpokenWord.S || form.First == SpokenWord.D) return at + 1;
        AddForm(copy, at, next, form.First);
        return next;
    }

    private int Word(ReadOnlySpan<char> copy, int start, int end)
    {
        if (char.IsDigit(copy[start])) return Digits(copy, start, end);
        int at = start, apostrophe = -1;
        uint hash = SpokenHash.Empty;
        for (; at < end && char.IsAsciiLetter(copy[at]); at++) hash = WordHash.Append(hash, (char)(copy[at] | 0x20));
        // Most words are letters alone, and what stands behind them can be no part of them: then the hash is that of the letters as well.
        if (at > start + 1 && (at == end || copy[at] is ' ' or ',' or '.' or ';' or ':' or '?' or '!' or '"' or '-' or '\n' or '”' or '—'))
        {
            AddForm(copy, start, at, hash, hash);
            return at;
        }
        for (; at < end; at++)
        {
            char c = copy[at];
            if (char.IsLetter(c)) hash = SpokenHash.Append(hash, c);
            else if (c == Article.NotCopy)
            {
                int next = at + 1;
                while (next < end && copy[next] == Article.NotCopy) next++;
                if (next >= end || !(char.IsLetter(copy[next]) || copy[next] is '\'' or '’')) break;
                at = next - 1;
            }
            else if (c is '\u0301' or '\u0300' or '\u0308' or '\u0304' or '\u00AD' || (c == ']' && at == start + 1)) continue;
            else if (c is '\'' or '’' or 'ʼ' && apostrophe < 0 && LetterFrom(copy, at + 1, end))
            {
                apostrophe = at;
                hash = SpokenHash.Append(hash, '\'');
            }
            else if (c == '.' && at + 1 < end && (at == start + 1 || copy[at - 2] == '.') && (char.IsLetter(copy[at + 1]) || at > start + 1)) continue;
            else break;
        }
        if (apostrophe < 0 || !Contraction(copy, start, apostrophe, at)) AddForm(copy, start, at, hash);
        return at;
    }

    private static bool LetterFrom(ReadOnlySpan<char> copy, int at, int end)
    {
        while (at < end && copy[at] == Article.NotCopy) at++;
        return at < end && char.IsLetter(copy[at]);
    }

    /// <summary><c>don't</c> is <c>do not</c>. <c>'s</c> and <c>'d</c> stay what they are: they stand for more than one word.</summary>
    private bool Contraction(ReadOnlySpan<char> copy, int start, int apostrophe, int end)
    {
        Span<char> tail = stackalloc char[3];
        int length = 0;
        foreach (char c in copy[(apostrophe + 1)..end])
        {
            if (!char.IsLetter(c)) continue;
            if (length == tail.Length) return false;
            tail[length++] = WordHash.Fold(c);
        }
        if (tail[..length] is "t" && apostrophe - 1 > start && copy[apostrophe - 1] is 'n' or 'N')
        {
            uint stem = SpokenHash.Of(copy[start..(apostrophe - 1)]);
            AddForm(copy, start, apostrophe - 1, stem == Ca ? Can : stem == Wo ? Will : stem == Sha ? Shall : stem);
            AddForm(copy, apostrophe - 1, end, Not);
            return true;
        }
        uint second = tail[..length] switch
        {
            "s" => SpokenWord.S,
            "d" => SpokenWord.D,
            "m" => Am,
            "re" => Are,
            "ve" => Have,
            "ll" => Will,
            _ => 0,
        };
        if (second == 0) return false;
        AddForm(copy, start, apostrophe, SpokenHash.Letters(SpokenHash.Empty, copy[start..apostrophe]));
        AddForm(copy, apostrophe, end, second);
        return true;
    }

    private int Digits(ReadOnlySpan<char> copy, int start, int end)
    {
        int at = start;
        while (at < end && (char.IsDigit(copy[at]) || (copy[at] is '.' or ',' && at + 1 < end && char.IsAsciiDigit(copy[at + 1])))) at++;
        int suffix = at;
        while (suffix < end && char.IsLetter(copy[suffix])) suffix++;
        var digits = copy[start..at];
        var tail = copy[at..suffix];
        if (Numerals.ValueOf(digits) is not { } value)
        {
            Add(start, at, SpokenHash.Of(digits), SpokenHash.Letters(SpokenHash.Empty, digits));
            return at;
        }
        double scale = tail switch
        {
            "m" or "M" or "mn" or "mln" => 1e6,
            "bn" or "b" or "B" => 1e9,
            "tn" or "trn" => 1e12,
            "k" or "K" => 1e3,
            _ => 0,
        };
        if (tail is "st" or "nd" or "rd" or "th") AddNumeral(copy, start, suffix, new Numeral(_count, NumeralKind.Digits, value, IsOrdinal: true));
        else if (scale > 0) AddNumeral(copy, start, suffix, new Numeral(_count, NumeralKind.Digits, value * scale, IsOrdinal: false));
        else if (tail is "s") Add(start, suffix, SpokenHash.Of(copy[start..suffix]), SpokenHash.Letters(SpokenHash.Empty, copy[start..suffix]));
        else
        {
            AddNumeral(copy, start, at, new Numeral(_count, NumeralKind.Digits, value, IsOrdinal: false));
            return at;
        }
        return suffix;
    }

    private void AddNumeral(ReadOnlySpan<char> copy, int start, int end, Numeral numeral)
    {
        _numerals.Add(numeral);
        _next |= WordTraits.Number;
        Add(start, end, Numerals.KeyOf(numeral.Value, numeral.IsOrdinal), SpokenHash.Letters(SpokenHash.Empty, copy[start..end]));
    }

    private void AddForm(ReadOnlySpan<char> copy, int start, int end, uint key) => AddForm(copy, start, end, key, SpokenHash.Letters(SpokenHash.Empty, copy[start..end]));

    /// <summary>Adds a word, or the two that it stands for.</summary>
    private void AddForm(ReadOnlySpan<char> copy, int start, int end, uint key, uint letters)
    {
        if (!WordForms.TryGet(key, out var form))
        {
            Add(start, end, key, letters);
            return;
        }
        if (form.Numeral != NumeralKind.None)
        {
            AddNumeral(copy, start, end, new Numeral(_count, form.Numeral, form.Value, form.IsOrdinal));
            return;
        }
        _next |= isSource ? form.Traits : form.Traits & ~WordTraits.Skippable;
        if (form.Second == 0)
        {
            Add(start, end, form.First, letters);
            return;
        }
        int middle = (start + end) / 2;
        AddForm(copy, start, middle, form.First);
        AddForm(copy, middle, end, form.Second);
    }

    private void Add(int start, int end, uint key, uint letters)
    {
        if (key == Cent && _count > 0 && _words[_count - 1].Key == Per)
        {
            ref var per = ref _words[_count - 1];
            (per.End, per.Key, per.Letters) = (end, Percent, Percent);
            _next = default;
            return;
        }
        if (_count == _words.Length) Grow();
        if (start < _bracketEnd) _next |= WordTraits.Bracketed;
        _words[_count++] = new SpokenWord { Start = start, End = end, Key = key, Letters = letters, Traits = _next };
        _next = default;
    }

    private void Grow()
    {
        var larger = ArrayPool<SpokenWord>.Shared.Rent(_count * 2);
        _words.CopyTo(larger, 0);
        ArrayPool<SpokenWord>.Shared.Return(_words);
        _words = larger;
    }
}
