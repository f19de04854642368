using System.Runtime.InteropServices;

namespace QuoteTracker.Core.Text;

/// <summary>
/// Sorts what is short, whose equal items stay in their order; those of what is long may not. The framework's sort of our own structs has no code until it is called, and to
/// compile it costs more than all that an article has to sort.
/// </summary>
internal static class InsertionSort
{
    /// <summary>Longer ones are sorted by the framework: they are worth it.</summary>
    private const int Longest = 64;

    public static void Sort<T>(List<T> list, Comparison<T> comparison) => Sort(CollectionsMarshal.AsSpan(list), comparison);

    public static void Sort<T>(Span<T> items, Comparison<T> comparison)
    {
        if (items.Length > Longest)
        {
            MemoryExtensions.Sort(items, comparison);
            return;
        }
        for (int i = 1; i < items.Length; i++)
        {
            var item = items[i];
            int at = i;
            for (; at > 0 && comparison(items[at - 1], item) > 0; at--) items[at] = items[at - 1];
            items[at] = item;
        }
    }
}
