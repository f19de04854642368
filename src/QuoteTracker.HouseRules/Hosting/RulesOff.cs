using System.Collections.Concurrent;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>
/// The rules that do not run any more. Articles are looked at side by side, so a rule may fail on a later one first: it is off from there on, and goes on over
/// those before, for one of them may be the first in their order.
/// </summary>
internal sealed class RulesOff
{
    private readonly ConcurrentDictionary<int, int> _from = [];

    /// <param name="article">Its number in the order of the articles.</param>
    public bool Holds(int rule, int article) => _from.TryGetValue(rule, out int from) && article >= from;

    /// <summary>Turns a rule off from an article on.</summary>
    /// <returns>False where it was off for that article already.</returns>
    public bool Add(int rule, int article)
    {
        while (true)
        {
            if (!_from.TryGetValue(rule, out int from))
            {
                if (_from.TryAdd(rule, article)) return true;
            }
            else if (article >= from) return false;
            else if (_from.TryUpdate(rule, article, from)) return true;
        }
    }
}
