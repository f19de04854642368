namespace QuoteTracker.Cli.Lint;

/// <summary>Paths as the user reads them.</summary>
public static class DisplayPath
{
    /// <summary>From the working folder where the file lies in it, else in full; with <c>/</c>.</summary>
    public static string Of(string path)
    {
        if (!Path.IsPathRooted(path)) return WithSlashes(path);
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        var isInside = relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return WithSlashes(isInside ? relative : path);
    }

    /// <summary>On Windows alone: elsewhere a backslash is a letter of the name.</summary>
    private static string WithSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
