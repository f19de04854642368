namespace QuoteTracker.Ide.Edits;

/// <summary>A person's name in its parts.</summary>
/// <param name="Given">Given and middle names; empty for a name of one word.</param>
/// <param name="Surname">With its particles (<c>von der Leyen</c>), without <c>Jr.</c> and the like.</param>
public readonly record struct PersonName(string Given, string Surname)
{
    public static PersonName Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        int end = words.Length;
        while (end > 1 && words[end - 1].TrimEnd('.').ToUpperInvariant() is "JR" or "SR" or "II" or "III" or "IV") end--;
        if (end == 0) return new("", "");
        int start = 1;
        while (start < end - 1 && !char.IsLower(words[start][0])) start++;
        if (end == 1) start = 0;
        return new(string.Join(' ', words[..start]), string.Join(' ', words[start..end]).TrimEnd(','));
    }
}
