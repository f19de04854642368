namespace QuoteTracker.Core.Language;

/// <summary>Word hash to 32 bits, in open addressing: one probe for most words of an article, which are in no lexicon. Zero means absent.</summary>
internal sealed class WordTable
{
    private (uint Key, uint Value)[] _slots;
    private int _count;

    /// <param name="capacity">A power of two.</param>
    public WordTable(int capacity) => _slots = new (uint, uint)[capacity];

    public uint Find(uint word)
    {
        var slots = _slots;
        uint mask = (uint)slots.Length - 1;
        for (uint i = word & mask; ; i = (i + 1) & mask)
        {
            ref var slot = ref slots[i];
            if (slot.Key == word) return slot.Value;
            if (slot.Value == 0) return 0;
        }
    }

    public void Or(uint word, uint value)
    {
        if (_count * 2 >= _slots.Length) Grow();
        uint mask = (uint)_slots.Length - 1;
        for (uint i = word & mask; ; i = (i + 1) & mask)
        {
            ref var slot = ref _slots[i];
            if (slot.Value == 0)
            {
                slot = (word, value);
                _count++;
                return;
            }
            if (slot.Key != word) continue;
            slot.Value |= value;
            return;
        }
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new (uint, uint)[old.Length * 2];
        _count = 0;
        foreach (var (key, value) in old)
        {
            if (value != 0) Or(key, value);
        }
    }
}
