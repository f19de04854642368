namespace QuoteTracker.Core.Speakers;

/// <summary>A name or an alias in the registry.</summary>
/// <param name="Words">At least one.</param>
internal sealed record RegistryName(RegistryEntry Entry, string Name, string[] Words);

/// <summary>The names of a registry by the words in them, so that one of thousands is found without a look at all.</summary>
internal sealed class RegistryNames
{
    private readonly List<RegistryName> _names = [];
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.OrdinalIgnoreCase);

    public RegistryNames(Registry registry)
    {
        foreach (var entry in registry.Entries)
        {
            foreach (string name in entry.Aliases.Prepend(entry.Name))
            {
                var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (string word in words)
                {
                    if (!_byWord.TryGetValue(word, out var numbers)) _byWord[word] = numbers = [];
                    if (numbers is not [.., var last] || last != _names.Count) numbers.Add(_names.Count);
                }
                _names.Add(new RegistryName(entry, name, words));
            }
        }
    }

    /// <summary>The names with one of these words at least, in the order of the file.</summary>
    public IEnumerable<RegistryName> Sharing(string[] words)
    {
        var numbers = new SortedSet<int>();
        foreach (string word in words)
        {
            if (_byWord.TryGetValue(word, out var known)) numbers.UnionWith(known);
        }
        return numbers.Select(number => _names[number]);
    }
}
