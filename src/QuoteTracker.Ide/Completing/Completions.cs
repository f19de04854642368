using System.Collections.Immutable;

namespace QuoteTracker.Ide.Completing;

/// <summary>What may come next at a place of any file of a newsroom.</summary>
public static class Completions
{
    /// <param name="offset">UTF-16.</param>
    /// <returns>The likeliest first.</returns>
    public static ImmutableArray<Completion> At(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Role switch
        {
            FileRole.Article => IgnoreCompletions.At(file, offset) ?? SpeakerCompletions.At(file, offset),
            FileRole.Configuration => YamlCompletions.InConfiguration(file, offset),
            FileRole.Registry => YamlCompletions.InRegistry(file.Text, offset),
            _ => [],
        };
    }
}
