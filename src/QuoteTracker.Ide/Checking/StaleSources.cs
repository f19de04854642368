using System.Collections.Immutable;

namespace QuoteTracker.Ide.Checking;

/// <summary>Files that changed on disk since the sources were read. Immutable.</summary>
/// <param name="News">Goes up with each change.</param>
public sealed record StaleSources(ImmutableDictionary<string, int> ByPath, int News)
{
    public static StaleSources None { get; } = new(ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), 0);

    /// <summary>Full paths.</summary>
    public IEnumerable<string> Paths => ByPath.Keys;

    internal StaleSources With(IReadOnlyCollection<string> paths) =>
        paths.Count == 0 ? this : new StaleSources(ByPath.SetItems(paths.Select(path => KeyValuePair.Create(path, News + 1))), News + 1);

    /// <param name="news">What changed since stays stale.</param>
    internal StaleSources ReadUpTo(int news) => this with { ByPath = ByPath.RemoveRange(ByPath.Where(pair => pair.Value <= news).Select(static pair => pair.Key)) };
}
