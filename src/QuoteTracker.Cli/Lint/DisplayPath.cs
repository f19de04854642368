namespace QuoteTracker.Cli.Lint;

/// <summary>Paths as the user reads them.</summary>
public static class DisplayPath
{
    /// <summary>From the working folder where the file lies in it, else in full; with <c>/</c>.</summary>
    public static string Of(string path)
    {
        if (!Path.IsPathRooted(path)) return path.Replace('\\', '/');
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        var isInside = relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return (isInside ? relative : path).Replace('\\', '/');
    }
}
