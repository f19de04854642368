using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>The completion scripts in the shells they are for, which ask the real command.</summary>
public sealed class ShellCompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Lines => new()
    {
        { "quotetracker li", "lint" },
        { "quotetracker lint --form", "--format" },
        { "quotetracker lint --format ju", "junit" },
        { "quotetracker explain unattr", "unattributed-quotation" },
        { "quotetracker explain QT0946", "QT0946" },
        { "quotetracker lint --select QT0303,loaded", "QT0303,loaded-cue" },
    };

    [SkippableTheory]
    [MemberData(nameof(Lines))]
    [InlineData("quotetracker lint sto", "")]
    public async Task Bash_completes(string line, string expected) => Assert.Equal(expected, await Say("bash", $$"""
        source <(quotetracker completions bash)
        COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<<"$COMP_LINE"; COMP_CWORD=$((${#COMP_WORDS[@]}-1))
        _quotetracker
        printf '%s\n' "${COMPREPLY[@]}"
        """));

    [SkippableTheory]
    [MemberData(nameof(Lines))]
    public async Task Zsh_completes(string line, string expected)
    {
        // A shell in a terminal of its own, in which the line is typed and the tab key pressed; then it is made the argument of echo.
        var typed = await Say("zsh", $$"""
            zmodload zsh/zpty
            zpty shell 'TERM=dumb zsh -f -i'
            zpty -w shell 'autoload -U compinit && compinit -u -D; source <(quotetracker completions zsh); print REA""DY'
            zpty -r shell out '*READY*'
            zpty -w -n shell $'{{line}}\t\C-aecho \n'
            zpty -w shell 'print DO""NE'
            zpty -r shell out '*DONE*'
            print -r -- "$out"
            zpty -d shell
            """);
        Assert.Contains($"\n{line[..(line.LastIndexOf(' ') + 1)]}{expected}", typed.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Lines))]
    public async Task Fish_completes(string line, string expected) => Assert.Equal(expected, await Say("fish", $"""
        quotetracker completions fish | source
        complete --do-complete '{line}'
        """));

    [Fact]
    public void Powershell_has_its_script()
    {
        var script = QuoteTrackerProcess.Run(_folder.Root, "completions", "powershell").Output;
        Assert.Contains("Register-ArgumentCompleter -Native -CommandName quotetracker", script, StringComparison.Ordinal);
        Assert.Contains("[suggest:", script, StringComparison.Ordinal);
    }

    private async Task<string> Say(string shell, string script)
    {
        _folder.Write("complete", script);
        var start = new ProcessStartInfo(shell, [_folder.PathOf("complete")]) { RedirectStandardOutput = true, WorkingDirectory = _folder.Root };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = _folder.Root;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new SkipException($"{shell} is not installed");
        }
        using (process)
        {
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output.Trim();
        }
    }
}
