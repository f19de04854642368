using System.Text;

namespace QuoteTracker.Tests.Workspace;

/// <summary>A folder on disk for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Root = Directory.CreateTempSubdirectory("quotetracker-").FullName;

    public string Root { get; }

    public string this[string relativePath] => Path.Combine(Root, relativePath);

    public string Write(string relativePath, string text) => Write(relativePath, Encoding.UTF8.GetBytes(text));

    public string Write(string relativePath, byte[] bytes)
    {
        var path = this[relativePath];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Link(string relativePath, string target)
    {
        var path = this[relativePath];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, target);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
