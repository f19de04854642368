namespace QuoteTracker.Core.Language;

/// <summary>
/// Word hash to 32 bits, in open addressing. Most words of an article are in no lexicon, and one byte tells: a table's bytes stay where the processor has them
/// at once. Zero means absent.
/// </summary>
internal sealed class WordTable
{
    // Of each place a byte of its key, 0 where the place is free.
    private byte[] _marks;
    private uint[] _keys, _values;
    private int _count;

    /// <param name="capacity">A power of two.</param>
    public WordTable(int capacity) => (_marks, _keys, _values) = (new byte[capacity], new uint[capacity], new uint[capacity]);

    public uint Find(uint word)
    {
        var marks = _marks;
        for (uint i = word; ; i++)
        {
            i &= (uint)marks.Length - 1;
            if (marks[i] == 0) return 0;
            if (marks[i] == MarkOf(word) && _keys[i] == word) return _values[i];
        }
    }

    public void Or(uint word, uint value)
    {
        if (_count * 2 >= _keys.Length) Grow();
        uint mask = (uint)_keys.Length - 1, i = word & mask;
        while (_marks[i] != 0 && _keys[i] != word) i = (i + 1) & mask;
        if (_marks[i] == 0) _count++;
        _marks[i] = MarkOf(word);
        _keys[i] = word;
        _values[i] |= value;
    }

    /// <summary>The bits that say least about the place.</summary>
    private static byte MarkOf(uint word) => (byte)(word >> 24 | 1);

    private void Grow()
    {
        var (marks, keys, values) = (_marks, _keys, _values);
        (_marks, _keys, _values, _count) = (new byte[keys.Length * 2], new uint[keys.Length * 2], new uint[keys.Length * 2], 0);
        for (int i = 0; i < keys.Length; i++)
        {
            if (marks[i] != 0) Or(keys[i], values[i]);
        }
    }
}
