using System.CommandLine;
using QuoteTracker.Cli.Execution;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker completions</c>: a script that makes a shell ask this command what may come next.</summary>
public static class CompletionsCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = "quotetracker.bash",
        ["zsh"] = "quotetracker.zsh",
        ["fish"] = "quotetracker.fish",
        ["powershell"] = "quotetracker.ps1",
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or powershell", HelpName = "shell" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completions", "Write a shell's completion script; its first line says where to put it") { shell };
        command.SetAction(parsed =>
        {
            using var script = typeof(CompletionsCommand).Assembly.GetManifestResourceStream($"completions/{Scripts[parsed.GetRequiredValue(shell)]}")!;
            using var output = Console.OpenStandardOutput();
            script.CopyTo(output);
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
