namespace QuoteTracker.Core.Language;

/// <summary>
/// Word hash to 32 bits, in open addressing. Most words of an article are in no lexicon, and one byte tells: a table's bytes stay where the processor has them
/// at once. Zero means absent.
/// </summary>
internal sealed class WordTable
{
    // Of each place a byte of its key, 0 where the place is free.
    private byte[] _marks;
    private (uint Key, uint Value)[] _entries;
    private int _count;

    /// <param name="capacity">A power of two.</param>
    public WordTable(int capacity) => (_marks, _entries) = (new byte[capacity], new (uint, uint)[capacity]);

    public uint Find(uint word)
    {
        var marks = _marks;
        for (uint i = word; ; i++)
        {
            i &= (uint)marks.Length - 1;
            if (marks[i] == 0) return 0;
            if (marks[i] != MarkOf(word)) continue;
            ref readonly var entry = ref _entries[i];
            if (entry.Key == word) return entry.Value;
        }
    }

    public void Or(uint word, uint value)
    {
        if (_count * 2 >= _entries.Length) Grow();
        uint mask = (uint)_entries.Length - 1, i = word & mask;
        while (_marks[i] != 0 && _entries[i].Key != word) i = (i + 1) & mask;
        if (_marks[i] == 0) _count++;
        _marks[i] = MarkOf(word);
        _entries[i] = (word, _entries[i].Value | value);
    }

    /// <summary>The bits that say least about the place.</summary>
    private static byte MarkOf(uint word) => (byte)(word >> 24 | 1);

    private void Grow()
    {
        var (marks, entries) = (_marks, _entries);
        (_marks, _entries, _count) = (new byte[entries.Length * 2], new (uint, uint)[entries.Length * 2], 0);
        for (int i = 0; i < entries.Length; i++)
        {
            if (marks[i] != 0) Or(entries[i].Key, entries[i].Value);
        }
    }
}
