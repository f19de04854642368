using System.Collections.Frozen;

namespace QuoteTracker.Core.Language;

/// <summary>The gender a given name tells.</summary>
internal enum Gender
{
    Unknown,
    Masculine,
    Feminine,

    /// <summary>Borne by men and by women.</summary>
    Either,
}

/// <summary>Reads <c>first-names.txt</c>: <c>m</c>, <c>f</c> or <c>e</c> on a line of its own, then the names of that gender.</summary>
internal static class FirstNames
{
    public static FrozenDictionary<string, Gender> Read(IEnumerable<string> lines)
    {
        var names = new Dictionary<string, Gender>(StringComparer.OrdinalIgnoreCase);
        var gender = Gender.Unknown;
        foreach (string line in lines)
        {
            if (line.Length == 1)
            {
                gender = line[0] switch { 'm' => Gender.Masculine, 'f' => Gender.Feminine, _ => Gender.Either };
                continue;
            }
            foreach (string name in line.Split(' ')) names[name] = gender;
        }
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
