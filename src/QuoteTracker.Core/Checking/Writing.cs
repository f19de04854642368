using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Checking;

/// <summary>Whether two stretches are written the same way, letter for letter: white space of any kind and length is one blank, markup is nothing.</summary>
internal ref struct Writing(ReadOnlySpan<char> copy)
{
    private readonly ReadOnlySpan<char> _copy = copy;
    private int _at;

    public static bool Same(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var a = new Writing(one);
        var b = new Writing(other);
        while (true)
        {
            int next = a.Next();
            if (next != b.Next()) return false;
            if (next < 0) return true;
        }
    }

    /// <returns>The next unit as written, -1 at the end.</returns>
    private int Next()
    {
        bool space = false;
        for (; _at < _copy.Length; _at++)
        {
            char c = _copy[_at];
            if (c is Article.NotCopy or '\u00AD') continue;
            if (!char.IsWhiteSpace(c)) break;
            space = true;
        }
        if (_at == _copy.Length) return -1;
        return space ? ' ' : _copy[_at++];
    }
}
