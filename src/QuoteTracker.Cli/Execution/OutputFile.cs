namespace QuoteTracker.Cli.Execution;

/// <summary>Where a command writes: standard output, or a file that appears whole or not at all.</summary>
public sealed class OutputFile : IAsyncDisposable
{
    private readonly string? _path;
    private readonly string? _beside;

    private OutputFile(Stream stream, string? path, string? beside)
    {
        Stream = stream;
        _path = path;
        _beside = beside;
    }

    public Stream Stream { get; }

    /// <summary>People read along.</summary>
    public bool IsTerminal => _path is null && !Console.IsOutputRedirected;

    /// <param name="path">Null for standard output.</param>
    /// <returns>Null where the file cannot be written; standard error says why.</returns>
    public static OutputFile? Open(string? path)
    {
        if (path is null) return new OutputFile(Console.OpenStandardOutput(), null, null);
        try
        {
            var full = Path.GetFullPath(path);
            var beside = Path.Combine(Path.GetDirectoryName(full) ?? full, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
            return new OutputFile(new FileStream(beside, FileMode.CreateNew, FileAccess.Write), full, beside);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Complaint.Write($"{path} cannot be written: {exception.Message}");
            return null;
        }
    }

    /// <summary>Gives the file its name. Without this it is gone with the object.</summary>
    public bool Commit()
    {
        if (_path is null) return true;
        try
        {
            Stream.Dispose();
            File.Move(_beside!, _path, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Complaint.Write($"{_path} cannot be written: {exception.Message}");
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        if (_beside is not null) File.Delete(_beside);
    }
}
