using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Workspace.Discovery;

/// <summary>Follows links to where a path really leads.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MaxLinks = 40;

    /// <returns>The full path with every link on the way resolved, whether or not the last part exists; null where links lead in a circle.</returns>
    /// <exception cref="IOException">A folder on the way cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of permission.</exception>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var current = Path.GetPathRoot(full)!;
        var pending = new Stack<string>();
        Push(pending, full[current.Length..]);
        var links = 0;
        while (pending.TryPop(out var part))
        {
            // Here '..' leaves where the link led to, not where it stood: as the system reads it.
            if (part == "..") current = Path.GetDirectoryName(current) ?? current;
            else if (new FileInfo(Path.Combine(current, part)).LinkTarget is not { } target) current = Path.Combine(current, part);
            else if (++links > MaxLinks) return null;
            else
            {
                if (Path.IsPathRooted(target))
                {
                    current = Path.GetPathRoot(target)!;
                    target = target[current.Length..];
                }
                Push(pending, target);
            }
        }
        return current;
    }

    /// <summary>True for <paramref name="folder"/> itself and all below it. Both are full paths.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    /// <returns>Why <paramref name="path"/> must not be read: it leads out of <paramref name="root"/>, or nowhere. Null where it may.</returns>
    public static Diagnostic? LeavesRoot(string path, string root)
    {
        try
        {
            if (Of(path) is not { } real) return FileFault.At(path, ToolFaults.LinkLoop, "itself");
            return Of(root) is { } realRoot && IsWithin(real, realRoot) ? null : FileFault.At(path, ToolFaults.PathOutsideRoot, real);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileFault.At(path, ToolFaults.UnreadableFile, e.Message);
        }
    }

    private static void Push(Stack<string> pending, string path)
    {
        var parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i] != ".") pending.Push(parts[i]);
        }
    }
}
