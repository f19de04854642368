using QuoteTracker.Workspace;

namespace QuoteTracker.Ide;

/// <summary>What a path tells by its name alone, for what was there may be gone.</summary>
internal static class PathNames
{
    /// <summary>A newsroom's patterns decide.</summary>
    public static bool MayBeSource(string path) => Path.GetExtension(path) is ".txt" or ".md" or ".markdown" or ".vtt" or ".srt" or ".html" or ".htm";

    /// <summary>A configuration, or what may be a registry: any YAML file, for the configuration names it.</summary>
    public static bool IsNewsroomFile(string path) => Path.GetFileName(path) == Configuration.FileName || Path.GetExtension(path.AsSpan()) is ".yaml" or ".yml";

    /// <summary>What goes on in <c>.git</c> and the like is nobody's newsroom.</summary>
    public static bool IsHidden(string path) => path.Contains(Path.DirectorySeparatorChar + ".", StringComparison.Ordinal);

    /// <summary>True for a name without an extension, but a number: that is mostly the file by which Vim tries whether it may write.</summary>
    public static bool MayBeFolder(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        return Path.GetExtension(name).IsEmpty && name.ContainsAnyExceptInRange('0', '9');
    }
}
