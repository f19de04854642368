using System.Buffers;
using System.Runtime.InteropServices;

namespace QuoteTracker.Core.Checking;

/// <summary>
/// The words of a stretch of a source, one array for each thing that is asked of all of them at once: a look through keys that lie side by side takes a tenth of the time.
/// </summary>
internal readonly ref struct SaidColumns
{
    private const int Columns = 5;

    private readonly uint[] _rented;
    private readonly int _length;

    public SaidColumns(ReadOnlySpan<SpokenWord> words)
    {
        Words = words;
        _length = words.Length;
        _rented = ArrayPool<uint>.Shared.Rent(Columns * _length);
        Span<uint> keys = _rented.AsSpan(0, _length), letters = _rented.AsSpan(_length, _length), joined = _rented.AsSpan(2 * _length, _length), traits = _rented.AsSpan(3 * _length, _length), turns = _rented.AsSpan(4 * _length, _length);
        uint turn = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ref readonly var word = ref words[i];
            (keys[i], letters[i], joined[i], traits[i]) = (word.Key, word.Letters, word.Joined, (uint)word.Traits);
            if (word.Is(WordTraits.TurnStart)) turn++;
            turns[i] = turn;
        }
    }

    public ReadOnlySpan<SpokenWord> Words { get; }

    public ReadOnlySpan<uint> Keys => _rented.AsSpan(0, _length);

    public ReadOnlySpan<uint> Letters => _rented.AsSpan(_length, _length);

    public ReadOnlySpan<uint> Joined => _rented.AsSpan(2 * _length, _length);

    /// <summary>As <see cref="WordTraits"/>.</summary>
    public ReadOnlySpan<uint> Traits => _rented.AsSpan(3 * _length, _length);

    /// <summary>How many turns begin up to here.</summary>
    public ReadOnlySpan<int> Turns => MemoryMarshal.Cast<uint, int>(_rented.AsSpan(4 * _length, _length));

    public void Dispose() => ArrayPool<uint>.Shared.Return(_rented);
}
