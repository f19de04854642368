namespace QuoteTracker.Workspace;

/// <summary>What a file pattern of the configuration may be: <c>*</c> within a name, <c>**</c> for any folders, relative to the newsroom's root.</summary>
internal static class FilePattern
{
    /// <summary>True for an absolute path and for one that climbs above the folder it starts from. By its words alone: links are another matter.</summary>
    public static bool LeavesRoot(string path)
    {
        if (path.Length > 0 && (path[0] is '/' or '\\' or '~' || (path.Length > 1 && path[1] == ':'))) return true;
        var depth = 0;
        foreach (var segment in path.Split('/', '\\'))
        {
            if (segment is "" or ".") continue;
            depth += segment == ".." ? -1 : 1;
            if (depth < 0) return true;
        }
        return false;
    }

    /// <returns>Why the pattern would match nothing, or not what it seems to; null for a good one.</returns>
    public static string? Fault(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern)) return "it is empty";
        if (pattern.Length > 1000) return "it is longer than 1000 characters";
        if (pattern.AsSpan().ContainsAnyInRange('\0', '\x1F')) return "it holds a control character";
        if (pattern[0] == '!') return "a leading ! is not known; write the rest of it under 'exclude'";
        if (pattern.AsSpan().IndexOfAny("{}[]?") is >= 0 and var at) return $"{pattern[at]} is not known; write one pattern for each case, with * and **";
        foreach (var segment in pattern.Split('/', '\\'))
        {
            if (segment == "..") return "it climbs with '..'";
            if (segment.Length > 2 && segment.Contains("**", StringComparison.Ordinal)) return "** stands alone between slashes, as in **/*.txt";
        }
        return null;
    }
}
