using System.Diagnostics;
using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.Editors;

/// <summary>
/// The server as a process, used by software that is not ours: Microsoft's own client from Node, Neovim and Emacs. Each does the same: opens an article, types,
/// looks a name up, goes to its entry, takes a fix, renames the speaker, ends.
/// </summary>
public sealed class EditorTests : IDisposable
{
    private const string Registry = "speakers:\n  - id: vaughn\n    name: Ada Vaughn\n    kind: person\n";
    private const string Article = "“We knew the bridge was failing,” Mayor Ada Vaughn said.\n\n“We acted on it,\" Vaughn said.\n";
    private const string Typed = "\n“We were lucky,\" she said.\n";
    private const string Other = "“Not again,” said Ada Vaughn, the mayor. Vaughn left.\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder _folder = new();

    public EditorTests()
    {
        _folder.Write("speakers.yaml", Registry);
        _folder.Write("a.txt", Article);
        _folder.Write("b.txt", Other);
    }

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void Node_with_the_protocols_own_client()
    {
        string script = FileOf("node/client.mjs");
        Skip.IfNot(Directory.Exists(FileOf("node/node_modules")), "vscode-languageserver-protocol is not installed (npm ci in Editors/node)");
        Use("node", [script, QuoteTrackerProcess.Executable, _folder.Root, Result], "node --version");
    }

    [SkippableFact]
    public void Neovim() =>
        Use("nvim", ["--headless", "-u", "NONE", "-i", "NONE", _folder.PathOf("a.txt"), "-c", "luafile " + FileOf("neovim/client.lua")], "nvim --version");

    [SkippableFact]
    public void Emacs_with_eglot() => Use("emacs", ["-q", "--batch", "-l", FileOf("emacs/client.el")], "emacs -q --batch -l eglot");

    private string Result => _folder.PathOf(".result.json");

    private void Use(string editor, string[] arguments, string probe)
    {
        string[] words = probe.Split(' ');
        Skip.IfNot(Run(words[0], words[1..]) is { ExitCode: 0 }, $"{editor} is not installed");
        var run = Run(editor, arguments) ?? throw new InvalidOperationException($"{editor} did not start");
        Assert.True(File.Exists(Result), $"{editor} ended with {run.ExitCode} and no result: {run.Output}");
        using var seen = JsonDocument.Parse(File.ReadAllText(Result));
        var root = seen.RootElement;
        Assert.False(root.TryGetProperty("fault", out var fault), fault.ToString());
        Assert.Equal(0, run.ExitCode);

        Assert.Equal(["QT0102"], Codes(root, "opened"));
        Assert.Equal(["QT0102", "QT0102"], Codes(root, "edited"));
        Assert.Contains("Ada Vaughn", root.GetProperty("hover").GetString(), StringComparison.Ordinal);
        Assert.Equal(ScriptedEditor.UriOf(_folder.PathOf("speakers.yaml")) + ":2", root.GetProperty("definition").GetString());
        string expected = (Article + Typed).Replace("it,\"", "it,”", StringComparison.Ordinal);
        Assert.Equal(expected, root.GetProperty("fixed").GetString());
        Assert.Equal(expected.Replace("Vaughn", "Hartley", StringComparison.Ordinal), _folder.Read("a.txt"));
        Assert.Equal(Other.Replace("Vaughn", "Hartley", StringComparison.Ordinal), _folder.Read("b.txt"));
        Assert.Equal(Registry.Replace("Ada Vaughn", "Ada Hartley", StringComparison.Ordinal), _folder.Read("speakers.yaml"));
        Assert.Equal(0, root.GetProperty("exitCode").GetInt32());
    }

    private static string[] Codes(JsonElement seen, string when) => [.. seen.GetProperty(when).EnumerateArray().Select(static code => code.GetString()!)];

    private static string FileOf(string path) => Path.Combine(AppContext.BaseDirectory, "Editors", path);

    /// <returns>Null where there is no such command.</returns>
    private (int ExitCode, string Output)? Run(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Nothing of the user's own: no settings, no history.
        start.Environment["HOME"] = _folder.PathOf(".home");
        start.Environment["XDG_CONFIG_HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_STATE_HOME"] = _folder.PathOf(".home");
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["QUOTETRACKER_SERVER"] = QuoteTrackerProcess.Executable;
        start.Environment["QUOTETRACKER_FOLDER"] = _folder.Root;
        start.Environment["QUOTETRACKER_RESULT"] = Result;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{command} did not end: {error.Result}");
            }
            return (process.ExitCode, output.Result + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
