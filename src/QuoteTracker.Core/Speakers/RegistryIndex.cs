using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>The registry by the words of its names and roles.</summary>
internal sealed class RegistryIndex
{
    private readonly record struct KnownName(RegistryEntry Entry, uint[] Words, bool IsAlias);

    private readonly Dictionary<uint, List<KnownName>> _byLastWord = [];
    private readonly List<(RegistryEntry Entry, Role Role, uint[] Title, uint[] Of)> _roles = [];
    private readonly LanguageData _language;

    public RegistryIndex(Registry registry, LanguageData language)
    {
        _language = language;
        foreach (var entry in registry.Entries)
        {
            AddName(entry, entry.Name, false);
            foreach (string alias in entry.Aliases) AddName(entry, alias, true);
            foreach (var role in entry.Roles) _roles.Add((entry, role, WordsOf(role.Title), WordsOf(role.Of ?? "")));
        }
    }

    public bool IsEmpty => _byLastWord.Count == 0;

    /// <summary>The entries with exactly this name or alias, or with the same first and last word around middle names.</summary>
    public List<RegistryEntry> Named(ReadOnlySpan<uint> name)
    {
        var found = new List<RegistryEntry>();
        if (name.Length == 0 || !_byLastWord.TryGetValue(name[^1], out var known)) return found;
        foreach (var k in known)
        {
            bool same = name.SequenceEqual(k.Words) || (k.Entry.Kind == EntityKind.Person && name.Length > 1 && k.Words.Length > 1 && k.Words[0] == name[0]);
            if (same && !found.Contains(k.Entry)) found.Add(k.Entry);
        }
        return found;
    }

    /// <summary>The people with this surname.</summary>
    public List<RegistryEntry> Surnamed(uint surname)
    {
        var found = new List<RegistryEntry>();
        if (!_byLastWord.TryGetValue(surname, out var known)) return found;
        foreach (var k in known)
        {
            if (k.Entry.Kind == EntityKind.Person && k.Words.Length > 1 && !found.Contains(k.Entry)) found.Add(k.Entry);
        }
        return found;
    }

    /// <summary>Who holds an office of these words on a day.</summary>
    /// <param name="title">The stems of the words that name the office.</param>
    public List<RegistryEntry> Holding(ReadOnlySpan<uint> title, DateOnly? date)
    {
        var found = new List<RegistryEntry>();
        foreach (var (entry, role, words, of) in _roles)
        {
            if (role.IsHeldOn(date) && Covers(title, words, of) && !found.Contains(entry)) found.Add(entry);
        }
        return found;
    }

    /// <summary>The whole title stands among the words, and they hold nothing but it and what it is of.</summary>
    private static bool Covers(ReadOnlySpan<uint> words, uint[] title, uint[] of)
    {
        if (title.Length == 0) return false;
        foreach (uint word in title)
        {
            if (!words.Contains(word)) return false;
        }
        foreach (uint word in words)
        {
            if (!title.Contains(word) && !of.Contains(word)) return false;
        }
        return true;
    }

    private void AddName(RegistryEntry entry, string name, bool isAlias)
    {
        var words = WordsOf(name, stems: false);
        if (words.Length == 0) return;
        if (!_byLastWord.TryGetValue(words[^1], out var list)) _byLastWord[words[^1]] = list = [];
        list.Add(new KnownName(entry, words, isAlias));
    }

    private uint[] WordsOf(string phrase, bool stems = true)
    {
        var tokens = new Token[16];
        int count = Tokenizer.Tokenize(phrase, [], _language, ref tokens);
        var words = new List<uint>(count);
        for (int i = 0; i < count; i++)
        {
            if (!tokens[i].Is(TokenFlags.Word | TokenFlags.Number)) continue;
            if (words.Count == 0 && !stems && tokens[i].Is(WordClass.Determiner)) continue;
            if (stems && tokens[i].Is(WordClass.Determiner | WordClass.Preposition)) continue;
            words.Add(stems ? tokens[i].Stem : tokens[i].Word);
        }
        return [.. words];
    }
}
