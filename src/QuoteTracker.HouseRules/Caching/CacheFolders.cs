namespace QuoteTracker.HouseRules.Caching;

/// <summary>Where compiled rules are kept, and apart from them the key that seals them.</summary>
/// <param name="Rules">A folder that may be lost, or copied, at any time.</param>
/// <param name="Key">A file of the user's own data, which a cache that is handed around does not hold.</param>
public sealed record CacheFolders(string Rules, string Key)
{
    private const string Own = "quotetracker";

    /// <summary>The user's, null where the user has no home.</summary>
    public static CacheFolders? OfUser()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        if (data.Length == 0 || home.Length == 0) return null;
        var cache = OperatingSystem.IsWindows() ? data
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set && Path.IsPathRooted(set) ? set
            : Path.Combine(home, ".cache");
        return new CacheFolders(Path.Combine(cache, Own, "rules"), Path.Combine(data, Own, "rule-cache.key"));
    }
}
