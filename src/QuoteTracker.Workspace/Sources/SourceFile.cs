namespace QuoteTracker.Workspace.Sources;

/// <summary>A file among the sources, as the disk tells it.</summary>
/// <param name="Path">A full path.</param>
/// <param name="RelativePath">From the newsroom's root, with slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Written">When it was last written to, in ticks of UTC.</param>
internal sealed record SourceFile(string Path, string RelativePath, long Size, long Written);
