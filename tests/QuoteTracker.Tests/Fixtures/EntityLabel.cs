using System.Text.RegularExpressions;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Tests.Fixtures;

/// <summary>How a fixture names an entity: the registry's id, the name in kebab case, or its last word; <c>?</c> for nobody.</summary>
internal static partial class EntityLabel
{
    public static string Of(Entity? entity) => entity is null ? "?" : entity.Entry?.Id ?? Kebab(entity.Name);

    public static bool Fits(string label, Entity? entity)
    {
        if (entity is null || label == "?") return entity is null && label == "?";
        if (entity.Entry is { } entry) return entry.Id == label;
        var name = Kebab(entity.Name);
        return name == label || name.EndsWith("-" + label, StringComparison.Ordinal);
    }

    private static string Kebab(string name) => NotLetters().Replace(name.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();
}
