namespace QuoteTracker.Tests.RuleTests;

/// <summary>The files of this repository, for tests that check what stands beside the code.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "QuoteTracker.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests has QuoteTracker.sln.");
    }
}
