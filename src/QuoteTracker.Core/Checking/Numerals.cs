using System.Globalization;

namespace QuoteTracker.Core.Checking;

/// <param name="Word">The index of its word.</param>
internal readonly record struct Numeral(int Word, NumeralKind Kind, double Value, bool IsOrdinal);

/// <summary>Numbers by their value: <c>142</c> is <c>one hundred and forty-two</c>.</summary>
internal static class Numerals
{
    private static readonly uint A = SpokenHash.Of("a"), And = SpokenHash.Of("and"), Half = SpokenHash.Of("half"), Point = SpokenHash.Of("point");

    public static uint KeyOf(double value, bool isOrdinal)
    {
        ulong bits = (ulong)BitConverter.DoubleToInt64Bits(value) * 0x9E3779B97F4A7C15;
        return (uint)(bits >> 32) ^ (isOrdinal ? 0x5BD1E995u : 0);
    }

    /// <returns>Null for what is no plain number: <c>1.2.3</c>, <c>1,2</c>.</returns>
    public static double? ValueOf(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 18) return null;
        int comma = digits.IndexOf(',');
        if (comma >= 0)
        {
            for (int at = comma; at >= 0 && at < digits.Length;)
            {
                if (digits[at] == '.') break;
                if (digits[at] != ',' || at + 3 >= digits.Length) return null;
                if (at + 4 < digits.Length && digits[at + 4] is not (',' or '.')) return null;
                at += 4;
            }
        }
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value) ? value : null;
    }

    /// <summary>Makes one word of each number that several words spell, from word <paramref name="from"/> on.</summary>
    /// <param name="numerals">The numerals among these words, in their order.</param>
    /// <returns>How many words there are now.</returns>
    public static int Join(SpokenWord[] words, ReadOnlySpan<char> copy, int from, int count, List<Numeral> numerals)
    {
        if (numerals.Count == 0) return count;
        int write = from, read = from, next = 0;
        while (read < count)
        {
            while (next < numerals.Count && numerals[next].Word < read) next++;
            if (next == numerals.Count)
            {
                Array.Copy(words, read, words, write, count - read);
                return write + count - read;
            }
            var spelled = new Spelling(words, numerals, next, count);
            int first = spelled.FirstWord, end = spelled.EndWord;
            while (read < first) words[write++] = words[read++];
            var word = words[first];
            if (end - first > 1)
            {
                word.End = words[end - 1].End;
                word.Letters = SpokenHash.Letters(SpokenHash.Empty, copy[word.Start..word.End]);
            }
            word.Key = KeyOf(spelled.Value, spelled.IsOrdinal);
            word.Traits = (word.Traits | WordTraits.Number) & ~WordTraits.Light;
            words[write++] = word;
            read = end;
        }
        return write;
    }

    /// <summary>The longest number that begins at a numeral.</summary>
    private readonly ref struct Spelling
    {
        public Spelling(SpokenWord[] words, List<Numeral> numerals, int first, int count)
        {
            var numeral = numerals[first];
            FirstWord = numeral.Word;
            int at = numeral.Word + 1;
            // What the last word leaves room for: a ten for a unit, a hundred for anything below.
            double total = 0, part = numeral.Value, room = RoomOf(numeral);
            IsOrdinal = numeral.IsOrdinal;
            if (numeral.Kind is NumeralKind.Hundred or NumeralKind.Scale && numeral.Word > 0 && words[numeral.Word - 1].Key == A && !IsParted(words[numeral.Word])) FirstWord--;
            if (numeral.Kind == NumeralKind.Hundred) (part, room) = (100, 100);
            if (numeral.Kind == NumeralKind.Scale) (total, part, room) = (numeral.Value, 0, numeral.Value);
            for (int n = first + 1; !IsOrdinal && at < count;)
            {
                bool hasAnd = words[at].Key == And && room >= 100 && at + 1 < count;
                int word = hasAnd ? at + 1 : at;
                while (n < numerals.Count && numerals[n].Word < word) n++;
                if (n == numerals.Count || numerals[n].Word != word || IsParted(words[word], part == 0 && !hasAnd) || IsParted(words[at], part == 0)) break;
                var next = numerals[n];
                if (next.Kind == NumeralKind.Scale && !hasAnd && part > 0 && !next.IsOrdinal && (total == 0 || next.Value < room * 1000))
                {
                    if (total > 0 && next.Value >= total) break;
                    (total, part, room) = (total + part * next.Value, 0, next.Value);
                }
                else if (next.Kind == NumeralKind.Hundred && !hasAnd && part is > 0 and < 100 && numeral.Kind != NumeralKind.Digits) (part, room) = (part * 100, 100);
                else if (next.Value < room && next.Kind is NumeralKind.Unit or NumeralKind.Teen or NumeralKind.Ten && next.Value > 0)
                {
                    (part, room) = (part + next.Value, RoomOf(next));
                    IsOrdinal = next.IsOrdinal;
                }
                else if (IsYear(total, part, room, next, hasAnd)) (part, room) = (part * 100 + next.Value, next.Kind == NumeralKind.Ten ? 10 : 0);
                else break;
                at = word + 1;
            }
            // Six point two, two and a half.
            if (!IsOrdinal && at + 1 < count && words[at].Key == Point && NumeralAt(numerals, at + 1) is { Kind: NumeralKind.Unit, IsOrdinal: false } tenth)
            {
                (part, at) = (part + tenth.Value / 10, at + 2);
                if (at < count && NumeralAt(numerals, at) is { Kind: NumeralKind.Scale } scale) (total, part, at) = (total + part * scale.Value, 0, at + 1);
            }
            else if (!IsOrdinal && at + 2 < count && words[at].Key == And && words[at + 1].Key == A && words[at + 2].Key == Half)
            {
                (part, at) = (part + 0.5, at + 3);
                if (at < count && NumeralAt(numerals, at) is { Kind: NumeralKind.Scale } scale) (total, part, at) = (total + part * scale.Value, 0, at + 1);
            }
            Value = total + part;
            EndWord = at;
        }

        public int FirstWord { get; }

        public int EndWord { get; }

        public double Value { get; }

        public bool IsOrdinal { get; }

        private static double RoomOf(Numeral numeral) => numeral.Kind == NumeralKind.Ten ? 10 : 0;

        /// <summary>Nineteen eighty-four, twenty twenty-six.</summary>
        private static bool IsYear(double total, double part, double room, Numeral next, bool hasAnd) =>
            !hasAnd && total == 0 && part is >= 13 and <= 20 && room is 0 or 10 && next is { Kind: NumeralKind.Teen or NumeralKind.Ten, IsOrdinal: false } && next.Value >= 10;

        /// <param name="mayHaveComma">Four thousand, one hundred and six.</param>
        private static bool IsParted(in SpokenWord word, bool mayHaveComma = false) =>
            (word.Is(WordTraits.AfterComma) && !mayHaveComma) || word.Is(WordTraits.AfterDash | WordTraits.SentenceStart | WordTraits.AfterEllipsis | WordTraits.TurnStart);

        private static Numeral? NumeralAt(List<Numeral> numerals, int word)
        {
            int low = 0, high = numerals.Count - 1;
            while (low <= high)
            {
                int middle = (low + high) / 2;
                if (numerals[middle].Word == word) return numerals[middle];
                if (numerals[middle].Word < word) low = middle + 1;
                else high = middle - 1;
            }
            return null;
        }
    }
}
