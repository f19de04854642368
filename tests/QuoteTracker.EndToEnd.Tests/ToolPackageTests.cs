using System.Diagnostics;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>What <c>dotnet pack</c> makes, installed from the packed file and run.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_packed_tool_installs_and_runs()
    {
        string packages = _folder.PathOf("packages"), tools = _folder.PathOf("tools");
        // Its own artifacts: a build that runs beside the tests must not find another restore in its folders.
        Dotnet("pack", Path.Combine(RepositoryFolder.Root, "src", "QuoteTracker.Cli"), "-o", packages, "--artifacts-path", _folder.PathOf("artifacts"), "-p:RunAnalyzers=false", "-nologo", "-v", "q");
        Assert.Single(Directory.GetFiles(packages, "QuoteTracker.*.nupkg"));

        string configuration = _folder.Write("NuGet.config", $"<configuration><packageSources><clear /><add key=\"packed\" value=\"{packages}\" /></packageSources></configuration>");
        Dotnet("tool", "install", "QuoteTracker", "--tool-path", tools, "--configfile", configuration);

        string command = Path.Combine(tools, OperatingSystem.IsWindows() ? "quotetracker.exe" : "quotetracker");
        var (version, _) = Run(command, "--version");
        Assert.Matches(@"^\d+\.\d+\.\d+", version);
        string article = _folder.Write("a.txt", "“Nobody is named here, and nobody will be,” the paper had.\n\n“These are nobody's words, whoever reads them.\n\nThe fair closed.\n");
        var (found, code) = Run(command, "lint", article);
        Assert.Equal(1, code);
        Assert.Contains("QT0101 unclosed-quotation", found, StringComparison.Ordinal);
    }

    private static void Dotnet(params string[] arguments)
    {
        var (output, code) = Run("dotnet", arguments);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
    }

    private static (string Output, int ExitCode) Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The build that runs the tests leaves its own settings to its children.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end");
        }
        return (output.Result + error.Result, process.ExitCode);
    }
}
