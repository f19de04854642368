namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>Between the protocol's document URIs and file paths.</summary>
public static class DocumentUri
{
    private const string Scheme = "file:";

    /// <returns>The path of a <c>file</c> URI, however it is escaped; null for any other (<c>untitled:Untitled-1</c>).</returns>
    public static string? PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = uri.AsSpan(Scheme.Length);
        string host = "";
        if (rest.StartsWith("//"))
        {
            rest = rest[2..];
            int slash = rest.IndexOf('/');
            if (slash < 0) return null;
            host = rest[..slash].ToString();
            rest = rest[slash..];
        }
        int tail = rest.IndexOfAny('?', '#');
        string path = Uri.UnescapeDataString(tail < 0 ? rest : rest[..tail]);
        if (!path.StartsWith('/') || path.Contains('\0')) return null;
        if (!OperatingSystem.IsWindows()) return Path.GetFullPath(path);
        if (host.Length > 0) return Path.GetFullPath(@"\\" + host + path);
        return path is ['/', _, ':', ..] ? Path.GetFullPath(char.ToLowerInvariant(path[1]) + path[2..]) : null;
    }

    /// <param name="path">An absolute path.</param>
    public static string Of(string path)
    {
        var segments = path.Replace(Path.DirectorySeparatorChar, '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return "file:///" + string.Join('/', segments.Select(Uri.EscapeDataString));
    }

    /// <summary>The same for every way in which clients write one document's URI.</summary>
    public static string KeyOf(string uri) => PathOf(uri) ?? uri;
}
