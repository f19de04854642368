using System.Diagnostics;
using System.Text;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>What a run of the command gave.</summary>
public sealed record RunResult(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the command as its users do: a process, with its own folder, environment and standard input.</summary>
public static class QuoteTrackerProcess
{
    /// <summary>The executable that the build puts beside the tests.</summary>
    public static string Executable { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "quotetracker.exe" : "quotetracker");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static RunResult Run(string folder, params string[] arguments) => Run(folder, arguments, input: null);

    public static RunResult Run(string folder, string[] arguments, byte[]? input, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = Start(folder, arguments, environment);
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null) process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException exception)
        {
            // The command ended without reading all of it; its exit code and message tell.
            Debug.WriteLine(exception.Message);
        }
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"quotetracker {string.Join(' ', arguments)} did not end");
        }
        Task.WaitAll(reading, error);
        return new RunResult(process.ExitCode, output.ToArray(), error.Result);
    }

    public static Process Start(string folder, string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start");
    }
}
