namespace QuoteTracker.Core.Language;

/// <summary>
/// Word hash to 32 bits, in open addressing: one probe for most words of an article, which are in no lexicon, and only among the keys. Zero means absent.
/// </summary>
internal sealed class WordTable
{
    private uint[] _keys, _values;
    private int _count;

    /// <param name="capacity">A power of two.</param>
    public WordTable(int capacity) => (_keys, _values) = (new uint[capacity], new uint[capacity]);

    public uint Find(uint word)
    {
        var keys = _keys;
        for (uint i = word; ; i++)
        {
            i &= (uint)keys.Length - 1;
            if (keys[i] == word) return _values[i];
            if (keys[i] == 0) return 0;
        }
    }

    /// <exception cref="ArgumentException"><paramref name="word"/> is 0, the key of a free place.</exception>
    public void Or(uint word, uint value)
    {
        if (word == 0) throw new ArgumentException("A word of this hash cannot be kept.", nameof(word));
        if (_count * 2 >= _keys.Length) Grow();
        uint mask = (uint)_keys.Length - 1, i = word & mask;
        while (_keys[i] != word && _keys[i] != 0) i = (i + 1) & mask;
        if (_keys[i] == 0) _count++;
        _keys[i] = word;
        _values[i] |= value;
    }

    private void Grow()
    {
        var (keys, values) = (_keys, _values);
        (_keys, _values, _count) = (new uint[keys.Length * 2], new uint[keys.Length * 2], 0);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0) Or(keys[i], values[i]);
        }
    }
}
